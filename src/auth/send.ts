import { isPartnerCenterError, type PartnerCenterError } from "../failure/error.js";
import { innermostMessage } from "../failure/failures.js";
import { createAttempt } from "../transport/attempt.js";
import { addToExchange, exchangeFor } from "../wire/exchange.js";
import type { SignInSettings } from "./options.js";
import { signInError } from "./sign-in-error.js";

/** Sends a request to an authority; `redacted` takes its secrets out of what is said when that fails. */
export type Send = (request: Request, redacted: (text: string) => string) => Promise<Response>;

/** Makes a {@link Send} that rejects with `PartnerCenterError`, or with the reason of the signal of the request. */
export function createSend({ authority, fetch, timeoutMs }: SignInSettings): Send {
  const attempt = createAttempt(fetch, new URL(authority).origin);
  return async (request, redacted) => {
    try {
      const response = await attempt(request, { attempt: 1, timeoutMs });
      // It may repeat the request in its headers.
      addToExchange(response, { redact: redacted });
      return response;
    } catch (error) {
      // Its cause may hold the request, secrets included.
      throw isPartnerCenterError(error) && error.reason === "network"
        ? networkFailure(request, redacted(innermostMessage(error)))
        : error;
    }
  };
}

function networkFailure(request: Request, message: string): PartnerCenterError {
  const { method, url } = exchangeFor(request);
  return signInError(
    `${method} ${url} failed: no reply (${message}). Check the authority, the network and the proxy.`,
    { reason: "network" },
  );
}
