import { abortReason, unlessAborted } from "../abort.js";
import { refuseUnsafe } from "../base-url.js";
import { type CloudName, cloudNamed } from "../clouds.js";
import type { AccessToken, GetToken, TokenCredential } from "../credential.js";
import {
  addToExchange,
  type Exchange,
  exchangeFor,
  exchangeOf,
  rememberEarlier,
} from "../exchange.js";
import { explainToken } from "../explain-token.js";
import { fetchFailure, signInFailure } from "../failures.js";
import { faultOf } from "../fault.js";
import type { Middleware } from "../openapi-fetch.js";
import { reasonFor } from "../reason.js";
import { receiveBody } from "../transport/body.js";
import { claimsChallenge } from "./challenge.js";
import { createTokenCache } from "./token-cache.js";
import { getTokenOf, usableToken } from "./usable-token.js";

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
  const { cloud = "global", origin, now = Date.now } = options;
  const scope = options.scope ?? cloudNamed(cloud).scope;
  const getToken = getTokenOf(options.credential);
  const cache = createTokenCache(
    async (asked) => usableToken(await getToken([scope], asked), now()),
    now,
  );
  // openapi-fetch hands all middleware of one call the same object of options, even when one replaces the request.
  const sent = new WeakMap<object, Sent>();

  return {
    async onRequest({ request, options: call }) {
      refuseUnsafe(request.url, origin);
      if (request.signal.aborted) {
        throw abortReason(request.signal);
      }
      if (request.headers.has("Authorization")) {
        return;
      }
      const token = await tokenFrom(() => cache.get(), request, 0);
      sent.set(call, { token, unread: request.body === null ? undefined : request.clone() });
      request.headers.set("Authorization", `Bearer ${token}`);
    },

    async onResponse({ request, response, options: call }) {
      const first = sent.get(call);
      if (first === undefined) {
        return undefined;
      }
      await completed(response, exchangeFor(request));
      if (response.status === 401 && !(await isMfaRequired(response))) {
        return secondPass(request, response, first, call.fetch);
      }
      explain(response, first.token);
      return undefined;
    },
  };

  /** Sends a refused request again if there is another token. */
  async function secondPass(
    request: Request,
    refused: Response,
    first: Sent,
    fetch: (request: Request) => Promise<Response>,
  ): Promise<Response | undefined> {
    const attempts = exchangeOf(refused)?.attempts ?? 1;
    const claims = claimsChallenge(refused.headers.get("WWW-Authenticate"));
    const token = await tokenFrom(() => cache.replace(first.token, claims), request, attempts);
    if (token === first.token) {
      explain(refused, token);
      return undefined;
    }
    const again = new Request(first.unread ?? request, { headers: request.headers });
    again.headers.set("Authorization", `Bearer ${token}`);
    rememberEarlier(again, { attempts, spentMs: exchangeOf(refused)?.spentMs ?? 0 });
    const exchange = exchangeFor(again, attempts + 1);
    const response = await fetch(again).catch((cause) => {
      throw request.signal.aborted ? cause : fetchFailure(exchange, cause);
    });
    await completed(response, exchange);
    explain(response, token);
    return response;
  }

  async function tokenFrom(
    get: () => AccessToken | Promise<AccessToken>,
    request: Request,
    attempts: number,
  ): Promise<string> {
    try {
      const token = get();
      return ("then" in token ? await unlessAborted(token, request.signal) : token).token;
    } catch (cause) {
      throw request.signal.aborted
        ? abortReason(request.signal)
        : signInFailure(exchangeFor(request, attempts), cause);
    }
  }

  /** Keeps with a refusal what its token says of itself; the token is not kept. */
  function explain(response: Response, token: string): void {
    if (response.status === 401 || response.status === 403) {
      addToExchange(response, { hints: explainToken(token, cloud, now) });
    }
  }
}

/** A reply that came through the `fetch` of a single call has not been read yet. */
async function completed(response: Response, exchange: Exchange): Promise<void> {
  if (exchangeOf(response) === undefined && !response.bodyUsed) {
    await receiveBody(response, exchange);
  }
}

async function isMfaRequired(response: Response): Promise<boolean> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return reasonFor(response, faultOf(body)) === "mfa-required";
}
