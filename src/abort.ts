/** Returns what the caller aborted with; openapi-fetch loses a reason that is falsy. */
export function abortReason(signal: AbortSignal): unknown {
  return signal.reason || new DOMException("The call was aborted.", "AbortError");
}

/** Stops waiting when the signal aborts, while the promise continues for its other callers. */
export function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(abortReason(signal));
    if (signal.aborted) {
      abort();
    }
    signal.addEventListener("abort", abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
