/** An access token and the time at which it ends. Has the shape of `AccessToken` in `@azure/core-auth`. */
export interface AccessToken {
  /** The token itself: a secret. */
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresOnTimestamp: number;
  /** Milliseconds since 1970, from when on the credential would rather renew it. */
  readonly refreshAfterTimestamp?: number | undefined;
}

/** What is asked of a credential besides the scopes. Goes where `GetTokenOptions` of `@azure/core-auth` goes. */
export interface GetTokenOptions {
  /** A claims challenge that the new token has to meet. */
  readonly claims?: string;
  /** Asks for another token than the one given last, because the service refused that one. */
  readonly forceRefresh?: boolean;
}

/**
 * Gives access tokens of a signed-in user. Any credential of `@azure/identity` that signs a user in is one;
 * those that sign an app in are too, for the compiler, but the service refuses their tokens.
 */
export interface TokenCredential {
  /** Gives a token for these scopes; null, or an exception, when there is none. */
  getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken | null>;
}

/**
 * Gives access tokens, as a function. An {@link AccessToken} is reused until shortly before it ends.
 * A bare string has no known end: it serves the calls that were waiting for it, and the next call asks again.
 */
export type GetToken = (
  scopes: string[],
  options: GetTokenOptions,
) => AccessToken | string | null | undefined | Promise<AccessToken | string | null | undefined>;
