import { createClient } from "@keyv/redis";
import { createWebhookVerifier } from "partner-center-client/webhooks";
import { delivery, makeAuthority, trusting } from "../webhooks/sender.js";
import { withRedis } from "./redis.js";

const DAY_MS = 24 * 60 * 60 * 1000;

describe("a Redis", () => {
  it("lets one of many deliveries at once be the first, in whichever process they arrive", async () => {
    await withRedis(async ({ url }) => {
      const authority = makeAuthority();
      const { options } = trusting(authority);
      const clients = await Promise.all([1, 2, 3].map(() => createClient({ url }).connect()));
      const verifiers = clients.map((client) => {
        const add = async (key: string, value: string, ttlMs: number) =>
          (await client.set(key, value, { NX: true, PX: ttlMs })) !== null;
        return createWebhookVerifier({ ...options, seen: { add } });
      });

      const events = await Promise.all(
        Array.from({ length: 10 }, () =>
          verifiers.map((verifier) => verifier.verify(delivery(authority.leaf))),
        ).flat(),
      );
      const [key = ""] = (await clients[0]?.keys("*")) ?? [];
      const ttlMs = await clients[0]?.pTTL(key);
      for (const client of clients) {
        client.destroy();
      }

      expect(events.filter(({ isRepeated }) => !isRepeated)).toHaveLength(1);
      expect(key).toBe(`partner-center-client:webhook:${events[0]?.id}`);
      expect(ttlMs).toBeGreaterThan(30 * DAY_MS - 60_000);
    });
  });
});
