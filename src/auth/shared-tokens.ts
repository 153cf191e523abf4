import type { AccessToken } from "../token/credential.js";
import type { SignInSettings } from "./options.js";
import { within } from "./within.js";

/** What is asked of a store; an instance of Keyv has it. */
export interface TokenStore {
  /** Gives the value; undefined when there is none, or none any more. */
  get(key: string): unknown;
  /** Keeps the value for so many milliseconds. When that fails it throws, rejects or, as Keyv does, gives `false`. */
  set(key: string, value: string, ttlMs: number): unknown;
}

/** A user's sign-in; one entry, so that whoever reads it never sees half of it. */
export interface StoredSignIn {
  /** The newest one. */
  readonly refreshToken: string;
  /** Fingerprints of the refresh tokens that it came from, and its own; the newest first. */
  readonly line: readonly string[];
}

/** The tokens that all processes with the same store share. Reading never fails: what cannot be read is absent. */
export interface SharedTokens {
  accessToken(scope: string): Promise<AccessToken | undefined>;
  keepAccessToken(scope: string, token: AccessToken): Promise<void>;
  signIn(): Promise<StoredSignIn | undefined>;
  /** Keeps it if the store answers: for a refresh token that is not new. */
  offerSignIn(signIn: StoredSignIn): Promise<void>;
  /** Rejects when the store does not keep it. */
  keepSignIn(signIn: StoredSignIn): Promise<void>;
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
      return parsed(await read(keyOf("access", scope)), isAccessToken);
    },
    keepAccessToken(scope, token) {
      return tryToWrite(keyOf("access", scope), JSON.stringify(token), lifeOf(token));
    },
    async signIn() {
      return parsed(await read(keyOf("sign-in")), isSignIn);
    },
    offerSignIn(signIn) {
      return tryToWrite(keyOf("sign-in"), JSON.stringify(signIn), REFRESH_TOKEN_TTL_MS);
    },
    async keepSignIn(signIn) {
      const key = keyOf("sign-in");
      const value = JSON.stringify(signIn);
      const before = await read(key);
      await write(key, value, REFRESH_TOKEN_TTL_MS);
      // Adapters that swallow their errors are common, so look; another process may have put a newer one there by now.
      const after = await inTime(async () => store.get(key)).catch(() => value);
      if (after !== value && (after === before || after === undefined)) {
        throw new Error("it is not there afterwards");
      }
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

  async function inTime(ask: () => Promise<unknown>): Promise<unknown> {
    const value = await within(STORE_TIMEOUT_MS, ask, () => {
      pausedUntil = now() + STORE_PAUSE_MS;
    });
    pausedUntil = Number.NEGATIVE_INFINITY;
    return value;
  }
}

function parsed<Value>(
  text: string | undefined,
  isValue: (value: unknown) => value is Value,
): Value | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isValue(value) ? value : undefined;
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

function isSignIn(value: unknown): value is StoredSignIn {
  return (
    typeof value === "object" &&
    value !== null &&
    "refreshToken" in value &&
    typeof value.refreshToken === "string" &&
    "line" in value &&
    Array.isArray(value.line)
  );
}

/** 128 bits of hash: too many for two tokens to share them, too few to find the token. */
export async function fingerprintOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
  return Array.from(new Uint8Array(digest, 0, 16), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
