// The one import of oauth4webapi.
import * as oauth from "oauth4webapi";
import type { AccessToken } from "../credential.js";
import { isPartnerCenterError, type PartnerCenterError } from "../error.js";
import { exchangeFor, exchangeOf } from "../exchange.js";
import { innermostMessage, malformedResponse } from "../failures.js";
import { createAttempt } from "../transport/attempt.js";
import type { SignInSettings } from "./options.js";
import { redactionOf } from "./redaction.js";
import { type Refusal, refusalOf } from "./refusal.js";
import { signInError } from "./sign-in-error.js";

/** What an authority gives for a refresh token or a device code. */
export interface Tokens {
  readonly accessToken: AccessToken;
  /** Undefined when it gave none, or none but the one it got. */
  readonly refreshToken: string | undefined;
}

/** What an authority gives for a user to enter on another device. */
export type DeviceCode = oauth.DeviceAuthorizationResponse;

/** How the app proves that it is itself. */
export type ClientAuthentication = oauth.ClientAuth;

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

const SECRET_PARAMETERS = ["refresh_token", "device_code", "client_secret", "client_assertion"];

export function createAuthority(
  settings: SignInSettings,
  authenticate: ClientAuthentication = oauth.None(),
): Authority {
  const { now } = settings;
  const issuer = `${settings.authority}/${settings.tenantId}`;
  const server: oauth.AuthorizationServer = {
    issuer: `${issuer}/v2.0`,
    token_endpoint: `${issuer}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${issuer}/oauth2/v2.0/devicecode`,
  };
  const client: oauth.Client = { client_id: settings.clientId };
  const attempt = createAttempt(settings.fetch, new URL(settings.authority).origin);

  return {
    redeemRefreshToken: (refreshToken, scope, claims) =>
      exchange(
        (options) =>
          oauth.refreshTokenGrantRequest(server, client, authenticate, refreshToken, {
            ...options,
            additionalParameters: { scope, ...(claims !== undefined && { claims }) },
          }),
        tokensFrom(oauth.processRefreshTokenResponse, refreshToken),
      ),
    requestDeviceCode: (scope, signal) =>
      exchange(
        (options) =>
          oauth.deviceAuthorizationRequest(server, client, authenticate, { scope }, options),
        (response) => oauth.processDeviceAuthorizationResponse(server, client, response),
        signal,
      ),
    redeemDeviceCode: (deviceCode, signal) =>
      exchange(
        (options) =>
          oauth.deviceCodeGrantRequest(server, client, authenticate, deviceCode, options),
        tokensFrom(oauth.processDeviceCodeResponse),
        signal,
      ),
  };

  async function exchange<Reply>(
    ask: (options: oauth.TokenEndpointRequestOptions) => Promise<Response>,
    read: (response: Response, askedAt: number) => Promise<Reply>,
    signal?: AbortSignal | undefined,
  ): Promise<Reply | Refusal> {
    const askedAt = now();
    let redacted = (text: string) => text;
    const response = await ask({
      // The settings let nothing but https pass, and http on loopback.
      [oauth.allowInsecureRequests]: true,
      [oauth.customFetch]: (url, { method, headers, body }) => {
        redacted = redactionOf(SECRET_PARAMETERS.map((name) => body.get(name) ?? ""));
        return send(new Request(url, { method, headers, body, signal: signal ?? null }), redacted);
      },
    });
    if (!response.ok) {
      return refusalOf(response, redacted, now());
    }
    try {
      return await read(response, askedAt);
    } catch {
      // The errors of oauth4webapi hold the reply, tokens included, so they are no cause to keep.
      const { isJson = false, words = "unreadable" } = exchangeOf(response)?.received ?? {};
      throw malformedResponse(response, isJson ? `${words} without what was asked for` : words);
    }
  }

  async function send(request: Request, redacted: (text: string) => string): Promise<Response> {
    try {
      return await attempt(request, { attempt: 1, timeoutMs: settings.timeoutMs });
    } catch (error) {
      // The cause may hold the request, secrets included.
      throw isPartnerCenterError(error) && error.reason === "network"
        ? networkFailure(request, redacted(innermostMessage(error)))
        : error;
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

function networkFailure(request: Request, message: string): PartnerCenterError {
  const { method, url } = exchangeFor(request);
  return signInError(
    `${method} ${url} failed: no reply (${message}). Check the authority, the network and the proxy.`,
    { reason: "network" },
  );
}
