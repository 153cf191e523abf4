import type { AccessToken } from "../credential.js";

/** Milliseconds before its end from which a token is renewed while it still serves. */
export const TOKEN_REFRESH_WINDOW_MS = 120_000;

/** Keeps one access token and renews it in time, with one request at a time for any number of callers. */
export interface TokenCache {
  /** The token to use now: at once when there is one. Rejects with whatever `getToken` rejects with. */
  get(): AccessToken | Promise<AccessToken>;
}

export function createTokenCache(
  getToken: () => Promise<AccessToken>,
  now: () => number,
): TokenCache {
  let current: AccessToken | undefined;
  let renewal: Promise<AccessToken> | undefined;

  const renew = (): Promise<AccessToken> => {
    renewal ??= getToken()
      .then((token) => {
        current = token;
        return token;
      })
      .finally(() => {
        renewal = undefined;
      });
    return renewal;
  };

  return {
    get() {
      if (current === undefined || current.expiresOnTimestamp <= now()) {
        return renew();
      }
      if (renewAt(current) <= now()) {
        // The old token still serves; the call that finds it ended sees the failure.
        renew().catch(() => undefined);
      }
      return current;
    },
  };
}

function renewAt({ expiresOnTimestamp, refreshAfterTimestamp = Infinity }: AccessToken): number {
  return Math.min(expiresOnTimestamp - TOKEN_REFRESH_WINDOW_MS, refreshAfterTimestamp);
}
