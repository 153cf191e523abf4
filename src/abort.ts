/** What the caller aborted with; openapi-fetch loses a reason that is falsy. */
export function abortReason(signal: AbortSignal): unknown {
  return signal.reason || new DOMException("The call was aborted.", "AbortError");
}

/** Stops waiting when the signal aborts, while the promise goes on for whoever else waits for it. */
export function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(abortReason(signal));
    if (signal.aborted) {
      onAbort();
    }
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
