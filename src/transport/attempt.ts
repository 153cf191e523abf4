import { exchangeFor } from "../exchange.js";
import { timeoutFailure } from "../failures.js";
import { receiveBody } from "./body.js";

/** Sends a request once. */
export type Attempt = (request: Request) => Promise<Response>;

/** A `fetch` to send with, the platform's or another. */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/**
 * Makes the function that sends a request once, body included, within `timeoutMs`.
 * Rejects with `PartnerCenterError` (timeout, malformed response), with the caller's abort reason, or with what `fetch` threw.
 * Redirects are never followed: the reply of a redirect is a failure, and the token goes nowhere else.
 */
export function createAttempt(fetch: Fetch, timeoutMs: number): Attempt {
  return (request) =>
    new Promise((resolve, reject) => {
      const { signal } = request;
      const controller = new AbortController();
      const timer = setTimeout(
        () => stop(timeoutFailure(exchangeFor(request), timeoutMs)),
        timeoutMs,
      );
      const onAbort = () => stop(abortReason(signal));
      const release = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", onAbort);
      };
      // Rejecting here, and not only through the signal, also ends the wait for a `fetch` that knows no signals.
      const stop = (reason: unknown) => {
        release();
        reject(reason);
        controller.abort(reason);
      };

      if (signal.aborted) {
        stop(abortReason(signal));
        return;
      }
      signal.addEventListener("abort", onAbort, { once: true });
      fetch(request, { signal: controller.signal, redirect: "manual" })
        .then((response) => receiveBody(request, response))
        .finally(release)
        .then(resolve, reject);
    });
}

/** What the caller aborted with; openapi-fetch loses a reason that is falsy. */
export function abortReason(signal: AbortSignal): unknown {
  return signal.reason || new DOMException("The call was aborted.", "AbortError");
}
