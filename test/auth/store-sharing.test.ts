import Keyv from "keyv";
import { SCOPE } from "./app.js";
import { withAuthorizationServer } from "./authorization-server.js";
import { createCredential } from "./credential.js";
import { createLeaseStore, createStore } from "./memory-store.js";

const MINUTE_MS = 60_000;

/** Returns a function that resolves once it has been called so many times. */
function createBarrier(count: number): () => Promise<void> {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let calls = 0;
  return () => {
    calls += 1;
    if (calls >= count) {
      open();
    }
    return opened;
  };
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

  test.each(['"a-token"', '{"token":"a-token"}', "a-token,", "Bearer a-token", ""])(
    "redeem the refresh token when the stored access token is %j, which cannot be sent",
    async (token) => {
      await withAuthorizationServer(async ({ authority, signIn, tokenReplies }) => {
        const { store, entries } = createStore();
        const options = { authority, refreshToken: await signIn(), store };
        await createCredential(options).getToken(SCOPE);
        for (const [key, value] of entries) {
          if (!key.endsWith(":sign-in")) {
            entries.set(key, JSON.stringify({ ...JSON.parse(value), token }));
          }
        }

        const next = await createCredential(options).getToken(SCOPE);

        expect(next?.token).toBe(tokenReplies[1]?.access_token);
      });
    },
  );

  test("ask once when ten of them start at the same time, where it has `add`", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests }) => {
      const { store } = createLeaseStore();
      const options = { authority, refreshToken: await signIn(), store };
      const credentials = Array.from({ length: 10 }, () => createCredential(options));

      const tokens = await Promise.all(credentials.map(({ getToken }) => getToken(SCOPE)));

      expect(new Set(tokens.map((token) => token?.token)).size).toBe(1);
      expect(tokenRequests).toHaveLength(1);
    });
  });

  test("without `add` do not wait for each other, and go on from the newest refresh token", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
      const clock = { now: 0 };
      const { store, writes } = createStore();
      const refreshToken = await signIn();
      const bothAsk = createBarrier(2);
      const options = { authority, refreshToken, store, now: () => clock.now };
      const credentials = [1, 2].map(() =>
        createCredential({
          ...options,
          fetch: async (request, init) => {
            await bothAsk();
            return fetch(request, init);
          },
        }),
      );

      const tokens = await Promise.all(credentials.map(({ getToken }) => getToken(SCOPE)));
      clock.now += 60 * MINUTE_MS;
      const renewed: unknown[] = [];
      for (const { getToken } of [...credentials, createCredential(options)]) {
        renewed.push((await getToken(SCOPE))?.token);
      }

      const accessTokens = tokenReplies.map((reply) => reply.access_token);
      expect(tokens.map((token) => token?.token).sort()).toEqual(accessTokens.slice(0, 2).sort());
      expect(renewed).toEqual(Array(3).fill(accessTokens[2]));
      const signIns = writes.filter(({ key }) => key.endsWith(":sign-in"));
      expect(tokenRequests.map((form) => form.get("refresh_token"))).toEqual([
        refreshToken,
        refreshToken,
        JSON.parse(signIns[1]?.value ?? "").refreshToken,
      ]);
      expect(writes.filter(({ key }) => key.endsWith(":lease"))).toEqual([]);
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
