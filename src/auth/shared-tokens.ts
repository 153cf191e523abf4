import type { AccessToken } from "../token/credential.js";
import { tokenProblem } from "../token/token-cache.js";
import type { SignInSettings } from "./options.js";
import {
  createGuardedStore,
  type GuardedStore,
  type TokenStore,
  type WhileStoreFails,
} from "./token-store.js";

/** A user's sign-in; one entry, so that whoever reads it never sees half of it. */
export interface StoredSignIn {
  /** The newest one. */
  readonly refreshToken: string;
  /** Fingerprints of the refresh tokens that it came from; the newest first. */
  readonly ancestors: readonly string[];
}

/** What the store has in place of a sign-in. */
export interface ReadSignIn {
  /** As it is there. */
  readonly text: string | undefined;
  /** What that says; undefined when it is not what was put there. */
  readonly signIn: StoredSignIn | undefined;
}

/** An access token, and of which sign-in it is: the store may have one of an earlier sign-in beside a newer sign-in. */
export interface MarkedToken extends AccessToken {
  /** The fingerprint of a refresh token of its sign-in. */
  readonly of: string;
}

/** The tokens that all processes with the same store share. What cannot be read is absent. */
export interface SharedTokens {
  accessToken(scope: string): Promise<MarkedToken | undefined>;
  keepAccessToken(scope: string, token: MarkedToken): Promise<void>;
  /** Rejects when the store does not answer and {@link WhileStoreFails} is "fail". */
  signIn(): Promise<ReadSignIn>;
  /** Keeps it if the store answers: for a refresh token that is not new. */
  offerSignIn(signIn: StoredSignIn): Promise<void>;
  /** Writes it before anything else. Rejects when the store does not keep it, after which it has what was there before. */
  keepSignIn(signIn: StoredSignIn, before: ReadSignIn): Promise<void>;
  /** The entry that names the process that may redeem the refresh token; undefined for a store without `add`. */
  readonly lease: LeaseEntry | undefined;
}

/** The entry of the lease: a random name of its holder. */
export interface LeaseEntry extends Pick<GuardedStore, "isPaused" | "latencyMs"> {
  holder(): Promise<string | undefined>;
  /** Rejects when the store does not keep it. */
  set(holder: string, ttlMs: number): Promise<void>;
  /** Whether it was set because there was none; undefined when the store fails. */
  add(holder: string, ttlMs: number): Promise<boolean | undefined>;
}

/** Milliseconds that Entra ID lets a refresh token lie unused. */
const REFRESH_TOKEN_TTL_MS = 90 * 24 * 60 * 60 * 1000;

export function createSharedTokens(
  store: TokenStore,
  settings: SignInSettings,
  whileStoreFails: WhileStoreFails,
): SharedTokens {
  const { authority, tenantId, clientId, now } = settings;
  const guarded = createGuardedStore(store, () => performance.now());
  const readSignIn = whileStoreFails === "fail" ? guarded.read : guarded.tryToRead;
  const buildKey = (...parts: string[]): string =>
    ["partner-center-client", authority, tenantId.toLowerCase(), clientId, ...parts]
      .map(encodeURIComponent)
      .join(":");
  const signInKey = buildKey("sign-in");
  const leaseKey = buildKey("lease");

  return {
    async accessToken(scope) {
      return parsed(await guarded.tryToRead(buildKey("access", scope)), isMarkedToken);
    },
    keepAccessToken(scope, token) {
      const ttlMs = Math.floor(token.expiresOnTimestamp - now());
      return guarded.tryToWrite(buildKey("access", scope), JSON.stringify(token), ttlMs);
    },
    async signIn() {
      const text = await readSignIn(signInKey);
      return { text, signIn: parsed(text, isSignIn) };
    },
    offerSignIn(signIn) {
      return guarded.tryToWrite(signInKey, JSON.stringify(signIn), REFRESH_TOKEN_TTL_MS);
    },
    async keepSignIn(signIn, before) {
      const text = JSON.stringify(signIn);
      await guarded.write(signInKey, text, REFRESH_TOKEN_TTL_MS);
      // Adapters that swallow their errors are common, so it is read again; another process may have put a newer one there by now.
      const after = await guarded.get(signInKey).catch(() => text);
      if (after !== text && (after === before.text || after === undefined)) {
        throw new Error("it is not there afterwards");
      }
    },
    lease: store.add && {
      isPaused: guarded.isPaused,
      latencyMs: guarded.latencyMs,
      holder: () => guarded.tryToRead(leaseKey),
      set: (holder, ttlMs) => guarded.write(leaseKey, holder, ttlMs),
      add: (holder, ttlMs) => guarded.add(leaseKey, holder, ttlMs),
    },
  };
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

function isMarkedToken(value: unknown): value is MarkedToken {
  return (
    typeof value === "object" &&
    value !== null &&
    "token" in value &&
    typeof value.token === "string" &&
    tokenProblem(value.token) === undefined &&
    "expiresOnTimestamp" in value &&
    typeof value.expiresOnTimestamp === "number" &&
    "of" in value &&
    typeof value.of === "string"
  );
}

function isSignIn(value: unknown): value is StoredSignIn {
  return (
    typeof value === "object" &&
    value !== null &&
    "refreshToken" in value &&
    typeof value.refreshToken === "string" &&
    /^\S+$/.test(value.refreshToken) &&
    "ancestors" in value &&
    Array.isArray(value.ancestors)
  );
}

/** Returns 128 bits of the hash of a secret: enough to tell tokens apart, too few to recover one. */
export async function computeFingerprint(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
  return Array.from(new Uint8Array(digest, 0, 16), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
