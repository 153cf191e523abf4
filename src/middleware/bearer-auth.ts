import { isSafeForTokens } from "../base-url.js";
import type { AccessToken, GetToken, TokenCredential } from "../credential.js";
import { exchangeFor } from "../exchange.js";
import { expected, expectedSecret } from "../expected.js";
import { signInFailure } from "../failures.js";
import type { Middleware } from "../openapi-fetch.js";
import { abortReason } from "../transport/attempt.js";
import { createTokenCache } from "./token-cache.js";

/** Options of {@link bearerAuth}. */
export interface BearerAuthOptions {
  /** Where tokens come from. */
  readonly credential: TokenCredential | GetToken;
  /** The delegated permission to ask for, such as `clouds.global.scope`. */
  readonly scope: string;
  /**
   * The only origin that gets tokens.
   * @default any that is https or loopback
   */
  readonly origin?: string | undefined;
  /**
   * The clock, in milliseconds since 1970.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
}

/**
 * Sets `Authorization` on each call, with a token that is reused until it ends and renewed shortly before.
 * However many calls wait for a token, it is asked for once. A header that the caller set wins.
 * Throws `TypeError` for a URL that may not get a token, and `PartnerCenterError` (sign-in) when there is no
 * usable token; nothing is sent then.
 */
export function bearerAuth(options: BearerAuthOptions): Middleware {
  const { scope, origin, now = Date.now } = options;
  const getToken = getTokenOf(options.credential);
  const cache = createTokenCache(async () => usable(await getToken([scope], {}), now()), now);

  return {
    async onRequest({ request }) {
      refuseUnsafe(request.url, origin);
      if (request.signal.aborted) {
        throw abortReason(request.signal);
      }
      if (request.headers.has("Authorization")) {
        return;
      }
      request.headers.set("Authorization", `Bearer ${await tokenFor(request)}`);
    },
  };

  async function tokenFor(request: Request): Promise<string> {
    try {
      const cached = cache.get();
      return (cached instanceof Promise ? await unlessAborted(cached, request.signal) : cached)
        .token;
    } catch (cause) {
      throw request.signal.aborted
        ? abortReason(request.signal)
        : signInFailure(exchangeFor(request), cause);
    }
  }
}

function getTokenOf(credential: TokenCredential | GetToken): GetToken {
  if (typeof credential === "function") {
    return credential;
  }
  if (typeof credential?.getToken !== "function") {
    throw expectedSecret(
      "credential",
      "a TokenCredential or a function that returns a token",
      credential,
    );
  }
  return (scopes, options) => credential.getToken(scopes, options);
}

function refuseUnsafe(requestUrl: string, origin: string | undefined): void {
  const url = new URL(requestUrl);
  if (!isSafeForTokens(url)) {
    throw expected("baseUrl", "an https URL (http only for loopback)", url.origin);
  }
  if (origin !== undefined && url.origin !== origin) {
    throw expected(
      "baseUrl",
      `on ${origin}, the only origin that gets this client's tokens`,
      url.origin,
    );
  }
}

/** Throws for what cannot be sent as a bearer token; its message never holds the token. */
function usable(token: AccessToken | string | null | undefined, now: number): AccessToken {
  if (token === null || token === undefined) {
    throw new Error(`it returned ${token}`);
  }
  const { token: text, expiresOnTimestamp } =
    typeof token === "string" ? { token, expiresOnTimestamp: undefined } : token;
  if (typeof text !== "string" || text.trim() === "") {
    throw new Error("it returned an empty token");
  }
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw new Error("it returned a token with characters that a header cannot carry");
  }
  if (expiresOnTimestamp !== undefined && !(expiresOnTimestamp > now)) {
    throw new Error(`it returned a token that expired at ${expiry(expiresOnTimestamp)}`);
  }
  // A bare string ends as it arrives: it serves who waited for it.
  return typeof token === "string" ? { token, expiresOnTimestamp: now } : token;
}

function expiry(timestamp: number): string {
  const date = new Date(timestamp);
  return Number.isNaN(date.valueOf()) ? "no known time" : date.toISOString();
}

/** Stops waiting when the caller aborts, while the promise goes on for whoever else waits for it. */
function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(abortReason(signal));
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
