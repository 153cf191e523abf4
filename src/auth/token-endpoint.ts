import * as oauth from "oauth4webapi";
import { malformedResponse } from "../failure/failures.js";
import type { AccessToken } from "../token/credential.js";
import { tokenProblem } from "../token/token-cache.js";
import { contextOf } from "../wire/call-context.js";
import type { SignInSettings } from "./options.js";
import { redactionOf, secretsIn } from "./redaction.js";
import { type Advise, type Refusal, readRefusal } from "./refusal.js";
import { createSend } from "./send.js";

/** What an authority gives for a refresh token or a device code. */
export interface Tokens {
  readonly accessToken: AccessToken;
  /** Undefined when it gave none, or none but the one it got. */
  readonly refreshToken: string | undefined;
}

/** Puts into the form for the token endpoint what proves that the app is itself. */
export type ClientAuthentication = (form: URLSearchParams, tokenEndpoint: string) => Promise<void>;

/** An app at an authority, as oauth4webapi has them, and the request between them. */
export interface TokenEndpoint {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly clientAuth: oauth.ClientAuth;
  /** Sends a token request and reads the reply. Rejects only if there is no usable response. */
  requestTokens<Reply>(
    ask: (options: oauth.TokenEndpointRequestOptions) => Promise<Response>,
    read: (response: Response, askedAt: number, reply: unknown) => Promise<Reply>,
    signal?: AbortSignal | undefined,
    advise?: Advise,
  ): Promise<Reply | Refusal>;
}

export function createTokenEndpoint(
  settings: SignInSettings,
  authenticate?: ClientAuthentication,
): TokenEndpoint {
  const { now } = settings;
  const issuer = `${settings.authority}/${settings.tenantId}`;
  const tokenEndpoint = `${issuer}/oauth2/v2.0/token`;
  const server: oauth.AuthorizationServer = {
    issuer: `${issuer}/v2.0`,
    token_endpoint: tokenEndpoint,
    device_authorization_endpoint: `${issuer}/oauth2/v2.0/devicecode`,
    authorization_endpoint: `${issuer}/oauth2/v2.0/authorize`,
  };
  const client: oauth.Client = { client_id: settings.clientId };
  const clientAuth: oauth.ClientAuth = async (_server, { client_id }, form) => {
    form.set("client_id", client_id);
    await authenticate?.(form, tokenEndpoint);
  };
  const send = createSend(settings);

  return { server, client, clientAuth, requestTokens };

  async function requestTokens<Reply>(
    ask: (options: oauth.TokenEndpointRequestOptions) => Promise<Response>,
    read: (response: Response, askedAt: number, reply: unknown) => Promise<Reply>,
    signal?: AbortSignal | undefined,
    advise?: Advise,
  ): Promise<Reply | Refusal> {
    const askedAt = now();
    let secrets: readonly string[] = [];
    const response = await ask({
      // The settings let nothing but https pass, and http on loopback.
      [oauth.allowInsecureRequests]: true,
      [oauth.customFetch]: (url, { method, headers, body }) => {
        secrets = secretsIn(body);
        return send(new Request(url, { method, headers, body, signal: signal ?? null }), secrets);
      },
    });
    if (!response.ok) {
      return readRefusal(response, redactionOf(secrets), now(), advise);
    }
    const { isJson = false, summary = "unreadable" } = contextOf(response)?.body ?? {};
    const reply: unknown = isJson ? withoutEmpty(await response.clone().json()) : undefined;
    // workerd takes no response but its own for the options of another.
    const { status, headers } = response;
    const usable = isJson ? Response.json(reply, { status, headers }) : response.clone();
    try {
      return await read(usable, askedAt, reply);
    } catch {
      // The errors of oauth4webapi hold the reply, tokens included, so they are no cause to keep.
      const refreshToken = refreshTokenIn(reply);
      // Some authorities, and proxies in front of them, refuse with the status of a success.
      const refusal = await readRefusal(response.clone(), redactionOf(secrets), now(), advise);
      if (refusal.failure.code !== undefined) {
        return { ...refusal, refreshToken };
      }
      const { access_token } = Object(reply);
      const problem = access_token === undefined ? undefined : tokenProblem(access_token);
      const flaw = problem === undefined ? "without what was asked for" : `with ${problem}`;
      const failure = malformedResponse(response, isJson ? `${summary} ${flaw}` : summary);
      return { oauthError: undefined, failure, refreshToken };
    }
  }
}

export function tokensIn(
  reply: oauth.TokenEndpointResponse,
  askedAt: number,
  redeemed?: string,
): Tokens {
  if (reply.expires_in === undefined) {
    throw new TypeError("The reply has no `expires_in`.");
  }
  const problem = tokenProblem(reply.access_token);
  if (problem !== undefined) {
    throw new TypeError(`The reply has ${problem}.`);
  }
  const expiresOnTimestamp = askedAt + reply.expires_in * 1000;
  return {
    accessToken: { token: reply.access_token, expiresOnTimestamp },
    refreshToken: reply.refresh_token === redeemed ? undefined : reply.refresh_token,
  };
}

/** Returns a reply without the members that have no value, and without a refresh token that cannot be one. */
function withoutEmpty(reply: unknown): unknown {
  if (typeof reply !== "object" || reply === null || Array.isArray(reply)) {
    return reply;
  }
  const members = Object.entries(reply).filter(([, value]) => value !== null && value !== "");
  return { ...Object.fromEntries(members), refresh_token: refreshTokenIn(reply) };
}

// The authority may have ended the one before, so a new one is not to be lost with the rest of its reply.
function refreshTokenIn(reply: unknown): string | undefined {
  const refreshToken: unknown = Object(reply).refresh_token;
  return typeof refreshToken === "string" && /^\S+$/.test(refreshToken) ? refreshToken : undefined;
}
