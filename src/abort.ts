/** What the caller aborted with; openapi-fetch loses a reason that is falsy. */
export function abortReason(signal: AbortSignal): unknown {
  return signal.reason || new DOMException("The call was aborted.", "AbortError");
}

// Registered, so that both builds in one process share the listener of a signal.
const WAITING = Symbol.for("partner-center-client.waiting");

/**
 * Tells this of the abort of a signal, until {@link unlisten}. All share one listener, so that a signal that outlives
 * many calls never has more, and Node does not warn of a leak when more than ten wait at once.
 */
export function listen(signal: AbortSignal, waiting: EventListenerObject): void {
  const others: Set<EventListenerObject> = Reflect.get(signal, WAITING) ?? new Set();
  if (others.size === 0) {
    Object.defineProperty(signal, WAITING, { value: others, configurable: true });
    signal.addEventListener("abort", tell);
  }
  others.add(waiting);
}

/** Takes back what {@link listen} did. */
export function unlisten(signal: AbortSignal, waiting: EventListenerObject): void {
  const all: Set<EventListenerObject> | undefined = Reflect.get(signal, WAITING);
  if (all?.delete(waiting) && all.size === 0) {
    signal.removeEventListener("abort", tell);
  }
}

function tell(this: AbortSignal, event: Event): void {
  const all: Set<EventListenerObject> = Reflect.get(this, WAITING);
  for (const waiting of [...all]) {
    waiting.handleEvent(event);
  }
}

/** Stops waiting when the signal aborts, while the promise goes on for whoever else waits for it. */
export function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const waiting = { handleEvent: () => reject(abortReason(signal)) };
    if (signal.aborted) {
      waiting.handleEvent();
    }
    listen(signal, waiting);
    promise.then(resolve, reject).finally(() => unlisten(signal, waiting));
  });
}
