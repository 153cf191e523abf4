import { abortReason } from "../abort.js";
import { type Exchange, exchangeFor } from "../exchange.js";
import { fetchFailure, timeoutFailure } from "../failures.js";
import { receiveBody } from "./body.js";

/** Which attempt of its call it is, counted from 1, and the milliseconds that it may take. */
export interface AttemptLimits {
  readonly attempt: number;
  readonly timeoutMs: number;
}

/** Sends a request once. */
export type Attempt = (request: Request, limits: AttemptLimits) => Promise<Response>;

/** A `fetch` to send with, the platform's or another. */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/**
 * Makes the function that sends a request once, body included.
 * Rejects with `PartnerCenterError` (network, timeout, malformed response) or with the caller's abort reason.
 * Redirects are never followed: the reply of a redirect is a failure, and the token goes nowhere else.
 */
export function createAttempt(fetch: Fetch): Attempt {
  const send = async (request: Request, signal: AbortSignal, exchange: Exchange) => {
    try {
      const response = await fetch(request, { signal, redirect: "manual" });
      return await receiveBody(request, response, exchange);
    } catch (cause) {
      throw fetchFailure(exchange, cause);
    }
  };

  return (request, { attempt, timeoutMs }) =>
    new Promise((resolve, reject) => {
      const exchange = exchangeFor(request, attempt);
      const { signal } = request;
      const controller = new AbortController();
      const timer = setTimeout(() => stop(timeoutFailure(exchange, timeoutMs)), timeoutMs);
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
      send(request, controller.signal, exchange).finally(release).then(resolve, reject);
    });
}
