import type { AccessToken, GetTokenOptions } from "../credential.js";

/** Milliseconds before its end from which a token is renewed while it still serves. */
export const TOKEN_REFRESH_WINDOW_MS = 120_000;

/** Keeps one access token and renews it in time, with one request at a time for any number of callers. */
export interface TokenCache {
  /** The token to use now: at once when there is one. Rejects with whatever `getToken` rejects with. */
  get(): AccessToken | Promise<AccessToken>;
  /** Another token than the one that the service refused; the same one when the credential has no other. */
  replace(refused: string, claims: string | undefined): AccessToken | Promise<AccessToken>;
}

/** Makes a cache of the tokens that `getToken` gives. A failure is not remembered. */
export function createTokenCache(
  getToken: (options: GetTokenOptions) => Promise<AccessToken>,
  now: () => number,
): TokenCache {
  let current: AccessToken | undefined;
  let renewAt = 0;
  let renewal: Promise<AccessToken> | undefined;

  const renew = (options: GetTokenOptions = {}): Promise<AccessToken> => {
    renewal ??= getToken(options)
      .then((renewed) => {
        current = renewed;
        renewAt = renewalOf(renewed, now());
        return renewed;
      })
      .finally(() => {
        renewal = undefined;
      });
    return renewal;
  };
  const serves = (token: AccessToken | undefined): token is AccessToken =>
    token !== undefined && token.expiresOnTimestamp > now();

  return {
    get() {
      if (!serves(current)) {
        return renew();
      }
      if (renewAt <= now()) {
        // The old token still serves; the call that finds it ended sees the failure.
        renew().catch(() => undefined);
      }
      return current;
    },
    replace(refused, claims) {
      if (current?.token === refused) {
        current = undefined;
      }
      if (serves(current)) {
        return current;
      }
      const force = () => renew({ forceRefresh: true, ...(claims !== undefined && { claims }) });
      // A renewal that is under way may have been asked for before the refusal, and bring the refused token again.
      return renewal?.then((token) => (token.token === refused ? force() : token)) ?? force();
    },
  };
}

/** When to renew a token that arrives now: never at once, however short its life and whatever the credential says. */
function renewalOf(
  { expiresOnTimestamp, refreshAfterTimestamp }: AccessToken,
  now: number,
): number {
  const halfLife = now + (expiresOnTimestamp - now) / 2;
  const window = Math.max(expiresOnTimestamp - TOKEN_REFRESH_WINDOW_MS, halfLife);
  return refreshAfterTimestamp !== undefined && refreshAfterTimestamp > now
    ? Math.min(window, refreshAfterTimestamp)
    : window;
}
