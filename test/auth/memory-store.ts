import type { TokenStore } from "partner-center-client/auth";

/** A store of which can be seen what was written to it. */
export function createStore() {
  const entries = new Map<string, string>();
  const writes: { key: string; value: string; ttlMs: number }[] = [];
  const store: TokenStore = {
    get: async (key) => entries.get(key),
    set: async (key, value, ttlMs) => {
      writes.push({ key, value, ttlMs });
      entries.set(key, value);
    },
  };
  return { store, entries, writes };
}

/** A store with `add`, whose entries end by a clock of its own. */
export function createLeaseStore(now: () => number = () => performance.now()) {
  const entries = new Map<string, { value: string; endsAt: number }>();
  const get = (key: string) => {
    const entry = entries.get(key);
    return entry !== undefined && entry.endsAt > now() ? entry.value : undefined;
  };
  const set = (key: string, value: string, ttlMs: number) => {
    entries.set(key, { value, endsAt: now() + ttlMs });
  };
  const store = {
    get: async (key: string) => get(key),
    set: async (key: string, value: string, ttlMs: number) => set(key, value, ttlMs),
    add: async (key: string, value: string, ttlMs: number) => {
      const isFree = get(key) === undefined;
      if (isFree) {
        set(key, value, ttlMs);
      }
      return isFree;
    },
  } satisfies TokenStore;
  return { store, entries };
}
