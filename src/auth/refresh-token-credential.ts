import type { PartnerCenterError } from "../failure/error.js";
import type { AccessToken, GetTokenOptions, TokenCredential } from "../token/credential.js";
import { TOKEN_REFRESH_WINDOW_MS } from "../token/token-cache.js";
import { createAuthority } from "./authority.js";
import { type ClientAuthenticationOptions, clientAuthentication } from "./client-authentication.js";
import { createLease, type Lease } from "./lease.js";
import { checkFunctions, checkSecret, resolveSettings, type SignInOptions } from "./options.js";
import { createSession } from "./session.js";
import { createSharedTokens } from "./shared-tokens.js";
import { signInError } from "./sign-in-error.js";
import { checkStore, type TokenStore } from "./token-store.js";

/** Options of {@link refreshTokenCredential}. */
export interface RefreshTokenCredentialOptions extends SignInOptions, ClientAuthenticationOptions {
  /** The refresh token to start from, of `signInWithDeviceCode` or any other sign-in to this app. */
  readonly refreshToken: string;
  /**
   * Where several processes, and those after a restart, share the access token and the newest refresh token; an
   * instance of Keyv will do. It holds the tokens as they are, so guard it like a vault. It is for one user: give
   * another user of the same app a namespace or a store of its own.
   *
   * With `add`, one process at a time redeems the refresh token, and the others wait for its token, `timeoutMs` at most;
   * another takes over 2.5 s after a process was killed or stood still. Without `add`, as with Keyv, processes take no
   * turns: see {@link TokenStore}.
   * A process that dies between the answer of the authority and the writing of it takes the new refresh token with it,
   * which no client can prevent. Entra ID then takes the one before; other authorities may end the sign-in.
   * A store that cannot be read counts as empty. One that cannot keep a new refresh token makes the call fail,
   * unless `onRefreshToken` keeps it.
   */
  readonly store?: TokenStore | undefined;
  /**
   * Keeps a new refresh token, in a vault for instance, within `timeoutMs`. The access token that came with it is not used before that
   * is done. When it fails the call fails, and the next call hands the same refresh token over again.
   */
  readonly onRefreshToken?: ((refreshToken: string) => unknown) | undefined;
}

interface Wanted {
  readonly scope: string;
  readonly claims: string | undefined;
  /** A token that will not do. */
  readonly refused: string | undefined;
}

/**
 * Makes a credential of a user's refresh token, for services that run unattended (the Secure Application Model).
 * Entra ID gives a new refresh token each time, which lives for another 90 days, so that the sign-in does not end.
 * Without `store` each `getToken` asks Entra ID: the client keeps its access token by itself.
 *
 * Throws `TypeError` for an option that cannot work. `getToken` rejects with `PartnerCenterError`; with the reason
 * "sign-in" or "mfa-required" when it was refused, and then `code` is that of Entra ID.
 *
 * @see https://learn.microsoft.com/partner-center/developer/enable-secure-app-model
 */
export function refreshTokenCredential(options: RefreshTokenCredentialOptions): TokenCredential {
  const { store, refreshToken, onRefreshToken, clientSecret, clientAssertion } = options;
  const settings = resolveSettings(options);
  check(options);
  const authority = createAuthority(settings, clientAuthentication(options, settings));
  const shared = store && createSharedTokens(store, settings);
  const lease = shared && store.add && createLease(shared.lease, settings.wait);
  const session = createSession({
    authority,
    given: refreshToken,
    shared,
    onRefreshToken,
    timeoutMs: settings.timeoutMs,
    appSecrets: [clientSecret, clientAssertion].filter((secret) => typeof secret === "string"),
  });
  const underWay = new Map<string, Promise<AccessToken>>();
  const given = new Map<string, string>();
  let previous: Promise<unknown> = Promise.resolve();

  return {
    async getToken(scopes, { claims, forceRefresh = false }: GetTokenOptions = {}) {
      const scope = settings.scopeFor(scopes);
      const key = JSON.stringify([scope, claims, forceRefresh]);
      const refused = forceRefresh ? given.get(scope) : undefined;
      const token = await (underWay.get(key) ?? begin(key, { scope, claims, refused }));
      given.set(scope, token.token);
      return token;
    },
  };

  // One after the other, so that each redeems the refresh token that the one before got.
  function begin(key: string, wanted: Wanted): Promise<AccessToken> {
    const token = previous.then(() => tokenFor(wanted)).finally(() => underWay.delete(key));
    previous = token.catch(() => undefined);
    underWay.set(key, token);
    return token;
  }

  async function tokenFor(wanted: Wanted): Promise<AccessToken> {
    await session.settle();
    const token = await sharedToken(wanted);
    return token ?? (lease === undefined ? redeem(wanted) : inTurn(lease, wanted));
  }

  async function inTurn(lease: Lease, wanted: Wanted): Promise<AccessToken> {
    const endsAt = performance.now() + settings.timeoutMs;
    for (;;) {
      const isHolder = await lease.take();
      try {
        const token = await sharedToken(wanted);
        if (token !== undefined) {
          return token;
        }
        if (isHolder && !lease.isLost()) {
          return await redeem(wanted);
        }
      } finally {
        if (isHolder) {
          await lease.giveBack();
        }
      }
      if (performance.now() >= endsAt) {
        throw waitedTooLong(settings.timeoutMs);
      }
    }
  }

  async function sharedToken({ scope, claims, refused }: Wanted): Promise<AccessToken | undefined> {
    if (!(await session.sync()) || claims !== undefined) {
      return undefined;
    }
    const token = await shared?.accessToken(scope);
    if (token === undefined || !(await session.hasMark(token.of))) {
      return undefined;
    }
    const isNew =
      token.token !== refused &&
      token.expiresOnTimestamp - settings.now() > TOKEN_REFRESH_WINDOW_MS;
    return isNew ? { token: token.token, expiresOnTimestamp: token.expiresOnTimestamp } : undefined;
  }

  async function redeem({ scope, claims }: Wanted): Promise<AccessToken> {
    const token = await session.redeem(scope, claims);
    await shared?.keepAccessToken(scope, { ...token, of: await session.mark() });
    return token;
  }
}

function waitedTooLong(timeoutMs: number): PartnerCenterError {
  return signInError(
    `Signing in failed: other processes with the same \`store\` had the turn for ${timeoutMs} ms, and got no token that ` +
      "serves here. Nothing was sent. Call again, and look whether the store ends its entries when their time is over.",
    { reason: "timeout" },
  );
}

function check(options: RefreshTokenCredentialOptions): void {
  checkSecret("refreshToken", options.refreshToken);
  checkStore(options.store);
  checkFunctions(options, ["onRefreshToken"]);
}
