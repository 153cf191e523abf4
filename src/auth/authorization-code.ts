import * as oauth from "oauth4webapi";
import { type Claims, claimsOf } from "../token/explain-token.js";
import type { SignInSettings } from "./options.js";
import type { Refusal } from "./refusal.js";
import {
  type ClientAuthentication,
  createTokenEndpoint,
  type Tokens,
  tokensIn,
} from "./token-endpoint.js";

/** What an authority gives for an authorization code. */
export interface SignedIn extends Tokens {
  /** Of the ID token. */
  readonly claims: Claims;
}

/** What proves of a browser that comes back, and of the code it brings, that it was sent from here. */
export interface AuthorizationRequest {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The endpoints for a user with a browser. */
export interface Authorization {
  /** Where a user signs in who then comes back to `redirectUri`. */
  url(
    request: AuthorizationRequest,
    redirectUri: string,
    parameters: Readonly<Record<string, string | undefined>>,
  ): Promise<string>;
  redeem(
    code: string,
    request: AuthorizationRequest,
    redirectUri: string,
    signal: AbortSignal | undefined,
  ): Promise<SignedIn | Refusal>;
}

/** Makes what nobody can guess: whoever knows `state` and a code is still without the `verifier`. */
export function createAuthorizationRequest(): AuthorizationRequest {
  return {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
  };
}

// An ID token that has just come is not too old, whatever the clock of this machine shows.
const CLOCK_TOLERANCE_S = 86_400;

export function createAuthorization(
  settings: SignInSettings,
  authenticate?: ClientAuthentication,
): Authorization {
  const { server, client, clientAuth, requestTokens } = createTokenEndpoint(settings, authenticate);
  return {
    async url({ state, nonce, verifier }, redirectUri, parameters) {
      const query = Object.entries({
        client_id: client.client_id,
        response_type: "code",
        response_mode: "query",
        redirect_uri: redirectUri,
        state,
        nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        ...parameters,
      }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
      return `${server.authorization_endpoint}?${new URLSearchParams(query)}`;
    },
    redeem(code, { state, nonce, verifier }, redirectUri, signal) {
      const redirected = new URLSearchParams({ code, state });
      const parameters = oauth.validateAuthResponse(server, client, redirected, state);
      return requestTokens(
        (options) =>
          oauth.authorizationCodeGrantRequest(
            server,
            client,
            clientAuth,
            parameters,
            redirectUri,
            verifier,
            options,
          ),
        signedInFrom(nonce),
        signal,
      );
    },
  };

  function signedInFrom(nonce: string) {
    return async (response: Response, askedAt: number, received: unknown): Promise<SignedIn> => {
      // Entra ID names itself by the id of the tenant, whatever name or alias it was asked by, and the token comes from
      // itself, over TLS. Whether it is the right tenant is seen by its `tid`.
      const issuer = String(claimsOf(String(Object(received).id_token))?.iss);
      const reply = await oauth.processAuthorizationCodeResponse(
        { ...server, issuer },
        { ...client, [oauth.clockTolerance]: CLOCK_TOLERANCE_S },
        response,
        { expectedNonce: nonce, requireIdToken: true },
      );
      return { ...tokensIn(reply, askedAt), claims: { ...oauth.getValidatedIdTokenClaims(reply) } };
    };
  }
}
