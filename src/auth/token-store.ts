import { invalidOption, invalidSecretOption } from "../invalid-option.js";
import { within } from "./within.js";

/**
 * A key-value store with expiry, shared by processes. An instance of Keyv is one without `add`.
 *
 * Without `add`, each process reads the newest refresh token from the store and redeems it without waiting for others,
 * so two processes may redeem the same refresh token at once. Entra ID allows that, and the only cost is token requests.
 * An authority that treats reuse as theft would revoke the sign-in: use a store with `add` there.
 */
export interface TokenStore {
  /** Returns the value; undefined or null if it is absent or has expired. */
  get(key: string): unknown;
  /** Stores the value for `ttlMs` milliseconds. Throws, rejects or, as Keyv does, returns `false` on failure. */
  set(key: string, value: string, ttlMs: number): unknown;
  /**
   * Stores the value for `ttlMs` milliseconds unless the key exists, atomically, as `SET NX PX` in Redis does, and
   * returns whether it was stored. With it, only one process at a time redeems the refresh token.
   */
  add?(key: string, value: string, ttlMs: number): boolean | Promise<boolean>;
}

/** What to do while a store fails: redeem the refresh token without it, or fail the call. */
export type WhileStoreFails = "redeem" | "fail";

/** A store that may fail or say nothing. */
export interface GuardedStore {
  /** What the store gives. Rejects when it does not. */
  get(key: string): Promise<unknown>;
  /** Undefined for what is absent or is no text without white space. Rejects when the store does not answer. */
  read(key: string): Promise<string | undefined>;
  /** Like `read`, and undefined when the store does not answer. */
  tryToRead(key: string): Promise<string | undefined>;
  /** Rejects when the store does not keep it. */
  write(key: string, value: string, ttlMs: number): Promise<void>;
  /** Keeps it if the store answers, and if there is time left. */
  tryToWrite(key: string, value: string, ttlMs: number): Promise<void>;
  /** Whether it was kept because there was none; undefined when the store fails. */
  add(key: string, value: string, ttlMs: number): Promise<boolean | undefined>;
  /** Whether it has not answered lately, so that nothing is asked of it but to keep what must be kept. */
  isPaused(): boolean;
  /** Returns the recent latency in milliseconds. It rises at once, and halves at most with each faster answer. */
  latencyMs(): number;
}

/** Milliseconds after which a store that does not answer has failed. */
export const STORE_TIMEOUT_MS = 5_000;
/** Milliseconds that a store which did not answer is left alone. */
const STORE_PAUSE_MS = 30_000;

/** Throws `TypeError` for what is no store. */
export function checkStore(store: TokenStore | undefined): void {
  if (
    store !== undefined &&
    !(typeof store?.get === "function" && typeof store.set === "function")
  ) {
    throw invalidSecretOption("store", "an object with the functions `get` and `set`", store);
  }
  if (store?.add !== undefined && typeof store.add !== "function") {
    throw invalidSecretOption("store.add", "a function", store.add);
  }
}

/** Throws `TypeError` for an unknown value. */
export function checkWhileStoreFails(whileStoreFails: unknown): void {
  if (![undefined, "redeem", "fail"].some((known) => known === whileStoreFails)) {
    throw invalidOption("whileStoreFails", '"redeem" or "fail"', whileStoreFails);
  }
}

/** `elapsed` gives milliseconds since any moment, on a clock that nobody sets. */
export function createGuardedStore(store: TokenStore, elapsed: () => number): GuardedStore {
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let latencyMs = 0;
  const isPaused = () => elapsed() < pausedUntil;

  const get = (key: string): Promise<unknown> => inTime(async () => store.get(key));

  return {
    isPaused,
    latencyMs: () => latencyMs,
    get,
    write,
    read,
    tryToRead: (key) => read(key).catch(() => undefined),
    async tryToWrite(key, value, ttlMs) {
      if (!isPaused() && ttlMs > 0) {
        await write(key, value, ttlMs).catch(() => undefined);
      }
    },
    async add(key, value, ttlMs) {
      const reply = isPaused()
        ? undefined
        : await inTime(async () => ({ isAdded: await store.add?.(key, value, ttlMs) })).catch(
            () => undefined,
          );
      if (reply !== undefined && typeof reply.isAdded !== "boolean") {
        throw invalidSecretOption(
          "store.add",
          "a function that gives true or false",
          reply.isAdded,
        );
      }
      return reply?.isAdded;
    },
  };

  async function read(key: string): Promise<string | undefined> {
    if (isPaused()) {
      throw new Error("it did not answer lately");
    }
    const value = await get(key);
    return typeof value === "string" && /^\S+$/.test(value) ? value : undefined;
  }

  async function write(key: string, value: string, ttlMs: number): Promise<void> {
    if ((await inTime(async () => store.set(key, value, ttlMs))) === false) {
      throw new Error("it gave false");
    }
  }

  async function inTime<Value>(ask: () => Promise<Value>): Promise<Value> {
    const askedAt = elapsed();
    const value = await within(STORE_TIMEOUT_MS, ask, () => {
      pausedUntil = elapsed() + STORE_PAUSE_MS;
    });
    pausedUntil = Number.NEGATIVE_INFINITY;
    latencyMs = Math.max(elapsed() - askedAt, latencyMs / 2);
    return value;
  }
}
