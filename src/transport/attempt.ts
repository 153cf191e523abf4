import { abortReason } from "../abort.js";
import { expectedSecret } from "../expected.js";
import { fetchFailure, timeoutFailure } from "../failure/failures.js";
import { refuseUnsafe } from "../wire/base-url.js";
import { exchangeFor } from "../wire/exchange.js";
import { cutOff, readReply } from "./body.js";

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
 * Makes the function that sends a request once, body included, and only to `origin`.
 * A failure that the service answers stays one, with its status and headers, when its body is too large, breaks off,
 * stalls or cannot be unpacked; the body is empty then.
 * Rejects with `PartnerCenterError` (network, timeout, malformed response), with the caller's abort reason, or with
 * `TypeError` for a URL that may not get a token and for a `fetch` that returns no response.
 * Redirects are never followed: the reply of a redirect is a failure, and the token goes nowhere else.
 */
export function createAttempt(fetch: Fetch, origin: string): Attempt {
  return (request, { attempt, timeoutMs }) =>
    new Promise((resolve, reject) => {
      // Once more, because middleware of the user may have made another request.
      refuseUnsafe(request.url, origin);
      const exchange = exchangeFor(request, attempt);
      const { signal } = request;
      const controller = new AbortController();
      let response: Response | undefined;

      const send = async () => {
        try {
          response = await fetch(request, { signal: controller.signal, redirect: "manual" });
        } catch (cause) {
          throw fetchFailure(exchange, cause);
        }
        if (typeof response?.arrayBuffer !== "function") {
          throw expectedSecret("fetch", "a function that returns a Response", response);
        }
        try {
          return await readReply(response, exchange);
        } catch (cause) {
          throw fetchFailure(exchange, cause, response);
        }
      };
      const timer = setTimeout(() => {
        const timeout = timeoutFailure(exchange, timeoutMs, response);
        if (response !== undefined && !response.ok) {
          resolve(cutOff(response, timeoutMs));
        }
        stop(timeout);
      }, timeoutMs);
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
      send().then(
        (reply) => {
          release();
          resolve(reply);
        },
        (error: unknown) => {
          release();
          reject(error);
        },
      );
    });
}
