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
