import * as oauth from "oauth4webapi";
import type { SignInSettings } from "./options.js";
import type { Refusal } from "./refusal.js";
import { deviceCodeAdvice } from "./sign-in-advice.js";
import {
  type ClientAuthentication,
  createTokenEndpoint,
  type Tokens,
  tokensIn,
} from "./token-endpoint.js";

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
  const { server, client, clientAuth, requestTokens } = createTokenEndpoint(settings, authenticate);

  return {
    redeemRefreshToken: (refreshToken, scope, claims) =>
      requestTokens(
        (options) =>
          oauth.refreshTokenGrantRequest(server, client, clientAuth, refreshToken, {
            ...options,
            additionalParameters: { scope, ...(claims !== undefined && { claims }) },
          }),
        tokensFrom(oauth.processRefreshTokenResponse, refreshToken),
      ),
    requestDeviceCode: (scope, signal) =>
      requestTokens(
        (options) =>
          oauth.deviceAuthorizationRequest(server, client, clientAuth, { scope }, options),
        deviceCodeFrom,
        signal,
        deviceCodeAdvice,
      ),
    redeemDeviceCode: (deviceCode, signal) =>
      requestTokens(
        (options) => oauth.deviceCodeGrantRequest(server, client, clientAuth, deviceCode, options),
        tokensFrom(oauth.processDeviceCodeResponse),
        signal,
        deviceCodeAdvice,
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

  function tokensFrom(read: typeof oauth.processRefreshTokenResponse, redeemed?: string) {
    return async (response: Response, askedAt: number, reply: unknown): Promise<Tokens> =>
      tokensIn(await read(server, client, withoutIdToken(response, reply)), askedAt, redeemed);
  }
}

/** Who the user is was not asked for, and an ID token that cannot be checked makes no other token worse. */
function withoutIdToken(response: Response, reply: unknown): Response {
  return typeof reply === "object" && reply !== null && "id_token" in reply
    ? Response.json({ ...reply, id_token: undefined })
    : response;
}
