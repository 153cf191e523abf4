import KeyvRedis, { createClient, createKeyv } from "@keyv/redis";
import Keyv from "keyv";
import { SCOPE } from "../auth/app.js";
import { withAuthorizationServer } from "../auth/authorization-server.js";
import { createCredential } from "../auth/credential.js";
import { withRedis } from "./redis.js";

const DAY_MS = 24 * 60 * 60 * 1000;

describe("a Redis", () => {
  test("has entries that end when the tokens do, under keys without secrets", async () => {
    await withRedis(async ({ url }) => {
      await withAuthorizationServer(async ({ authority, signIn, tokenReplies }) => {
        const store = createKeyv(url);
        const refreshToken = await signIn();
        await createCredential({ authority, refreshToken, store }).getToken(SCOPE);
        await store.disconnect();

        const client = await createClient({ url }).connect();
        const keys = (await client.keys("*")).sort();
        const lives = await Promise.all(keys.map((key) => client.pTTL(key)));
        client.destroy();

        const [access, known, alsoKnown, refresh] = lives;
        expect(keys.map((key) => key.split(":")[4])).toEqual([
          "access",
          "known",
          "known",
          "refresh",
        ]);
        expect(access).toBeGreaterThan(3_600_000 - 10_000);
        expect(access).toBeLessThanOrEqual(3_600_000);
        for (const life of [known, alsoKnown, refresh]) {
          expect(life).toBeGreaterThan(90 * DAY_MS - 10_000);
          expect(life).toBeLessThanOrEqual(90 * DAY_MS);
        }
        const { access_token, refresh_token } = tokenReplies[0] ?? {};
        for (const secret of [refreshToken, access_token, refresh_token]) {
          expect(keys.join(" ")).not.toContain(String(secret));
        }
      });
    });
  });

  test("that goes away ends no sign-in whose refresh token is kept elsewhere", async () => {
    await withRedis(async ({ url, kill }) => {
      await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
        const store = impatientKeyv(url);
        const kept: string[] = [];
        const credential = createCredential({
          authority,
          refreshToken: await signIn(),
          store,
          onRefreshToken: (refreshToken) => kept.push(refreshToken),
        });
        await credential.getToken(SCOPE);

        await kill();
        const token = await credential.getToken(SCOPE);
        await store.disconnect();

        expect(token?.token).toBe(tokenReplies[1]?.access_token);
        expect(tokenRequests[1]?.get("refresh_token")).toBe(kept[0]);
      });
    });
  });

  test("that loses the new refresh token is found out, though its adapter says nothing", async () => {
    await withRedis(async ({ url, kill }) => {
      await withAuthorizationServer(async ({ authority, signIn }) => {
        const store = impatientKeyv(url);
        await store.get("a key, so that the connection is there");
        const credential = createCredential({ authority, refreshToken: await signIn(), store });

        await kill();

        await expect(credential.getToken(SCOPE)).rejects.toThrow(
          "The new refresh token could not be kept: `store.set` failed (it is not there afterwards). " +
            "It is still in memory, and the next call hands it over again.",
        );
        await store.disconnect();
      });
    });
  });
});

/** Fails at once, and does not wait for a server to come back. */
function impatientKeyv(url: string): Keyv {
  const client = createClient({ url, disableOfflineQueue: true });
  return new Keyv(new KeyvRedis(client), { useKeyPrefix: false });
}
