import { invalidSecretOption } from "../invalid-option.js";
import type { AccessToken, GetToken, GetTokenOptions, TokenCredential } from "./credential.js";

/** Milliseconds before its end from which a token is renewed while it still serves. */
export const TOKEN_REFRESH_WINDOW_MS = 120_000;

/** Keeps one access token and renews it in time, with one request at a time for any number of callers. */
export interface TokenCache {
  /** The token to use now: at once when there is one. Rejects with whatever `getToken` rejects with. */
  get(): AccessToken | Promise<AccessToken>;
  /** Another token than the one that the service refused; the same one when the credential has no other. */
  replace(refused: string, claims: string | undefined): AccessToken | Promise<AccessToken>;
}

/** Milliseconds after which a renewal that has not ended is waited for by nobody who comes later. */
const LONGEST_RENEWAL_MS = 300_000;

interface Renewal {
  readonly token: Promise<AccessToken>;
  readonly options: GetTokenOptions;
  readonly startedAt: number;
}

/**
 * Makes a cache of the tokens that `getToken` gives. A failure is not remembered.
 * Tokens end by the clock `now`; how long a renewal takes is measured by one that nobody sets.
 */
export function createTokenCache(
  getToken: (options: GetTokenOptions) => Promise<AccessToken>,
  now: () => number,
  monotonic: () => number = () => performance.now(),
): TokenCache {
  let current: AccessToken | undefined;
  // Whether the current token was asked to meet a claims challenge.
  let isChallenged = false;
  let renewAt = 0;
  let underWay: Renewal | undefined;

  const renew = (options: GetTokenOptions): Renewal => {
    const begun: Renewal = {
      options,
      startedAt: monotonic(),
      token: getToken(options)
        .then((renewed) => {
          current = renewed;
          isChallenged = options.claims !== undefined;
          renewAt = renewalOf(renewed, now());
          return renewed;
        })
        .finally(() => {
          underWay = underWay === begun ? undefined : underWay;
        }),
    };
    underWay = begun;
    return begun;
  };
  const renewal = (): Renewal | undefined =>
    underWay !== undefined && monotonic() - underWay.startedAt < LONGEST_RENEWAL_MS
      ? underWay
      : undefined;
  const serves = (token: AccessToken | undefined): token is AccessToken =>
    token !== undefined && token.expiresOnTimestamp > now();

  const replaced = async (refused: string, claims: string | undefined): Promise<AccessToken> => {
    for (let other = renewal(); other !== undefined; other = renewal()) {
      const token = await other.token;
      // What was asked for before the refusal may bring the refused token again.
      const isOther = other.options.forceRefresh === true || token.token !== refused;
      // Challenges that come together may differ in a time, and then one token meets them all.
      if (isOther && (claims === undefined || other.options.claims !== undefined)) {
        return token;
      }
    }
    return renew({ forceRefresh: true, ...(claims !== undefined && { claims }) }).token;
  };

  return {
    get() {
      if (!serves(current)) {
        return (renewal() ?? renew({})).token;
      }
      if (renewAt <= now() && renewal() === undefined) {
        // The old token still serves; the call that finds it ended sees the failure.
        renew({}).token.catch(() => undefined);
      }
      return current;
    },
    replace(refused, claims) {
      if (current?.token === refused) {
        current = undefined;
      }
      return serves(current) && (claims === undefined || isChallenged)
        ? current
        : replaced(refused, claims);
    },
  };
}

/** When to renew a token that arrives now: never at once, however short its life and whatever the credential says. */
function renewalOf(
  { expiresOnTimestamp, refreshAfterTimestamp }: AccessToken,
  now: number,
): number {
  const halfLife = now + (expiresOnTimestamp - now) / 2;
  const window = Math.max(expiresOnTimestamp - TOKEN_REFRESH_WINDOW_MS, halfLife);
  return typeof refreshAfterTimestamp === "number" && refreshAfterTimestamp > now
    ? Math.min(window, refreshAfterTimestamp)
    : window;
}

/** Returns the function that provides tokens. Throws `TypeError` for a credential that has none. */
export function getTokenOf(credential: TokenCredential | GetToken): GetToken {
  if (typeof credential === "function") {
    return credential;
  }
  if (typeof credential?.getToken !== "function") {
    throw invalidSecretOption(
      "credential",
      "a TokenCredential or a function that returns a token",
      credential,
    );
  }
  return (scopes, options) => credential.getToken(scopes, options);
}

/** `b64token` of RFC 6750, section 2.1. */
const BEARER_TOKEN = /^[\w.~+/-]+=*$/;
const QUOTES = /["'`\u2018-\u201f]/;

/** Returns why a token cannot be sent, without any of it; `undefined` when it can. */
export function tokenProblem(text: unknown): string | undefined {
  if (typeof text !== "string" || text.trim() === "") {
    return "an empty token";
  }
  if (BEARER_TOKEN.test(text)) {
    return undefined;
  }
  if (/^\s*(\{|\[\s*["{[])/.test(text)) {
    return "a JSON document in place of a token";
  }
  if (QUOTES.test(text)) {
    return "a token with quotes, which are not part of it";
  }
  return /^\s*Bearer\s/i.test(text)
    ? "a token with the word Bearer before it"
    : "a token with a space, a line break, a comma or another character that no token has";
}

/** Returns a copy of what can be sent as a bearer token. Throws otherwise; the message never holds the token. */
export function usableToken(
  given: AccessToken | string | null | undefined,
  now: number,
): AccessToken {
  if (given === null || given === undefined) {
    throw new Error(`it returned ${given}`);
  }
  // A bare string ends as it arrives: it serves who waited for it. Each member is read once, as it may be a getter.
  const { token, expiresOnTimestamp, refreshAfterTimestamp } =
    typeof given === "string"
      ? { token: given, expiresOnTimestamp: now, refreshAfterTimestamp: undefined }
      : given;
  const problem = tokenProblem(token);
  if (problem !== undefined) {
    throw new Error(`it returned ${problem}`);
  }
  if (!Number.isFinite(expiresOnTimestamp)) {
    throw new Error("it returned a token without a number in expiresOnTimestamp");
  }
  if (typeof given !== "string" && expiresOnTimestamp <= now) {
    throw new Error(
      `it returned a token that expired at ${new Date(expiresOnTimestamp).toJSON() ?? expiresOnTimestamp}`,
    );
  }
  return { token, expiresOnTimestamp, refreshAfterTimestamp };
}
