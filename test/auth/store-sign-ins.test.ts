import Keyv from "keyv";
import { SCOPE } from "./app.js";
import { withAuthorizationServer } from "./authorization-server.js";
import { createCredential } from "./credential.js";
import { createLeaseStore, createStore } from "./memory-store.js";

const DAY_MS = 24 * 60 * 60 * 1000;
const REPLY = { access_token: "a", token_type: "Bearer", expires_in: 3600 };

describe("credentials with one store", () => {
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

  test("give no access token of an earlier sign-in, though a new one is in the store already", async () => {
    await withAuthorizationServer(async ({ authority, signIn, tokenRequests, tokenReplies }) => {
      const { store, entries } = createStore();
      await createCredential({ authority, refreshToken: await signIn(), store }).getToken(SCOPE);
      const [accessKey = "", earlier = ""] =
        [...entries].find(([key]) => key.includes(":access:")) ?? [];
      const refreshToken = await signIn();
      await createCredential({ authority, refreshToken, store }).getToken(SCOPE);
      // As another process sees it between the two writes of the one that signed in.
      entries.set(accessKey, earlier);

      const token = await createCredential({ authority, refreshToken, store }).getToken(SCOPE);

      expect(token?.token).toBe(tokenReplies[2]?.access_token);
      expect(tokenRequests[2]?.get("refresh_token")).toBe(tokenReplies[1]?.refresh_token);
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
      const options = { authority, refreshToken: await signIn(), store: createLeaseStore().store };
      const [first, second] = [createCredential(options), createCredential(options)];
      await Promise.all([first.getToken(SCOPE), second.getToken(SCOPE)]);

      const renewed = await first.getToken(SCOPE, { forceRefresh: true });
      const shared = await second.getToken(SCOPE, { forceRefresh: true });

      expect(renewed?.token).toBe(tokenReplies[1]?.access_token);
      expect(shared).toEqual(renewed);
      expect(tokenRequests).toHaveLength(2);
    });
  });

  for (const refusal of [
    { error: "interaction_required" },
    { error: "invalid_grant", error_codes: [50076] },
  ]) {
    test(`redeem no older refresh token where the user is wanted (${refusal.error})`, async () => {
      const { store } = createStore();
      const redeemed: unknown[] = [];
      const replies = [{ ...REPLY, refresh_token: "newest" }];
      const options = {
        authority: "https://login.example.com",
        refreshToken: "older",
        store,
        fetch: async (request: Request) => {
          redeemed.push(new URLSearchParams(await request.text()).get("refresh_token"));
          return Response.json(replies.shift() ?? refusal, {
            status: redeemed.length > 1 ? 400 : 200,
          });
        },
      };
      await createCredential(options).getToken(SCOPE);

      const restarted = createCredential({ ...options, now: () => Date.now() + DAY_MS });

      await expect(restarted.getToken(SCOPE)).rejects.toThrow("Sign in again");
      expect(redeemed).toEqual(["older", "newest"]);
    });
  }

  test("say what the last refresh token met when that may pass, and not that an earlier one is refused", async () => {
    const { store } = createStore();
    const options = { authority: "https://login.example.com", store };
    const replies = [
      Response.json({ ...REPLY, refresh_token: "newest" }),
      Response.json({ error: "invalid_grant", error_codes: [700082] }, { status: 400 }),
      Response.json({ error: "slow" }, { status: 429, headers: { "Retry-After": "7" } }),
    ];
    const fetch = async () => replies.shift() ?? Response.error();
    await createCredential({ ...options, refreshToken: "first", fetch }).getToken(SCOPE);

    const credential = createCredential({ ...options, refreshToken: "expired", fetch });

    await expect(credential.getToken(SCOPE)).rejects.toMatchObject({
      reason: "throttled",
      retryAfterMs: 7000,
    });
  });

  test("give up after four refresh tokens, with what was said to the first", async () => {
    let requests = 0;
    let reads = 0;
    const credential = createCredential({
      authority: "https://login.example.com",
      refreshToken: "given",
      store: {
        get: (key: string) =>
          key.endsWith(":sign-in") &&
          JSON.stringify({ refreshToken: `stored-${++reads}`, ancestors: [] }),
        set: () => true,
      },
      fetch: async () =>
        Response.json({ error: "invalid_grant", error_codes: [++requests] }, { status: 400 }),
    });

    await expect(credential.getToken(SCOPE)).rejects.toMatchObject({ code: "AADSTS1" });
    expect(requests).toBe(4);
  });
});
