import { jest } from "@jest/globals";
import { withServer } from "../server.js";
import { SCOPE } from "./app.js";
import { withAuthorizationServer } from "./authorization-server.js";
import { createCredential } from "./credential.js";
import { createStore } from "./memory-store.js";

describe("a store that fails", () => {
  const failing = () => Promise.reject(new Error("connect ECONNREFUSED"));
  const isSignIn = (key: string) => key.endsWith(":sign-in");

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

  test("and says nothing of it, as adapters of Keyv do, is found out", async () => {
    await withAuthorizationServer(async ({ authority, signIn }) => {
      const message = "`store.set` failed (it is not there afterwards)";
      const empty = { get: () => undefined, set: () => true };
      const unchanging = { get: (key: string) => isSignIn(key) && "old", set: () => true };

      let reads = 0;
      const losing = {
        get: (key: string) => isSignIn(key) && (reads++ > 1 ? undefined : "old"),
        set: () => true,
      };

      for (const store of [empty, unchanging, losing]) {
        const credential = createCredential({ authority, refreshToken: await signIn(), store });

        await expect(credential.getToken(SCOPE)).rejects.toThrow(message);
      }
    });
  });

  test("by giving false, as Keyv does, has failed too", async () => {
    await withAuthorizationServer(async ({ authority, signIn }) => {
      const store = { get: () => undefined, set: (key: string) => !isSignIn(key) };

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
          isSignIn(key) ? failing() : working.set(key, value, ttlMs),
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
        let clock = Date.now();
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
          now: () => clock,
        });

        jest.useFakeTimers({
          doNotFake: ["nextTick", "setImmediate", "queueMicrotask", "Date", "performance"],
        });
        const token = credential.getToken(SCOPE);
        while (asked.length === 0) {
          await new Promise(setImmediate);
        }
        await jest.advanceTimersByTimeAsync(5_000);
        jest.useRealTimers();

        expect((await token)?.token).toBe("a");
        // However the clock of the machine is set meanwhile.
        clock += 3_600_000;
        expect((await credential.getToken(SCOPE))?.token).toBe("a");
        expect(asked).toHaveLength(1);
      },
    );
  });
});
