import type { TokenStore } from "partner-center-client/auth";
import { SCOPE } from "./app.js";
import { type AuthorizationServer, withAuthorizationServer } from "./authorization-server.js";
import { createCredential } from "./credential.js";
import { createStore } from "./memory-store.js";

const HOUR_MS = 60 * 60 * 1000;

/** A vault that refuses what comes at these times, counted from 1. */
function createVault(refused: readonly number[]) {
  const handedOver: string[] = [];
  const onRefreshToken = (refreshToken: string) => {
    handedOver.push(refreshToken);
    if (refused.includes(handedOver.length)) {
      throw new Error("The vault is closed.");
    }
  };
  return { handedOver, onRefreshToken };
}

function signal() {
  let send = () => {};
  const sent = new Promise<void>((resolve) => {
    send = resolve;
  });
  return { send, sent };
}

/** The refresh tokens that were redeemed, and those that were given, in order. */
const linesOf = ({ tokenRequests, tokenReplies }: AuthorizationServer) => ({
  redeemed: tokenRequests.map((form) => form.get("refresh_token")),
  given: tokenReplies.map((reply) => reply.refresh_token),
});

// The authority of these tests ends the sign-in when a refresh token comes twice, as Entra ID does not.
describe("a refresh token in the store", () => {
  test("is gone on from when its process dies as soon as it is written", async () => {
    await withAuthorizationServer(async (server) => {
      const { authority } = server;
      const refreshToken = await server.signIn();
      const { store } = createStore();
      const [written, dead] = [signal(), signal()];
      const dying: TokenStore = {
        get: (key) => store.get(key),
        set: async (key, value, ttlMs) => {
          await store.set(key, value, ttlMs);
          if (key.endsWith(":sign-in")) {
            written.send();
            await dead.sent;
          }
        },
      };
      const process = createCredential({ authority, refreshToken, store: dying }).getToken(SCOPE);
      await written.sent;

      await createCredential({ authority, refreshToken, store }).getToken(SCOPE);
      dead.send();
      await process;

      const { redeemed, given } = linesOf(server);
      expect(redeemed).toEqual([refreshToken, given[0]]);
    });
  });

  test("is gone on from when its process cannot hand it over", async () => {
    await withAuthorizationServer(async (server) => {
      const { store } = createStore();
      const options = { authority: server.authority, refreshToken: await server.signIn(), store };
      const { onRefreshToken } = createVault([1]);
      const failing = createCredential({ ...options, onRefreshToken });

      await expect(failing.getToken(SCOPE)).rejects.toThrow("The vault is closed.");
      await createCredential(options).getToken(SCOPE);

      const { redeemed, given } = linesOf(server);
      expect(redeemed).toEqual([options.refreshToken, given[0]]);
    });
  });

  test("replaces the older one that waits to be handed over", async () => {
    await withAuthorizationServer(async (server) => {
      const clock = { now: 0 };
      const { store } = createStore();
      const options = {
        authority: server.authority,
        refreshToken: await server.signIn(),
        store,
        now: () => clock.now,
      };
      const { onRefreshToken, handedOver } = createVault([2]);
      const first = createCredential({ ...options, onRefreshToken });
      const second = createCredential(options);
      await first.getToken(SCOPE);
      clock.now += HOUR_MS;
      await expect(first.getToken(SCOPE)).rejects.toThrow("The vault is closed.");

      await second.getToken(SCOPE);
      clock.now += HOUR_MS;
      await first.getToken(SCOPE);

      const { redeemed, given } = linesOf(server);
      expect(redeemed).toEqual([options.refreshToken, ...given.slice(0, 3)]);
      expect(handedOver).toEqual([given[0], given[1], given[2], given[3]]);
    });
  });

  test("is handed over also when the access token comes from the store", async () => {
    await withAuthorizationServer(async (server) => {
      const { store } = createStore();
      const options = { authority: server.authority, refreshToken: await server.signIn(), store };
      const { onRefreshToken, handedOver } = createVault([1]);
      const failing = createCredential({ ...options, onRefreshToken });
      await expect(failing.getToken(SCOPE)).rejects.toThrow("The vault is closed.");
      await createCredential(options).getToken(SCOPE);

      await failing.getToken(SCOPE);

      const { given } = linesOf(server);
      expect(given).toHaveLength(2);
      expect(handedOver).toEqual([given[0], given[1]]);
    });
  });

  test("is not redeemed again when another process puts it back", async () => {
    await withAuthorizationServer(async (server) => {
      const clock = { now: 0 };
      const { store, entries } = createStore();
      const options = {
        authority: server.authority,
        refreshToken: await server.signIn(),
        store,
        now: () => clock.now,
      };
      const credential = createCredential(options);
      await credential.getToken(SCOPE);
      const earlier = [...entries];
      clock.now += HOUR_MS;
      await credential.getToken(SCOPE);
      for (const [key, value] of earlier) {
        entries.set(key, value);
      }
      clock.now += HOUR_MS;

      await credential.getToken(SCOPE);

      const { redeemed, given } = linesOf(server);
      expect(redeemed).toEqual([options.refreshToken, given[0], given[1]]);
    });
  });
});
