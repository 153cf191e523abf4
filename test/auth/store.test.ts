import { jest } from "@jest/globals";
import Keyv from "keyv";
import type { TokenStore } from "partner-center-client/auth";
import { withServer } from "../server.js";
import { withAuthorizationServer } from "./authorization-server.js";
import { createCredential } from "./credential.js";
import { CLIENT_ID, SCOPE, TENANT_ID } from "./provider.js";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A store of which can be seen what was written to it. */
function createStore() {
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

describe("credentials with one store", () => {
  test("share one access token", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests }) => {
      const options = { authority, refreshToken: await signIn(), store: new Keyv() };

      const first = await createCredential(options).getToken(SCOPE);
      const second = await createCredential(options).getToken(SCOPE);

      expect(second).toEqual(first);
      expect(tokenRequests).toHaveLength(1);
    });
  });

  test("ask once when ten of them start at the same time", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests }) => {
      const options = { authority, refreshToken: await signIn(), store: new Keyv() };
      const credentials = Array.from({ length: 10 }, () => createCredential(options));

      const tokens = await Promise.all(credentials.map(({ getToken }) => getToken(SCOPE)));

      expect(new Set(tokens.map((token) => token?.token)).size).toBe(1);
      expect(tokenRequests).toHaveLength(1);
    });
  });

  test("redeem the newest refresh token, whichever of them got it", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
      let now = 0;
      const store = new Keyv();
      const options = { authority, refreshToken: await signIn(), store, now: () => now };
      const [first, second] = [createCredential(options), createCredential(options)];

      for (const credential of [first, second, first]) {
        await credential.getToken(SCOPE);
        now += 60 * MINUTE_MS;
      }

      expect(tokenRequests[1]?.get("refresh_token")).toBe(tokenReplies[0]?.refresh_token);
      expect(tokenRequests[2]?.get("refresh_token")).toBe(tokenReplies[1]?.refresh_token);
    });
  });

  test("renew the access token two minutes before its end", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests }) => {
      let now = 0;
      const store = new Keyv();
      const credential = createCredential({
        authority,
        refreshToken: await signIn(),
        store,
        now: () => now,
      });

      await credential.getToken(SCOPE);
      now = 58 * MINUTE_MS - 1;
      await credential.getToken(SCOPE);
      expect(tokenRequests).toHaveLength(1);
      now = 58 * MINUTE_MS;
      await credential.getToken(SCOPE);

      expect(tokenRequests).toHaveLength(2);
    });
  });

  test("go on after a restart from a refresh token that was redeemed long ago", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
      const options = { authority, refreshToken: await signIn(), store: new Keyv() };
      await createCredential(options).getToken(SCOPE);

      const restarted = createCredential({ ...options, now: () => Date.now() + DAY_MS });
      const token = await restarted.getToken(SCOPE);

      expect(token?.token).toBe(tokenReplies[1]?.access_token);
      expect(tokenRequests[1]?.get("refresh_token")).toBe(tokenReplies[0]?.refresh_token);
    });
  });

  test("follow a new sign-in, and not the one in the store", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
      const store = new Keyv();
      const earlier = createCredential({ authority, refreshToken: await signIn(), store });
      await earlier.getToken(SCOPE);

      const refreshToken = await signIn();
      await createCredential({ authority, refreshToken, store }).getToken(SCOPE);
      const token = await earlier.getToken(SCOPE);

      expect(tokenRequests[1]?.get("refresh_token")).toBe(refreshToken);
      expect(token?.token).toBe(tokenReplies[1]?.access_token);
      expect(tokenRequests).toHaveLength(2);
    });
  });

  test("go back to the sign-in in the store when the refresh token they were given is refused", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
      const store = new Keyv();
      await createCredential({ authority, refreshToken: await signIn(), store }).getToken(SCOPE);

      const credential = createCredential({ authority, refreshToken: "mistyped", store });
      const token = await credential.getToken(SCOPE);

      expect(token?.token).toBe(tokenReplies[2]?.access_token);
      expect(tokenRequests.map((form) => form.get("refresh_token")).slice(1)).toEqual([
        "mistyped",
        tokenReplies[0]?.refresh_token,
      ]);
    });
  });

  test("give another token than the one the service refused, and ask for it once", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
      const options = { authority, refreshToken: await signIn(), store: new Keyv() };
      const [first, second] = [createCredential(options), createCredential(options)];
      await Promise.all([first.getToken(SCOPE), second.getToken(SCOPE)]);

      const renewed = await first.getToken(SCOPE, { forceRefresh: true });
      const shared = await second.getToken(SCOPE, { forceRefresh: true });

      expect(renewed?.token).toBe(tokenReplies[1]?.access_token);
      expect(shared).toEqual(renewed);
      expect(tokenRequests).toHaveLength(2);
    });
  });

  test("meet a claims challenge with a token of its own", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests }) => {
      const options = { authority, refreshToken: await signIn(), store: new Keyv() };
      await createCredential(options).getToken(SCOPE);

      await createCredential(options).getToken(SCOPE, { claims: "{}" });

      expect(tokenRequests.map((form) => form.get("claims"))).toEqual([null, "{}"]);
    });
  });

  test("go ahead when the one that was asking does not come back", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests }) => {
      const { store, entries, writes } = createStore();
      const options = { authority, refreshToken: await signIn(), store };
      await createCredential(options).getToken(SCOPE);
      const lease = writes.find(({ key }) => key.endsWith(":lease"))?.key ?? "";
      entries.set(lease, "a-process-that-was-killed");

      const waits: number[] = [];
      const credential = createCredential({
        ...options,
        now: () => Date.now() + DAY_MS,
        wait: async (ms) => {
          waits.push(ms);
        },
      });
      await credential.getToken(SCOPE);

      expect(tokenRequests).toHaveLength(2);
      expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(10_000);
    });
  });
});

describe("what is in the store", () => {
  test("has keys without secrets, and ends when the tokens do", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenReplies }) => {
      const { store, writes } = createStore();
      const refreshToken = await signIn();

      await createCredential({ authority, refreshToken, store, now: () => 0 }).getToken(SCOPE);

      const [reply] = tokenReplies;
      const prefix = ["partner-center-client", authority, TENANT_ID, CLIENT_ID];
      const keyOf = (...parts: string[]) => [...prefix, ...parts].map(encodeURIComponent).join(":");
      const accessToken = { token: reply?.access_token, expiresOnTimestamp: 3_600_000 };
      const known = {
        key: expect.stringMatching(/:known:[0-9a-f]{32}$/),
        value: "known",
        ttlMs: 90 * DAY_MS,
      };
      expect(writes).toEqual([
        { key: keyOf("lease"), value: expect.stringMatching(/^[0-9a-f-]{36}$/), ttlMs: 10_000 },
        { key: keyOf("refresh"), value: reply?.refresh_token, ttlMs: 90 * DAY_MS },
        known,
        known,
        {
          key: keyOf("access", `${SCOPE} offline_access`),
          value: JSON.stringify(accessToken),
          ttlMs: 3_600_000,
        },
        { key: keyOf("lease"), value: "", ttlMs: 1 },
      ]);
    });
  });

  test("counts as absent when it is not what was put there", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests }) => {
      const { store, entries, writes } = createStore();
      const options = { authority, refreshToken: await signIn(), store };
      await createCredential(options).getToken(SCOPE);
      const accessKey = writes.find(({ key }) => key.includes(":access:"))?.key ?? "";

      for (const corrupt of [
        "",
        "{",
        "null",
        "[]",
        '{"token":1,"expiresOnTimestamp":1}',
        '{"token":""}',
      ]) {
        entries.set(accessKey, corrupt);
        await createCredential(options).getToken(SCOPE);
      }

      expect(tokenRequests).toHaveLength(7);
    });
  });
});

describe("a store that fails", () => {
  const failing = () => Promise.reject(new Error("connect ECONNREFUSED"));
  const isRefreshToken = (key: string) => key.endsWith(":refresh");

  test("to read counts as empty", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenReplies }) => {
      const store = { get: failing, set: () => true };

      const credential = createCredential({ authority, refreshToken: await signIn(), store });

      expect((await credential.getToken(SCOPE))?.token).toBe(tokenReplies[0]?.access_token);
      expect((await credential.getToken(SCOPE))?.token).toBe(tokenReplies[1]?.access_token);
    });
  });

  test("to keep a new refresh token makes the call fail", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests }) => {
      const store = { get: () => undefined, set: failing };

      const credential = createCredential({ authority, refreshToken: await signIn(), store });

      await expect(credential.getToken(SCOPE)).rejects.toThrow(
        "The new refresh token could not be kept: `store.set` failed (connect ECONNREFUSED). " +
          "It is still in memory, and the next call hands it over again.",
      );
      await expect(credential.getToken(SCOPE)).rejects.toThrow("could not be kept");
      expect(tokenRequests).toHaveLength(1);
    });
  });

  test("by giving false, as Keyv does, has failed too", async () => {
    await withAuthorizationServer(async ({ authority, signIn }) => {
      const store = { get: () => undefined, set: (key: string) => !isRefreshToken(key) };

      const credential = createCredential({ authority, refreshToken: await signIn(), store });

      await expect(credential.getToken(SCOPE)).rejects.toThrow(
        "`store.set` failed (it gave false)",
      );
    });
  });

  test("to keep a new refresh token is forgiven when `onRefreshToken` keeps it", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
      const { store: working } = createStore();
      const store = {
        ...working,
        set: (key: string, value: string, ttlMs: number) =>
          isRefreshToken(key) ? failing() : working.set(key, value, ttlMs),
      };
      const kept: string[] = [];
      const credential = createCredential({
        authority,
        refreshToken: await signIn(),
        store,
        onRefreshToken: (refreshToken) => kept.push(refreshToken),
      });

      await credential.getToken(SCOPE);
      await credential.getToken(SCOPE, { forceRefresh: true });

      expect(kept).toEqual(tokenReplies.map((reply) => reply.refresh_token));
      expect(tokenRequests[1]?.get("refresh_token")).toBe(kept[0]);
    });
  });

  test("to answer at all is left alone after five seconds", async () => {
    const reply = { access_token: "a", token_type: "Bearer", expires_in: 3600 };
    await withServer(
      (response) =>
        response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(reply)),
      async ({ url: authority }) => {
        const asked: string[] = [];
        const silent = (key: string) => {
          asked.push(key);
          return new Promise(() => undefined);
        };
        const credential = createCredential({
          authority,
          refreshToken: "a-refresh-token",
          store: { get: silent, set: silent },
          wait: () => new Promise(setImmediate),
        });

        jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask", "Date"] });
        const token = credential.getToken(SCOPE);
        while (asked.length === 0) {
          await new Promise(setImmediate);
        }
        await jest.advanceTimersByTimeAsync(5_000);
        jest.useRealTimers();

        expect((await token)?.token).toBe("a");
        expect(asked).toHaveLength(1);
      },
    );
  });
});
