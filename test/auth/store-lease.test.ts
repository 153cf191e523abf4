import type { TokenStore } from "partner-center-client/auth";
import { SCOPE } from "./app.js";
import { type AuthorizationServer, withAuthorizationServer } from "./authorization-server.js";
import { createCredential } from "./credential.js";
import { createLeaseStore, createStore } from "./memory-store.js";

const HOUR_MS = 60 * 60 * 1000;
const LEASE = /:lease$/;
const slowly = () => new Promise((resolve) => setTimeout(resolve, 150));

/** The credentials of so many processes with one store. */
async function fleet(server: AuthorizationServer, size: number, store: TokenStore, options = {}) {
  const common = { authority: server.authority, refreshToken: await server.signIn(), store };
  return Array.from({ length: size }, () => createCredential({ ...common, ...options }));
}

function leaseKeyOf({ entries }: { entries: Map<string, unknown> }): string {
  return [...entries.keys()].find((key) => LEASE.test(key)) ?? "";
}

const redeemed = ({ tokenRequests }: AuthorizationServer) =>
  tokenRequests.map((form) => form.get("refresh_token"));

// The authority of these tests ends the sign-in when a refresh token comes twice, as Entra ID does not.
describe("credentials with a store that has `add`", () => {
  test("ask once when eight of them start at the same time, though the store is slower than 100 ms", async () => {
    await withAuthorizationServer(async (server) => {
      const { store } = createLeaseStore();
      const slow: TokenStore = {
        get: (key) => slowly().then(() => store.get(key)),
        set: (key, value, ttlMs) => slowly().then(() => store.set(key, value, ttlMs)),
        add: (key, value, ttlMs) => slowly().then(() => store.add(key, value, ttlMs)),
      };
      const credentials = await fleet(server, 8, slow);

      const tokens = await Promise.all(credentials.map(({ getToken }) => getToken(SCOPE)));

      expect(new Set(tokens.map((token) => token?.token)).size).toBe(1);
      expect(server.tokenRequests).toHaveLength(1);
    });
  });

  test("read before they redeem, and write first thing afterwards", async () => {
    await withAuthorizationServer(async (server) => {
      const { store } = createLeaseStore();
      const events: string[] = [];
      const noted = (what: string, key: string) => {
        events.push(`${what} ${key.split(":")[4]}`);
      };
      const watched: TokenStore = {
        get: (key) => {
          noted("get", key);
          return store.get(key);
        },
        set: (key, value, ttlMs) => {
          noted("set", key);
          return store.set(key, value, ttlMs);
        },
        add: (key, value, ttlMs) => {
          noted("add", key);
          return store.add(key, value, ttlMs);
        },
      };
      const [credential] = await fleet(server, 1, watched, {
        onRefreshToken: () => events.push("handed over"),
        fetch: async (request: Request, init: RequestInit) => {
          const response = await fetch(request, init);
          events.push("answered");
          return response;
        },
      });

      await credential?.getToken(SCOPE);

      expect(events).toEqual([
        "get sign-in",
        "add lease",
        "get sign-in",
        "answered",
        "set sign-in",
        "get sign-in",
        "handed over",
        "set access",
        "get lease",
        "set lease",
      ]);
    });
  });

  test("wait for the lease no longer than `timeoutMs`, and send nothing without it", async () => {
    await withAuthorizationServer(async (server) => {
      const memory = createLeaseStore();
      const [first] = await fleet(server, 1, memory.store);
      await first?.getToken(SCOPE);
      memory.entries.set(leaseKeyOf(memory), {
        value: "a-holder",
        endsAt: Number.POSITIVE_INFINITY,
      });
      const [second] = await fleet(server, 1, memory.store, { timeoutMs: 300 });

      const token = second?.getToken(SCOPE);

      await expect(token).rejects.toThrow(
        /^Signing in failed: the `store` gave neither the lease nor a token for this call within 300 ms; it takes \d+ ms to answer\. Nothing was sent\. Call again, and check that the store is fast enough and expires its entries\.$/,
      );
      await expect(token).rejects.toMatchObject({ reason: "timeout" });
      expect(server.tokenRequests).toHaveLength(1);
    });
  });

  test("ask once between the seven of them that waited for one that died", async () => {
    await withAuthorizationServer(async (server) => {
      const memory = createLeaseStore();
      const [first] = await fleet(server, 1, memory.store);
      await first?.getToken(SCOPE);
      await memory.store.set(leaseKeyOf(memory), "a-process-that-was-killed", 500);
      const waiting = await fleet(server, 7, memory.store);

      const tokens = await Promise.all(waiting.map(({ getToken }) => getToken(SCOPE)));

      expect(new Set(tokens.map((token) => token?.token)).size).toBe(1);
      expect(server.tokenRequests).toHaveLength(2);
    });
  });

  test("say so when `add` gives neither true nor false", async () => {
    await withAuthorizationServer(async (server) => {
      const { store } = createLeaseStore();
      const wrong: TokenStore = Object.assign({}, store, { add: async () => "OK" });
      const [credential] = await fleet(server, 1, wrong);

      await expect(credential?.getToken(SCOPE)).rejects.toThrow(
        new TypeError(
          "Expected `store.add` to be a function that gives true or false, got a string.",
        ),
      );
      expect(server.tokenRequests).toHaveLength(0);
    });
  });
});

for (const [name, create] of [
  ["a store that has `add`", createLeaseStore],
  ["a store without `add`", createStore],
] as const) {
  describe(`credentials with ${name}`, () => {
    for (const [what, text] of [
      ["deleted", ""],
      ["corrupt", "{"],
      ["of somebody else's making", '{"refreshToken":"none-of-these","ancestors":[]}'],
    ] as const) {
      test(`redeem the newest refresh token that they saw when its entry is ${what}`, async () => {
        await withAuthorizationServer(async (server) => {
          const clock = { now: 0 };
          const { store } = create();
          let signInKey = "";
          const watched: TokenStore = {
            ...store,
            set: (key, value, ttlMs) => {
              signInKey = key.endsWith(":sign-in") ? key : signInKey;
              return store.set(key, value, ttlMs);
            },
          };
          const credentials = await fleet(server, 3, watched, { now: () => clock.now });
          const [first, second, third] = credentials;
          for (const credential of credentials) {
            await credential.getToken(SCOPE);
          }
          await store.set(signInKey, text, HOUR_MS);
          clock.now += HOUR_MS;

          await second?.getToken(SCOPE);
          clock.now += HOUR_MS;
          await third?.getToken(SCOPE);
          await first?.getToken(SCOPE);

          const given = server.tokenReplies.map((reply) => reply.refresh_token);
          const own = redeemed(server).filter((token) => token !== "none-of-these");
          expect(own.slice(1)).toEqual(given.filter(Boolean).slice(0, 2));
        });
      });
    }
  });
}
