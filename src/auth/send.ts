import { isPartnerCenterError, type PartnerCenterError } from "../failure/error.js";
import { innermostMessage } from "../failure/failures.js";
import { createAttempt } from "../transport/attempt.js";
import { createDescribeCall } from "../wire/call-context.js";
import { withoutQuery } from "../wire/operation.js";
import type { SignInSettings } from "./options.js";
import { redactionOf } from "./redaction.js";
import { signInError } from "./sign-in-error.js";

/** Sends a request with these secrets to an authority, which do not show in what is said when that fails. */
export type Send = (request: Request, secrets: readonly string[]) => Promise<Response>;

/** Makes a {@link Send} that rejects with `PartnerCenterError`, or with the reason of the signal of the request. */
export function createSend({ authority, fetch, timeoutMs }: SignInSettings): Send {
  const attempt = createAttempt(fetch, new URL(authority).origin, createDescribeCall());
  return async (request, secrets) => {
    try {
      return await attempt(request, { attempt: 1, timeoutMs, secrets });
    } catch (error) {
      // Its cause may hold the request, secrets included.
      throw isPartnerCenterError(error) && error.reason === "network"
        ? networkFailure(request, innermostMessage(error, redactionOf(secrets)))
        : error;
    }
  };
}

function networkFailure({ method, url }: Request, message: string): PartnerCenterError {
  return signInError(
    `${method} ${withoutQuery(url)} failed: no reply (${message}). Check the authority, the network and the proxy.`,
    { reason: "network" },
  );
}
