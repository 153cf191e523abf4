import { abortReason, unlessAborted } from "../abort.js";
import { type Refused, signInFailure } from "../failure/failures.js";
import { parseFault } from "../failure/fault.js";
import { reasonFor } from "../failure/reason.js";
import type { Middleware } from "../openapi-fetch.js";
import { claimsChallenge } from "../token/challenge.js";
import { type CloudName, cloudNamed } from "../token/clouds.js";
import type { AccessToken, GetToken, TokenCredential } from "../token/credential.js";
import { createTokenCache, getTokenOf, usableToken } from "../token/token-cache.js";
import type { RenewIfRefused } from "../transport/retry.js";
import { checkedBaseUrl, refuseUnsafe } from "../wire/base-url.js";
import { contextOf, createDescribeCall, type DescribeCall, tokenIn } from "../wire/call-context.js";
import { copyRequest } from "../wire/copy-request.js";

/** Options of {@link bearerAuth}. */
export interface BearerAuthOptions {
  /** Where tokens come from. */
  readonly credential: TokenCredential | GetToken;
  /**
   * The cloud that the tokens are for.
   * @default "global"
   */
  readonly cloud?: CloudName | undefined;
  /**
   * The delegated permission to ask for.
   * @default that of the cloud
   */
  readonly scope?: string | undefined;
  /**
   * The only origin that gets tokens. The `fetch` of a single call is not restricted to it if later middleware creates
   * another request.
   * @default any that is https or loopback
   */
  readonly origin?: string | undefined;
  /**
   * The clock, in milliseconds since 1970.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
}

/** How many tokens are remembered as the client's: a credential may have a new one for each of the calls in flight. */
const MAX_ISSUED = 1_024;
/** How many of them are redacted from what a credential throws, which takes time for each. */
const MAX_REDACTED = 16;

/** How a client signs in. */
export interface SignIn {
  readonly middleware: Middleware;
  /**
   * Returns the request with another token after a 401; `undefined` when the credential has no other token, when the
   * caller set the refused one, and when multifactor authentication is missing, which no renewal adds.
   * Rejects with `PartnerCenterError` when the credential fails.
   */
  readonly renewIfRefused: RenewIfRefused;
}

/**
 * Sets `Authorization` on each call, with a token that is reused until it expires and renewed shortly before.
 * However many calls wait for a token, it is requested once. A header that the caller set takes precedence.
 * Only sets the header: the client of `createPartnerCenterClient` also retries a 401 with another token.
 * Throws `TypeError` for a URL that may not get a token, and `PartnerCenterError` (sign-in, or the credential's own
 * reason) when there is no usable token.
 */
export function bearerAuth(options: BearerAuthOptions): Middleware {
  return createSignIn(options, createDescribeCall()).middleware;
}

/** Creates the middleware of {@link bearerAuth} together with the renewal of its tokens. */
export function createSignIn(options: BearerAuthOptions, describe: DescribeCall): SignIn {
  const { cloud = "global", now = Date.now } = options;
  const origin =
    options.origin === undefined
      ? undefined
      : new URL(checkedBaseUrl(options.origin, "origin")).origin;
  const scope = options.scope ?? cloudNamed(cloud).scope;
  const getToken = getTokenOf(options.credential);
  const cache = createTokenCache(
    async (asked) => usableToken(await getToken([scope], asked), now()),
    now,
  );
  // Distinguishes the client's tokens from those that callers and their middleware set.
  const issued = new Set<string>();
  const authorizedByCaller = new WeakSet<Request>();

  const authorize = (request: Request, { token }: AccessToken): void => {
    issued.add(token);
    if (issued.size > MAX_ISSUED) {
      const [oldest = token] = issued;
      issued.delete(oldest);
    }
    request.headers.set("Authorization", `Bearer ${token}`);
  };

  const tokenFrom = async (
    token: AccessToken | Promise<AccessToken>,
    request: Request,
    refused?: Refused,
  ): Promise<AccessToken> => {
    try {
      return await ("then" in token ? unlessAborted(token, request.signal) : token);
    } catch (cause) {
      throw request.signal.aborted
        ? abortReason(request.signal)
        : signInFailure(
            describe(
              request,
              refused === undefined ? 0 : contextOf(refused.response)?.attempts,
              // A credential may quote a token that it gave earlier.
              [...issued].slice(-MAX_REDACTED),
            ),
            cause,
            refused,
          );
    }
  };

  return {
    middleware: {
      onRequest({ request }) {
        refuseUnsafe(request.url, origin);
        if (request.signal.aborted) {
          throw abortReason(request.signal);
        }
        if (request.headers.has("Authorization")) {
          authorizedByCaller.add(request);
          return;
        }
        const token = cache.get();
        return "then" in token
          ? tokenFrom(token, request).then((one) => authorize(request, one))
          : authorize(request, token);
      },
    },

    async renewIfRefused(request, response, original) {
      const refused = tokenIn(request.headers);
      if (!issued.has(refused) || authorizedByCaller.has(original)) {
        return undefined;
      }
      const fault = parseFault(await jsonOf(response));
      if (reasonFor(response, fault) === "mfa-required") {
        return undefined;
      }
      const claims = claimsChallenge(response.headers.get("WWW-Authenticate"));
      const token = await tokenFrom(cache.replace(refused, claims), request, { response, fault });
      if (token.token === refused) {
        return undefined;
      }
      const renewed = copyRequest(request);
      authorize(renewed, token);
      return renewed;
    },
  };
}

async function jsonOf(response: Response): Promise<unknown> {
  return response
    .clone()
    .json()
    .catch(() => undefined);
}
