import Keyv from "keyv";
import { SCOPE } from "./app.js";
import { withAuthorizationServer } from "./authorization-server.js";
import { createCredential } from "./credential.js";
import { createExactStore } from "./memory-store.js";

const MINUTE_MS = 60_000;

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

  test("ask once when ten of them start at the same time, where it has `add`", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests }) => {
      const { store } = createExactStore();
      const options = { authority, refreshToken: await signIn(), store };
      const credentials = Array.from({ length: 10 }, () => createCredential(options));

      const tokens = await Promise.all(credentials.map(({ getToken }) => getToken(SCOPE)));

      expect(new Set(tokens.map((token) => token?.token)).size).toBe(1);
      expect(tokenRequests).toHaveLength(1);
    });
  });

  test("all get a token when ten of them start at the same time, where it has no `add`", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests }) => {
      const options = { authority, refreshToken: await signIn(), store: new Keyv() };
      const credentials = Array.from({ length: 10 }, () => createCredential(options));

      const tokens = await Promise.all(credentials.map(({ getToken }) => getToken(SCOPE)));

      expect(tokens.every((token) => token !== null)).toBe(true);
      expect(tokenRequests.length).toBeLessThanOrEqual(10);
      const next = await createCredential(options).getToken(SCOPE);
      expect(tokens).toContainEqual(next);
    }, "often");
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

  test("meet a claims challenge with a token of its own", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests }) => {
      const options = { authority, refreshToken: await signIn(), store: new Keyv() };
      await createCredential(options).getToken(SCOPE);

      await createCredential(options).getToken(SCOPE, { claims: "{}" });

      expect(tokenRequests.map((form) => form.get("claims"))).toEqual([null, "{}"]);
    });
  });
});
