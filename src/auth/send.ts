import { isPartnerCenterError, type PartnerCenterError } from "../error.js";
import { exchangeFor } from "../exchange.js";
import { innermostMessage } from "../failures.js";
import { createAttempt } from "../transport/attempt.js";
import type { SignInSettings } from "./options.js";
import { signInError } from "./sign-in-error.js";

/** Sends a request to an authority; `redacted` takes its secrets out of what is said when that fails. */
export type Send = (request: Request, redacted: (text: string) => string) => Promise<Response>;

/** Makes a {@link Send} that rejects with `PartnerCenterError`, or with the reason of the signal of the request. */
export function createSend({ fetch, timeoutMs }: SignInSettings): Send {
  const attempt = createAttempt(fetch, timeoutMs);
  return async (request, redacted) => {
    try {
      return await attempt(request);
    } catch (error) {
      throw request.signal.aborted || isPartnerCenterError(error)
        ? error
        : networkFailure(request, redacted(innermostMessage(error)));
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
