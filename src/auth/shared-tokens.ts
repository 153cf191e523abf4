import type { AccessToken } from "../credential.js";
import type { SignInSettings } from "./options.js";

/** What is asked of a store; an instance of Keyv has it. */
export interface TokenStore {
  /** Gives the value; undefined when there is none, or none any more. */
  get(key: string): unknown;
  /** Keeps the value for so many milliseconds. When that fails it throws, rejects or, as Keyv does, gives `false`. */
  set(key: string, value: string, ttlMs: number): unknown;
}

/** The tokens that all processes with the same store share. Reading never fails: what cannot be read is absent. */
export interface SharedTokens {
  accessToken(scope: string): Promise<AccessToken | undefined>;
  keepAccessToken(scope: string, token: AccessToken): Promise<void>;
  /** The newest one. */
  refreshToken(): Promise<string | undefined>;
  /** Rejects when the store does not keep it. */
  keepRefreshToken(refreshToken: string): Promise<void>;
  /** Whether this refresh token is one that the tokens in the store came from. */
  knows(refreshToken: string): Promise<boolean>;
  remember(refreshToken: string): Promise<void>;
  /** Which process may redeem the refresh token now. */
  leaseHolder(): Promise<string | undefined>;
  setLeaseHolder(holder: string, ttlMs: number): Promise<void>;
}

/** Milliseconds that Entra ID lets a refresh token lie unused. */
const REFRESH_TOKEN_TTL_MS = 90 * 24 * 60 * 60 * 1000;
/** Milliseconds after which a store that does not answer has failed. */
const STORE_TIMEOUT_MS = 5_000;
/** Milliseconds that a store which did not answer is left alone, but for what must be kept. */
const STORE_PAUSE_MS = 30_000;

export function createSharedTokens(store: TokenStore, settings: SignInSettings): SharedTokens {
  const { authority, tenantId, clientId, now } = settings;
  const keyOf = (...parts: string[]): string =>
    ["partner-center-client", authority, tenantId.toLowerCase(), clientId, ...parts]
      .map(encodeURIComponent)
      .join(":");
  let pausedUntil = Number.NEGATIVE_INFINITY;

  return {
    async accessToken(scope) {
      return accessTokenFrom(await read(keyOf("access", scope)));
    },
    keepAccessToken(scope, token) {
      return tryToWrite(keyOf("access", scope), JSON.stringify(token), lifeOf(token));
    },
    refreshToken() {
      return read(keyOf("refresh"));
    },
    async keepRefreshToken(refreshToken) {
      const key = keyOf("refresh");
      const before = await read(key);
      await write(key, refreshToken, REFRESH_TOKEN_TTL_MS);
      // Adapters that swallow their errors are common, so look; another process may have put a newer one there by now.
      const after = await inTime(async () => store.get(key)).catch(() => refreshToken);
      if (after !== refreshToken && (after === before || after === undefined)) {
        throw new Error("it is not there afterwards");
      }
    },
    async knows(refreshToken) {
      return (await read(keyOf("known", await fingerprintOf(refreshToken)))) !== undefined;
    },
    async remember(refreshToken) {
      const key = keyOf("known", await fingerprintOf(refreshToken));
      await tryToWrite(key, "known", REFRESH_TOKEN_TTL_MS);
    },
    leaseHolder() {
      return read(keyOf("lease"));
    },
    setLeaseHolder(holder, ttlMs) {
      return tryToWrite(keyOf("lease"), holder, ttlMs);
    },
  };

  function lifeOf({ expiresOnTimestamp }: AccessToken): number {
    return Math.floor(expiresOnTimestamp - now());
  }

  async function read(key: string): Promise<string | undefined> {
    try {
      const value = now() < pausedUntil ? undefined : await inTime(async () => store.get(key));
      return typeof value === "string" && /^\S+$/.test(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }

  async function tryToWrite(key: string, value: string, ttlMs: number): Promise<void> {
    if (now() >= pausedUntil && ttlMs > 0) {
      await write(key, value, ttlMs).catch(() => undefined);
    }
  }

  async function write(key: string, value: string, ttlMs: number): Promise<void> {
    if ((await inTime(async () => store.set(key, value, ttlMs))) === false) {
      throw new Error("it gave false");
    }
  }

  function inTime(ask: () => Promise<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        pausedUntil = now() + STORE_PAUSE_MS;
        reject(new Error(`no answer within ${STORE_TIMEOUT_MS} ms`));
      }, STORE_TIMEOUT_MS);
      ask()
        .then((value) => {
          pausedUntil = Number.NEGATIVE_INFINITY;
          resolve(value);
        }, reject)
        .finally(() => clearTimeout(timer));
    });
  }
}

function accessTokenFrom(text: string | undefined): AccessToken | undefined {
  try {
    const token: unknown = JSON.parse(text ?? "");
    return isAccessToken(token) ? token : undefined;
  } catch {
    return undefined;
  }
}

function isAccessToken(value: unknown): value is AccessToken {
  return (
    typeof value === "object" &&
    value !== null &&
    "token" in value &&
    typeof value.token === "string" &&
    "expiresOnTimestamp" in value &&
    typeof value.expiresOnTimestamp === "number"
  );
}

// Of 128 bits of hash: too much for a collision, too little to find the token, and keys are shown in many places.
async function fingerprintOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
  return Array.from(new Uint8Array(digest, 0, 16), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
