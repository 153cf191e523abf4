import type { TokenCredential } from "partner-center-client";
import type { TokenStore } from "partner-center-client/auth";
import { SCOPE } from "./app.js";
import { failureOf } from "./credential.js";
import {
  createAuthority,
  createSlowStore,
  createVirtualCredential,
  inVirtualTime,
  until,
  wait,
} from "./in-virtual-time.js";
import { createLeaseStore, createStore } from "./memory-store.js";

const failing = () => Promise.reject(new Error("connect ECONNREFUSED, refresh-0"));
const tokenOf = async (credential: TokenCredential) => (await credential.getToken(SCOPE))?.token;
const storedSignIn = ({ entries }: { entries: ReadonlyMap<string, unknown> }) =>
  JSON.stringify([...entries].find(([key]) => key.endsWith(":sign-in")));

/** A store that stops for eight seconds at one operation, and then does what it was asked for meanwhile, in order. */
function createStoppingStore(stopsAt: number) {
  let resumesAt = Number.NEGATIVE_INFINITY;
  return createSlowStore((operation) => {
    if (operation === stopsAt) {
      resumesAt = performance.now() + 8_000;
    }
    // The half of it passes before the store does it.
    return 2 * Math.max(resumesAt - performance.now(), 10);
  });
}

/** Asks again until there is a token, as a service does. */
async function tokenAtLast(credential: TokenCredential): Promise<string | undefined> {
  for (;;) {
    try {
      return await tokenOf(credential);
    } catch {
      await wait(1_000);
    }
  }
}

describe('`whileStoreFails: "fail"`', () => {
  test.each([...Array(12).keys()])(
    "redeems no refresh token twice when the store stops for eight seconds at its operation %i",
    (stopsAt) =>
      inVirtualTime(async () => {
        const { store } = createStoppingStore(stopsAt);
        const { fetch, redeemed } = createAuthority();
        const credentials = [1, 2, 3].map(() =>
          createVirtualCredential({ store, fetch, whileStoreFails: "fail" }),
        );

        await until(Promise.all(credentials.map(tokenAtLast)));

        expect(redeemed).toEqual([...new Set(redeemed)]);
      }),
  );

  const { store } = createLeaseStore();
  const { store: withoutAdd } = createStore();
  test.each<[string, TokenStore, string]>([
    ["refuses to be read", { ...store, get: failing }, "could not be read"],
    ["refuses to be read and has no `add`", { ...withoutAdd, get: failing }, "could not be read"],
    ["does not answer", { ...store, get: () => wait(6_000) }, "(no answer within 5000 ms)"],
    ["refuses the lease", { ...store, add: failing }, "the `store` fails"],
    [
      "does not answer for the lease",
      { ...store, add: () => wait(6_000).then(() => true) },
      "the `store`",
    ],
  ])("sends nothing when the store %s", (_, failingStore, words) =>
    inVirtualTime(async () => {
      const { fetch, redeemed } = createAuthority();
      const options = { store: failingStore, fetch, whileStoreFails: "fail" } as const;

      const error = await until(failureOf(createVirtualCredential(options).getToken(SCOPE)));

      expect(error).toMatchObject({
        name: "PartnerCenterError",
        reason: "network",
        message: expect.stringContaining(words),
      });
      expect(error).toMatchObject({ message: expect.not.stringContaining("refresh-0") });
      expect(redeemed).toEqual([]);
    }),
  );

  test("sends nothing when the store fails between the lease and the sign-in", () =>
    inVirtualTime(async () => {
      const { store } = createLeaseStore();
      const { fetch, redeemed } = createAuthority();
      let isHeld = false;
      const flaky = {
        ...store,
        get: (key: string) => (isHeld ? failing() : store.get(key)),
        add: (key: string, value: string, ttlMs: number) => {
          isHeld = true;
          return store.add(key, value, ttlMs);
        },
      };
      const options = { store: flaky, fetch, whileStoreFails: "fail" } as const;

      await until(failureOf(createVirtualCredential(options).getToken(SCOPE)));

      expect(redeemed).toEqual([]);
    }));

  test("hands a new refresh token to `onRefreshToken` although the store has failed since", () =>
    inVirtualTime(async () => {
      const { store } = createLeaseStore();
      const { fetch } = createAuthority();
      const kept: string[] = [];
      let isGone = false;
      const credential = createVirtualCredential({
        store: {
          ...store,
          get: (key: string) => (isGone ? failing() : store.get(key)),
          set: (key: string, value: string, ttlMs: number) =>
            isGone ? failing() : store.set(key, value, ttlMs),
        },
        fetch: async (request) => {
          isGone = true;
          return fetch(request);
        },
        whileStoreFails: "fail",
        onRefreshToken: (refreshToken) => kept.push(refreshToken),
      });

      expect(await until(tokenOf(credential))).toBe("access-1");
      expect(kept).toEqual(["refresh-1"]);
    }));
});

describe('`whileStoreFails: "redeem"`, the default', () => {
  test.each([{}, { whileStoreFails: "redeem" } as const])(
    "gives each process a token while the store is down, at the cost of a reuse: %j",
    (options) =>
      inVirtualTime(async () => {
        const store = { get: failing, set: failing, add: failing };
        const { fetch, redeemed } = createAuthority();
        const onRefreshToken = () => undefined;
        const credentials = [1, 2].map(() =>
          createVirtualCredential({ store, fetch, onRefreshToken, ...options }),
        );

        const tokens = await until(Promise.all(credentials.map(tokenOf)));

        expect(tokens).toEqual(["access-1", "access-2"]);
        expect(redeemed).toEqual(["refresh-0", "refresh-0"]);
      }),
  );
});

describe("a redeem that has outlived its lease", () => {
  /** Two processes; the first one asks the authority for ten seconds, and its own view of the store is `over`. */
  function createRace(over: (store: Required<TokenStore>) => Partial<TokenStore>) {
    const memory = createLeaseStore();
    const authority = createAuthority();
    const handedOver: string[] = [];
    const first = createVirtualCredential({
      store: { ...memory.store, ...over(memory.store) },
      fetch: async (request) => {
        const response = await authority.fetch(request);
        await wait(10_000);
        return response;
      },
      onRefreshToken: (refreshToken) => handedOver.push(refreshToken),
    });
    const second = createVirtualCredential({ store: memory.store, fetch: authority.fetch });
    return { memory, authority, first, second, handedOver };
  }

  test.each<[string, (store: Required<TokenStore>) => Partial<TokenStore>]>([
    [
      "as it could not be extended",
      (store) => ({
        set: (key, value, ttlMs) =>
          key.endsWith(":lease") ? failing() : store.set(key, value, ttlMs),
      }),
    ],
    ["as it never had one", () => ({ add: failing })],
    [
      "as the store forgot it",
      (store) => ({ get: (key) => (key.endsWith(":lease") ? "another" : store.get(key)) }),
    ],
  ])("adopts a newer refresh token and does not overwrite it, %s", (_, over) =>
    inVirtualTime(async () => {
      const { memory, authority, first, second, handedOver } = createRace(over);
      const slow = tokenOf(first);
      await until(wait(6_000));

      expect(await until(tokenOf(second))).toBe("access-2");
      expect(await until(slow)).toBe("access-1");

      expect(authority.redeemed).toEqual(["refresh-0", "refresh-0"]);
      expect(storedSignIn(memory)).toContain("refresh-2");
      expect(handedOver).toEqual(["refresh-2"]);
      await until(first.getToken(SCOPE, { forceRefresh: true }));
      expect(await until(tokenOf(first))).toBe("access-2");
    }),
  );

  test("keeps its own refresh token when nobody else redeemed one", () =>
    inVirtualTime(async () => {
      const { memory, first, handedOver } = createRace(() => ({ add: failing }));

      expect(await until(tokenOf(first))).toBe("access-1");

      expect(storedSignIn(memory)).toContain("refresh-1");
      expect(handedOver).toEqual(["refresh-1"]);
    }));
});
