import { expectedSecret } from "../expected.js";
import type { AccessToken, GetTokenOptions, TokenCredential } from "../token/credential.js";
import { TOKEN_REFRESH_WINDOW_MS } from "../token/token-cache.js";
import { createAuthority } from "./authority.js";
import { type ClientAuthenticationOptions, clientAuthentication } from "./client-authentication.js";
import { createLease, LEASE_MS, SETTLE_MS } from "./lease.js";
import { checkFunctions, checkSecret, type SignInOptions, settingsOf } from "./options.js";
import { createSession } from "./session.js";
import { createSharedTokens, type TokenStore } from "./shared-tokens.js";

/** Options of {@link refreshTokenCredential}. */
export interface RefreshTokenCredentialOptions extends SignInOptions, ClientAuthenticationOptions {
  /** The refresh token to start from, of `signInWithDeviceCode` or any other sign-in to this app. */
  readonly refreshToken: string;
  /**
   * Where several processes, and those after a restart, share the access token and the newest refresh token; an
   * instance of Keyv will do. It holds the tokens as they are, so guard it like a vault. It is for one user: give
   * another user of the same app a namespace or a store of its own.
   *
   * Of processes that need a token at the same time one asks for it, as long as the store answers within 100 ms, and
   * the authority and `onRefreshToken` within 10 s together. When they are slower more than one may ask, which costs
   * nothing else with Entra ID. After a process was killed while it asked, the others wait for as long.
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
  const settings = settingsOf(options);
  check(options);
  const authority = createAuthority(settings, clientAuthentication(options, settings.timeoutMs));
  const shared = store && createSharedTokens(store, settings);
  const lease = shared && createLease(shared, settings.wait);
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
    let token = await sharedToken(wanted);
    let isHolder = false;
    for (let waited = 0; lease && !token && !isHolder && waited < LEASE_MS; waited += SETTLE_MS) {
      isHolder = await lease.take();
      token = await sharedToken(wanted);
    }
    try {
      return token ?? (await redeem(wanted));
    } finally {
      if (isHolder) {
        await lease?.giveBack();
      }
    }
  }

  async function sharedToken({ scope, claims, refused }: Wanted): Promise<AccessToken | undefined> {
    if (claims !== undefined || !(await session.isInStore())) {
      return undefined;
    }
    const token = await shared?.accessToken(scope);
    const isNew =
      token !== undefined &&
      token.token !== refused &&
      token.expiresOnTimestamp - settings.now() > TOKEN_REFRESH_WINDOW_MS;
    return isNew ? token : undefined;
  }

  async function redeem({ scope, claims }: Wanted): Promise<AccessToken> {
    const token = await session.redeem(scope, claims);
    await shared?.keepAccessToken(scope, token);
    return token;
  }
}

function check(options: RefreshTokenCredentialOptions): void {
  const { refreshToken, store } = options;
  checkSecret("refreshToken", refreshToken);
  if (
    store !== undefined &&
    !(typeof store?.get === "function" && typeof store.set === "function")
  ) {
    throw expectedSecret("store", "an object with the functions `get` and `set`", store);
  }
  checkFunctions(options, ["onRefreshToken"]);
}
