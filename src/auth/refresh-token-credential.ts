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
import { checkStore, checkWhileStoreFails, type TokenStore } from "./token-store.js";

/** Options of {@link refreshTokenCredential}. */
export interface RefreshTokenCredentialOptions extends SignInOptions, ClientAuthenticationOptions {
  /** The refresh token to start from, of `signInWithDeviceCode` or any other sign-in to this app. */
  readonly refreshToken: string;
  /**
   * Shares the access token and the newest refresh token between processes and across restarts. Tokens are stored
   * unencrypted, so protect the store like a vault. A store serves one user: use a separate namespace or store for
   * each further user of the same app.
   *
   * With `add`, one process at a time redeems the refresh token; the others wait for up to `timeoutMs` and use its
   * token. If that process is killed or suspended, another one takes over after 2.5 s, or after 1.7 s and eight answers of
   * a store that needs longer than 0.1 s for one. Without `add`, as with Keyv,
   * processes do not wait for each other; see {@link TokenStore} for the risk.
   *
   * If a process dies between the authority's answer and the write, the new refresh token is lost, which no client can
   * prevent. Entra ID still accepts the previous one; other authorities may revoke the sign-in.
   * If the store cannot keep a new refresh token, the call fails, unless `onRefreshToken` keeps the token.
   */
  readonly store?: TokenStore | undefined;
  /**
   * What to do while the store fails or needs more than 5 s for an answer, and for 30 s after it did not answer.
   *
   * With `"redeem"`, a store that cannot be read counts as empty, and each process redeems the newest refresh token that
   * it knows, without a turn. Calls succeed, but two processes may redeem the same refresh token: use it with Entra ID,
   * which allows that. With `"fail"`, `getToken` rejects with the reason "network" unless the store gives the sign-in and
   * the lease: use it with an authority that revokes the sign-in when a refresh token is reused.
   * A store that loses a new refresh token, or stops while the authority is asked, can cause a reuse in either case.
   * @default "redeem"
   */
  readonly whileStoreFails?: "redeem" | "fail" | undefined;
  /**
   * Called with each new refresh token, to keep it in a vault, for example, within `timeoutMs`. The access token that
   * came with it is used only afterwards. If it fails, the call fails, and the next call passes the same token again.
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
  const { whileStoreFails = "redeem" } = options;
  const settings = resolveSettings(options);
  check(options);
  const authority = createAuthority(settings, clientAuthentication(options, settings));
  const shared = store && createSharedTokens(store, settings, whileStoreFails);
  const lease = shared?.lease && createLease(shared.lease, settings.wait);
  const session = createSession({
    authority,
    supplied: refreshToken,
    shared,
    onRefreshToken,
    timeoutMs: settings.timeoutMs,
    appSecrets: [clientSecret, clientAssertion].filter((secret) => typeof secret === "string"),
  });
  const inFlight = new Map<string, Promise<AccessToken>>();
  const lastTokens = new Map<string, string>();
  let previous: Promise<unknown> = Promise.resolve();

  return {
    async getToken(scopes, { claims, forceRefresh = false }: GetTokenOptions = {}) {
      const scope = settings.scopeFor(scopes);
      const key = JSON.stringify([scope, claims, forceRefresh]);
      const refused = forceRefresh ? lastTokens.get(scope) : undefined;
      const token = await (inFlight.get(key) ?? begin(key, { scope, claims, refused }));
      lastTokens.set(scope, token.token);
      return token;
    },
  };

  // One after the other, so that each redeems the refresh token that the one before got.
  function begin(key: string, wanted: Wanted): Promise<AccessToken> {
    const token = previous.then(() => tokenFor(wanted)).finally(() => inFlight.delete(key));
    previous = token.catch(() => undefined);
    inFlight.set(key, token);
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
      const holder = await lease.take();
      try {
        const token = await sharedToken(wanted);
        if (token !== undefined) {
          return token;
        }
        if (holder === "unknown" && whileStoreFails === "fail") {
          throw storeFailed();
        }
        if (holder !== "other" && !lease.isLost()) {
          return await redeem(wanted, lease.isUnbroken);
        }
      } finally {
        // An `add` that failed may have been done.
        if (holder !== "other") {
          await lease.giveBack();
        }
      }
      if (performance.now() >= endsAt) {
        throw waitedTooLong(settings.timeoutMs, shared?.lease?.latencyMs() ?? 0);
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

  // Without a lease, every process may write whenever it likes.
  async function redeem({ scope, claims }: Wanted, isAlone = () => true): Promise<AccessToken> {
    const token = await session.redeem(scope, claims, isAlone);
    const stored = isAlone() ? undefined : await shared?.accessToken(scope);
    if (stored === undefined || stored.expiresOnTimestamp < token.expiresOnTimestamp) {
      await shared?.keepAccessToken(scope, { ...token, of: await session.mark() });
    }
    return token;
  }
}

function storeFailed(): PartnerCenterError {
  return signInError(
    'Signing in failed: the `store` fails, and `whileStoreFails` is "fail". Nothing was sent. Call again once the store answers.',
    { reason: "network" },
  );
}

function waitedTooLong(timeoutMs: number, latencyMs: number): PartnerCenterError {
  return signInError(
    `Signing in failed: the \`store\` gave neither the lease nor a token for this call within ${timeoutMs} ms; ` +
      `it takes ${Math.round(latencyMs)} ms to answer. Nothing was sent. Call again, and check that the store is fast ` +
      "enough and expires its entries.",
    { reason: "timeout" },
  );
}

function check(options: RefreshTokenCredentialOptions): void {
  checkSecret("refreshToken", options.refreshToken);
  checkStore(options.store);
  checkWhileStoreFails(options.whileStoreFails);
  checkFunctions(options, ["onRefreshToken"]);
}
