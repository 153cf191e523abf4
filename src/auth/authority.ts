// The one import of oauth4webapi.
import * as oauth from "oauth4webapi";
import { malformedResponse } from "../failure/failures.js";
import type { AccessToken } from "../token/credential.js";
import { exchangeOf } from "../wire/exchange.js";
import type { SignInSettings } from "./options.js";
import { redactionOf, secretsIn } from "./redaction.js";
import { type Refusal, refusalOf } from "./refusal.js";
import { createSend } from "./send.js";

/** What an authority gives for a refresh token or a device code. */
export interface Tokens {
  readonly accessToken: AccessToken;
  /** Undefined when it gave none, or none but the one it got. */
  readonly refreshToken: string | undefined;
}

/** What an authority gives for a user to enter on another device. */
export interface DeviceCode {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly verificationUri: string;
  readonly message: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresOnTimestamp: number;
  readonly intervalMs: number | undefined;
}

/** Puts into the form what proves that the app is itself. */
export type ClientAuthentication = (form: URLSearchParams) => Promise<void>;

/** The endpoints of Entra ID, or of what stands in for it. They reject only when there is no answer to speak of. */
export interface Authority {
  redeemRefreshToken(
    refreshToken: string,
    scope: string,
    claims: string | undefined,
  ): Promise<Tokens | Refusal>;
  requestDeviceCode(scope: string, signal: AbortSignal | undefined): Promise<DeviceCode | Refusal>;
  redeemDeviceCode(deviceCode: string, signal: AbortSignal | undefined): Promise<Tokens | Refusal>;
}

export function createAuthority(
  settings: SignInSettings,
  authenticate?: ClientAuthentication,
): Authority {
  const { now } = settings;
  const issuer = `${settings.authority}/${settings.tenantId}`;
  const server: oauth.AuthorizationServer = {
    issuer: `${issuer}/v2.0`,
    token_endpoint: `${issuer}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${issuer}/oauth2/v2.0/devicecode`,
  };
  const client: oauth.Client = { client_id: settings.clientId };
  const clientAuth: oauth.ClientAuth = async (_server, { client_id }, form) => {
    form.set("client_id", client_id);
    await authenticate?.(form);
  };
  const send = createSend(settings);

  return {
    redeemRefreshToken: (refreshToken, scope, claims) =>
      exchange(
        (options) =>
          oauth.refreshTokenGrantRequest(server, client, clientAuth, refreshToken, {
            ...options,
            additionalParameters: { scope, ...(claims !== undefined && { claims }) },
          }),
        tokensFrom(oauth.processRefreshTokenResponse, refreshToken),
      ),
    requestDeviceCode: (scope, signal) =>
      exchange(
        (options) =>
          oauth.deviceAuthorizationRequest(server, client, clientAuth, { scope }, options),
        deviceCodeFrom,
        signal,
      ),
    redeemDeviceCode: (deviceCode, signal) =>
      exchange(
        (options) => oauth.deviceCodeGrantRequest(server, client, clientAuth, deviceCode, options),
        tokensFrom(oauth.processDeviceCodeResponse),
        signal,
      ),
  };

  async function deviceCodeFrom(response: Response, askedAt: number): Promise<DeviceCode> {
    const reply = await oauth.processDeviceAuthorizationResponse(server, client, response);
    return {
      deviceCode: reply.device_code,
      userCode: reply.user_code,
      verificationUri: reply.verification_uri,
      message: typeof reply.message === "string" ? reply.message : undefined,
      expiresOnTimestamp: askedAt + reply.expires_in * 1000,
      intervalMs: reply.interval === undefined ? undefined : reply.interval * 1000,
    };
  }

  async function exchange<Reply>(
    ask: (options: oauth.TokenEndpointRequestOptions) => Promise<Response>,
    read: (response: Response, askedAt: number) => Promise<Reply>,
    signal?: AbortSignal | undefined,
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
      return refusalOf(response, redactionOf(secrets), now());
    }
    const { isJson = false, words = "unreadable" } = exchangeOf(response)?.body ?? {};
    const reply: unknown = isJson ? await response.clone().json() : undefined;
    try {
      return await read(withoutIdToken(response, reply), askedAt);
    } catch {
      // The errors of oauth4webapi hold the reply, tokens included, so they are no cause to keep.
      const received = isJson ? `${words} without what was asked for` : words;
      return {
        oauthError: undefined,
        failure: malformedResponse(response, received),
        refreshToken: refreshTokenIn(reply),
      };
    }
  }

  function tokensFrom(read: typeof oauth.processRefreshTokenResponse, redeemed?: string) {
    return async (response: Response, askedAt: number): Promise<Tokens> => {
      const reply = await read(server, client, response);
      if (reply.expires_in === undefined) {
        throw new TypeError("The reply has no `expires_in`.");
      }
      const expiresOnTimestamp = askedAt + reply.expires_in * 1000;
      return {
        accessToken: { token: reply.access_token, expiresOnTimestamp },
        refreshToken: reply.refresh_token === redeemed ? undefined : reply.refresh_token,
      };
    };
  }
}

/** Who the user is was not asked for, and an ID token that cannot be checked makes no other token worse. */
function withoutIdToken(response: Response, reply: unknown): Response {
  return typeof reply === "object" && reply !== null && "id_token" in reply
    ? Response.json({ ...reply, id_token: undefined })
    : response;
}

// The authority may have ended the one before, so a new one is not to be lost with the rest of its reply.
function refreshTokenIn(reply: unknown): string | undefined {
  const refreshToken: unknown = Object(reply).refresh_token;
  return typeof refreshToken === "string" && /^\S+$/.test(refreshToken) ? refreshToken : undefined;
}
