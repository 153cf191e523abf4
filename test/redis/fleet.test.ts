import { createKeyv } from "@keyv/redis";
import { SCOPE } from "../auth/app.js";
import { type AuthorizationServer, withAuthorizationServer } from "../auth/authorization-server.js";
import { createCredential } from "../auth/credential.js";
import type { Redemptions } from "../auth/provider.js";
import { type Order, withWorkers } from "./fleet.js";
import { type Redis, withRedis } from "./redis.js";

interface Setting extends AuthorizationServer {
  readonly redis: Redis;
  /** What all workers are told. */
  readonly order: Order;
}

async function withSetting(use: (setting: Setting) => Promise<void>, redemptions?: Redemptions) {
  await withRedis((redis) =>
    withAuthorizationServer(async (server) => {
      const { authority, signIn } = server;
      const order = { authority, refreshToken: await signIn(), redisUrl: redis.url };
      await use({ ...server, redis, order });
    }, redemptions),
  );
}

describe("processes with one Redis", () => {
  test("that start at the same time all get a token, at an authority like Entra ID", async () => {
    await withSetting(async ({ order, tokenRequests, tokenReplies }) => {
      await withWorkers([order, order], async (...workers) => {
        const tokens = await Promise.all(workers.map((worker) => worker.signIn()));

        const given = tokenReplies.map((reply) => reply.access_token);
        expect(tokens.map((token) => given.includes(token))).toEqual([true, true]);
        // Keyv has no `add`, so they do not wait for each other.
        expect([1, 2]).toContain(tokenRequests.length);
      });
    }, "often");
  });

  test("survive that one is killed before it uses its token, without another request", async () => {
    await withSetting(async ({ order, tokenRequests, tokenReplies }) => {
      await withWorkers([{ ...order, killedAt: "use" }, order], async (first, second) => {
        const none = await first?.signIn();
        const token = await second?.signIn();

        expect(none).toBeUndefined();
        expect(token).toBe(tokenReplies[0]?.access_token);
        expect(tokenRequests).toHaveLength(1);
      });
    });
  });

  test("survive that one is killed with the reply in hand, at an authority like Entra ID", async () => {
    await withSetting(async ({ order, tokenRequests, tokenReplies }) => {
      await withWorkers([{ ...order, killedAt: "reply" }, order], async (first, second) => {
        const none = await first?.signIn();
        const token = await second?.signIn();

        expect(none).toBeUndefined();
        expect(token).toBe(tokenReplies[1]?.access_token);
        expect(tokenRequests.map((form) => form.get("refresh_token"))).toEqual([
          order.refreshToken,
          order.refreshToken,
        ]);
      });
    }, "often");
  });

  test("go on after a restart, though the refresh token they were given is long redeemed", async () => {
    await withSetting(async ({ order, tokenRequests, tokenReplies, redis }) => {
      await withWorkers([order], async (worker) => {
        await worker?.signIn();
      });

      const store = createKeyv(redis.url);
      const credential = createCredential({
        ...order,
        store,
        now: () => Date.now() + 3_600_000,
      });
      const token = await credential.getToken(SCOPE);
      await store.disconnect();

      expect(token?.token).toBe(tokenReplies[1]?.access_token);
      expect(tokenRequests[1]?.get("refresh_token")).toBe(tokenReplies[0]?.refresh_token);
    });
  });
});
