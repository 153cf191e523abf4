import { createHash } from "node:crypto";
import type { TokenStore } from "partner-center-client/auth";
import { CLIENT_ID, SCOPE, TENANT_ID } from "./app.js";
import { withAuthorizationServer } from "./authorization-server.js";
import { createCredential } from "./credential.js";
import { createStore } from "./memory-store.js";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What tells that the store knows a token, without telling the token. */
const fingerprintOf = (secret: unknown): string =>
  createHash("sha256").update(String(secret)).digest("hex").slice(0, 32);

describe("what is in the store", () => {
  test("has keys without secrets, and ends when the tokens do", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenReplies }) => {
      const { store, writes } = createStore();
      const refreshToken = await signIn();
      const storeWithAdd: TokenStore = {
        ...store,
        add: async (key, value, ttlMs) => {
          await store.set(key, value, ttlMs);
          return true;
        },
      };

      await createCredential({
        authority,
        refreshToken,
        store: storeWithAdd,
        now: () => 0,
      }).getToken(SCOPE);

      const [reply] = tokenReplies;
      const prefix = ["partner-center-client", authority, TENANT_ID, CLIENT_ID];
      const keyOf = (...parts: string[]) => [...prefix, ...parts].map(encodeURIComponent).join(":");
      const accessToken = {
        token: reply?.access_token,
        expiresOnTimestamp: 3_600_000,
        of: fingerprintOf(reply?.refresh_token),
      };
      const ancestors = [fingerprintOf(refreshToken)];
      expect(writes).toEqual([
        { key: keyOf("lease"), value: expect.stringMatching(/^[0-9a-f-]{36}$/), ttlMs: 2_500 },
        {
          key: keyOf("sign-in"),
          value: JSON.stringify({ refreshToken: reply?.refresh_token, ancestors }),
          ttlMs: 90 * DAY_MS,
        },
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
