import { abortReason, unlessAborted } from "../abort.js";
import { fetchFailure, type Refused, signInFailure } from "../failure/failures.js";
import { type Fault, faultOf } from "../failure/fault.js";
import { reasonFor } from "../failure/reason.js";
import type { Middleware } from "../openapi-fetch.js";
import { claimsChallenge } from "../token/challenge.js";
import { type CloudName, cloudNamed } from "../token/clouds.js";
import type { AccessToken, GetToken, TokenCredential } from "../token/credential.js";
import { explainToken } from "../token/explain-token.js";
import { createTokenCache } from "../token/token-cache.js";
import { getTokenOf, usableToken } from "../token/usable-token.js";
import { ensureRead, isRead } from "../transport/body.js";
import { LeanRequest } from "../transport/lean-request.js";
import { checkedBaseUrl, refuseUnsafe } from "../wire/base-url.js";
import {
  addToExchange,
  exchangeFor,
  exchangeOf,
  rememberEarlier,
  rememberSecrets,
} from "../wire/exchange.js";

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
   * The only origin that gets tokens. A `fetch` given to a single call is not held to it if later middleware makes
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

type CallOptions = Parameters<NonNullable<Middleware["onRequest"]>>[0]["options"];

/** What was sent with a call: the token, and the request once more if its body can be read only once. */
interface Sent {
  readonly token: string;
  readonly unread: Request | undefined;
}

/**
 * Sets `Authorization` on each call, with a token that is reused until it ends and renewed shortly before.
 * However many calls wait for a token, it is asked for once. A header that the caller set wins.
 * A call that is answered with 401 is sent once more if the credential then has another token.
 * Throws `TypeError` for a URL that may not get a token, and `PartnerCenterError` (sign-in, or what the credential
 * itself says) when there is no usable token.
 */
export function bearerAuth(options: BearerAuthOptions): Middleware {
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
  // openapi-fetch hands all middleware of one call the same object of options, even when one replaces the request.
  const sent = new WeakMap<object, Sent>();

  const authorise = (request: Request, call: object, { token }: AccessToken): void => {
    const again = LeanRequest.again(request);
    sent.set(call, { token, unread: again === request ? undefined : again });
    request.headers.set("Authorization", `Bearer ${token}`);
  };

  return {
    onRequest({ request, options: call }) {
      refuseUnsafe(request.url, origin);
      const signal = LeanRequest.signalOf(request);
      if (signal?.aborted) {
        throw abortReason(signal);
      }
      if (request.headers.has("Authorization")) {
        return;
      }
      const token = cache.get();
      return "then" in token
        ? tokenFrom(token, request).then((one) => authorise(request, call, one))
        : authorise(request, call, token);
    },

    onResponse({ request, response, options: call }) {
      return response.ok && isRead(response) ? undefined : examined(request, response, call);
    },
  };

  /** Reads a reply, and if it refuses the token, sends the request again with another. */
  async function examined(
    request: Request,
    response: Response,
    call: CallOptions,
  ): Promise<Response> {
    const token = request.headers.get("Authorization")?.replace(/^Bearer\s+/i, "") ?? "";
    const read = await ensureRead(response, exchangeFor(request));
    explain(read, token);
    const first = sent.get(call);
    if (read.status === 401 && first?.token === token) {
      const fault = faultOf(await bodyOf(read));
      if (reasonFor(read, fault) !== "mfa-required") {
        return (await secondPass(request, read, first, fault, call.fetch)) ?? read;
      }
    }
    return read;
  }

  /** Sends a refused request again if there is another token. */
  async function secondPass(
    request: Request,
    refused: Response,
    first: Sent,
    fault: Fault,
    fetch: (request: Request) => Promise<Response>,
  ): Promise<Response | undefined> {
    const attempts = exchangeOf(refused)?.attempts ?? 1;
    const claims = claimsChallenge(refused.headers.get("WWW-Authenticate"));
    const replaced = cache.replace(first.token, claims);
    const { token } = await tokenFrom(replaced, request, { response: refused, fault });
    if (token === first.token) {
      return undefined;
    }
    const headers = new Headers(request.headers);
    headers.set("Authorization", `Bearer ${token}`);
    const again = LeanRequest.with(first.unread ?? request, headers);
    rememberSecrets(again, [first.token]);
    rememberEarlier(again, { attempts, spentMs: exchangeOf(refused)?.spentMs ?? 0 });
    const exchange = exchangeFor(again, attempts + 1);
    const response = await fetch(again).catch((cause) => {
      throw request.signal.aborted ? cause : fetchFailure(exchange, cause);
    });
    const read = await ensureRead(response, exchange);
    explain(read, token);
    return read;
  }

  async function tokenFrom(
    token: AccessToken | Promise<AccessToken>,
    request: Request,
    refused?: Refused,
  ): Promise<AccessToken> {
    try {
      return await ("then" in token ? unlessAborted(token, request.signal) : token);
    } catch (cause) {
      throw request.signal.aborted
        ? abortReason(request.signal)
        : signInFailure(
            (refused && exchangeOf(refused.response)) ?? exchangeFor(request, refused ? 1 : 0),
            cause,
            refused,
          );
    }
  }

  /** Keeps with a refusal what its token says of itself; the token is not kept. */
  function explain(response: Response, token: string): void {
    if (response.status === 401 || response.status === 403) {
      addToExchange(response, { hints: explainToken(token, cloud, now, scope) });
    }
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  return response
    .clone()
    .json()
    .catch(() => undefined);
}
