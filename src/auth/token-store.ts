import { invalidSecretOption } from "../invalid-option.js";
import { within } from "./within.js";

/**
 * Where processes share tokens; an instance of Keyv has everything but `add`.
 *
 * Without `add`, each process adopts the newest refresh token of the store and redeems it when it needs to, so that two
 * may redeem the same one at once. Entra ID allows that, at the price of a token request; an authority that punishes
 * reuse ends the sign-in.
 */
export interface TokenStore {
  /** Gives the value; undefined or null when there is none, or none any more. */
  get(key: string): unknown;
  /** Keeps the value for so many milliseconds. When that fails it throws, rejects or, as Keyv does, gives `false`. */
  set(key: string, value: string, ttlMs: number): unknown;
  /**
   * Keeps the value for so many milliseconds if there is none, in one step, as `SET NX PX` of Redis does, and tells
   * whether it did. With it, one process at a time redeems the refresh token.
   */
  add?(key: string, value: string, ttlMs: number): boolean | Promise<boolean>;
}

/** A store that may fail or say nothing. */
export interface GuardedStore {
  /** What the store gives. Rejects when it does not. */
  get(key: string): Promise<unknown>;
  /** Undefined for what is absent, cannot be read or is no text without white space. */
  read(key: string): Promise<string | undefined>;
  /** Rejects when the store does not keep it. */
  write(key: string, value: string, ttlMs: number): Promise<void>;
  /** Keeps it if the store answers, and if there is time left. */
  tryToWrite(key: string, value: string, ttlMs: number): Promise<void>;
  /** Whether it was kept because there was none; undefined when the store fails. */
  add(key: string, value: string, ttlMs: number): Promise<boolean | undefined>;
  /** Whether it has not answered lately, so that nothing is asked of it but to keep what must be kept. */
  isPaused(): boolean;
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

/** `elapsed` gives milliseconds since any moment, on a clock that nobody sets. */
export function createGuardedStore(store: TokenStore, elapsed: () => number): GuardedStore {
  let pausedUntil = Number.NEGATIVE_INFINITY;
  const isPaused = () => elapsed() < pausedUntil;

  const get = (key: string): Promise<unknown> => inTime(async () => store.get(key));

  return {
    isPaused,
    get,
    write,
    async read(key) {
      try {
        const value = isPaused() ? undefined : await get(key);
        return typeof value === "string" && /^\S+$/.test(value) ? value : undefined;
      } catch {
        return undefined;
      }
    },
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

  async function write(key: string, value: string, ttlMs: number): Promise<void> {
    if ((await inTime(async () => store.set(key, value, ttlMs))) === false) {
      throw new Error("it gave false");
    }
  }

  async function inTime<Value>(ask: () => Promise<Value>): Promise<Value> {
    const value = await within(STORE_TIMEOUT_MS, ask, () => {
      pausedUntil = elapsed() + STORE_PAUSE_MS;
    });
    pausedUntil = Number.NEGATIVE_INFINITY;
    return value;
  }
}
