import { createHash } from "node:crypto";
import { signInWithBrowser } from "partner-center-client/auth";
import { PUBLIC_CLIENT_ID, SCOPE, TENANT_ID } from "./app.js";
import { entraRefusal, IDS } from "./entra.js";
import { idToken, knockAt, startSignIn } from "./redirect.js";

const TOKENS = {
  access_token: "an-access-token",
  token_type: "Bearer",
  expires_in: 3600,
  refresh_token: "a-refresh-token",
};
const OTHER_TENANT = "0b7d5c1e-2f48-4a6b-9d3e-8c1f7a2b4e60";
const CONSENT = `https://login.example.com/${TENANT_ID}/adminconsent?client_id=${PUBLIC_CLIENT_ID}`;

const signedIn = (nonce: string) => ({ ...TOKENS, id_token: idToken({ nonce }) });

describe("signInWithBrowser", () => {
  test("gives both tokens, and the user's names and tenant as the ID token has them", async () => {
    const { signIn, comeBack } = await startSignIn(signedIn, { now: () => 0 });

    await comeBack({ code: "a-code" });

    await expect(signIn).resolves.toEqual({
      refreshToken: "a-refresh-token",
      accessToken: { token: "an-access-token", expiresOnTimestamp: 3_600_000 },
      user: { name: "Ada Lovelace", userName: "ada@contoso.com", tenantId: TENANT_ID },
    });
  });

  test.each([
    ["behind", 1_800],
    ["ahead", -7_200],
  ])("does not mind a clock that is %s the authority's", async (_what, seconds) => {
    const now = Math.floor(Date.now() / 1000) + seconds;
    const { signIn, comeBack } = await startSignIn((nonce) => ({
      ...TOKENS,
      id_token: idToken({ nonce, iat: now, nbf: now, exp: now + 3600 }),
    }));

    await comeBack({ code: "a-code" });

    await expect(signIn).resolves.toHaveProperty("user.userName", "ada@contoso.com");
  });

  test("asks for a code with PKCE (S256), state and nonce, and a redirect to localhost", async () => {
    const { signIn, url, redirectUri, forms, comeBack } = await startSignIn(signedIn, {
      loginHint: "ada@contoso.com",
      prompt: "select_account",
    });
    await comeBack({ code: "a-code" });
    await signIn;

    const { origin, pathname, searchParams } = new URL(url);
    const verifier = forms[0]?.get("code_verifier") ?? "";
    expect(origin + pathname).toBe(`https://login.example.com/${TENANT_ID}/oauth2/v2.0/authorize`);
    expect(redirectUri).toMatch(/^http:\/\/localhost:\d+$/);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: PUBLIC_CLIENT_ID,
      response_type: "code",
      response_mode: "query",
      redirect_uri: redirectUri,
      scope: `${SCOPE} offline_access openid profile`,
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
      login_hint: "ada@contoso.com",
      prompt: "select_account",
    });
    expect(Object.fromEntries(forms[0] ?? [])).toEqual({
      client_id: PUBLIC_CLIENT_ID,
      grant_type: "authorization_code",
      code: "a-code",
      code_verifier: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: redirectUri,
    });
  });

  test("listens on 127.0.0.1, and on ::1 where there is one", async () => {
    const { signIn, redirectUri, knock, comeBack } = await startSignIn(signedIn);

    const v4 = await knock({ address: "127.0.0.1" });
    const v6 = await knock({ address: "::1" }).catch((error: NodeJS.ErrnoException) => error.code);
    await expect(knockAt(redirectUri, { address: "127.0.0.2" })).rejects.toThrow("ECONNREFUSED");
    await comeBack({ code: "a-code" });
    await signIn;

    expect(v4.status).toBe(400);
    expect([v4, "EADDRNOTAVAIL", "EAFNOSUPPORT"]).toContainEqual(
      typeof v6 === "string" ? v6 : { ...v6, headers: v4.headers },
    );
  });

  test("refuses whatever else knocks, and goes on waiting", async () => {
    const { signIn, redirectUri, state, knock, comeBack } = await startSignIn(signedIn);
    const good = `/?code=stolen&state=${state}`;
    const { port } = new URL(redirectUri);
    const refused = [
      [404, { path: `/favicon.ico?code=stolen&state=${state}` }],
      [404, { path: `//example.com${good}` }],
      [404, { path: `http://example.com${good}` }],
      [404, { path: `http://[${good}` }],
      [405, { path: good, method: "POST" }],
      [405, { path: good, method: "HEAD" }],
      [405, { path: good, method: "OPTIONS" }],
      [421, { path: good, host: "localhost" }],
      [421, { path: good, host: `127.0.0.1:${port}` }],
      [421, { path: good, host: `evil.example.com:${port}` }],
      [400, { path: "/?code=stolen" }],
      [400, { path: "/?code=stolen&state=" }],
      [400, { path: `/?code=stolen&state=${state.slice(1)}` }],
      [400, { path: `${good}&state=${state}` }],
      [400, { path: `${good}&code=another` }],
      [400, { path: `${good}&error=access_denied` }],
      [400, { path: `/?code=&state=${state}` }],
      [400, { path: `/?state=${state}` }],
    ] as const;

    for (const [status, how] of refused) {
      const reply = await knock(how);
      expect([how, reply.status]).toEqual([how, status]);
      expect(reply.headers["access-control-allow-origin"]).toBeUndefined();
      expect(reply.body).not.toMatch(/stolen|state=/);
    }
    await comeBack({ code: "a-code" });

    await expect(signIn).resolves.toHaveProperty("refreshToken");
  });

  test("refuses a second answer, also one with the right state and a stolen code", async () => {
    const second: number[] = [];
    const { signIn, redirectUri, forms, comeBack } = await startSignIn(async (nonce) => {
      const { status } = await comeBack({ code: "stolen" });
      second.push(status);
      return signedIn(nonce);
    });

    const first = await comeBack({ code: "a-code" });
    await signIn;

    expect(first.status).toBe(200);
    expect(second).toEqual([409]);
    expect(forms.map((form) => form.get("code"))).toEqual(["a-code"]);
    await expect(knockAt(redirectUri, {})).rejects.toThrow("ECONNREFUSED");
  });

  test("ends on a page that asks for nothing, with its own script and style and no code in it", async () => {
    const { signIn, comeBack } = await startSignIn(signedIn);

    const { headers, body } = await comeBack({ code: "a-code" });
    await signIn;

    const [, nonce] = /<script nonce="([^"]+)">/.exec(body) ?? [];
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "content-security-policy":
        `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; ` +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
    expect(body).toContain("You are signed in");
    expect(body).toContain('history.replaceState(null, "", "/")');
    expect(body).not.toMatch(/a-code|an-access-token|a-refresh-token|Ada|http:/);
  });

  test("that is refused ends on a page that says so, without the authority's words", async () => {
    const { signIn, comeBack } = await startSignIn(signedIn);

    const words = "<script>alert(1)</script>";
    const { body } = await comeBack({ error: "access_denied", error_description: words });

    await expect(signIn).rejects.toThrow("access_denied");
    expect(body).toContain("You are not signed in");
    expect(body).not.toContain("alert");
  });

  test("twice at once gives each its own", async () => {
    const one = await startSignIn((nonce) => ({ ...signedIn(nonce), access_token: "one" }));
    const other = await startSignIn((nonce) => ({ ...signedIn(nonce), access_token: "other" }));

    const crossed = await knockAt(one.redirectUri, { path: `/?code=c&state=${other.state}` });
    await Promise.all([other.comeBack({ code: "c2" }), one.comeBack({ code: "c1" })]);

    expect(crossed.status).toBe(400);
    expect(one.redirectUri).not.toBe(other.redirectUri);
    await expect(one.signIn).resolves.toHaveProperty("accessToken.token", "one");
    await expect(other.signIn).resolves.toHaveProperty("accessToken.token", "other");
  });
});

describe("a sign-in with a browser ends", () => {
  test("when the user declines, with `access_denied` and words", async () => {
    const { signIn, comeBack } = await startSignIn(signedIn);
    const { error_description } = entraRefusal("", 65004, "User declined to consent.");

    await comeBack({ error: "access_denied", error_description: String(error_description) });

    await expect(signIn).rejects.toThrow(
      'Signing in failed: the browser came back with code AADSTS65004, "User declined to consent." ' +
        `The user, or whoever administers the tenant, did not allow it. Start again. ${IDS}`,
    );
    await expect(signIn).rejects.toMatchObject({
      reason: "sign-in",
      code: "AADSTS65004",
      status: undefined,
    });
  });

  test("when the user declines and nothing more is said", async () => {
    const { signIn, comeBack } = await startSignIn(signedIn);

    await comeBack({ error: "access_denied" });

    await expect(signIn).rejects.toThrow(
      "Signing in failed: the browser came back with code access_denied. " +
        "The user, or whoever administers the tenant, did not allow it. Start again.",
    );
    await expect(signIn).rejects.toMatchObject({ code: "access_denied" });
  });

  test.each([
    ["access_denied", 90094],
    ["consent_required", 65001],
  ])(
    "when an administrator has to consent (%s, %i), with the address where",
    async (error, code) => {
      const { signIn, comeBack } = await startSignIn(signedIn);
      const { error_description } = entraRefusal(error, code, "Needs approval.");

      await comeBack({ error, error_description: String(error_description) });

      await expect(signIn).rejects.toThrow(
        `with code AADSTS${code}, "Needs approval." ` +
          `An administrator has to allow the app, at ${CONSENT} ${IDS}`,
      );
    },
  );

  test("when the authority has no time, with a reason that tells it passes", async () => {
    const { signIn, comeBack } = await startSignIn(signedIn);

    await comeBack({ error: "temporarily_unavailable" });

    await expect(signIn).rejects.toMatchObject({ reason: "service" });
  });

  test("when the user is of another tenant, with both", async () => {
    const { signIn, comeBack } = await startSignIn((nonce) => ({
      ...TOKENS,
      id_token: idToken({ nonce, tid: OTHER_TENANT }),
    }));

    const { body } = await comeBack({ code: "a-code" });

    await expect(signIn).rejects.toThrow(
      `Signing in failed: the user came from tenant ${OTHER_TENANT}, and tenant ${TENANT_ID} was expected. ` +
        "Sign in with an account of that tenant.",
    );
    expect(body).toContain("You are not signed in");
  });

  test.each([
    ["has no tenant", { tid: undefined }],
    ["has an empty tenant", { tid: "" }],
    ["has null for a tenant", { tid: null }],
    ["has a list for a tenant", { tid: [TENANT_ID] }],
    ["has an object for a tenant", { tid: { toString: TENANT_ID } }],
    ["has a longer tenant", { tid: `${TENANT_ID}0` }],
    ["names the tenant elsewhere", { tid: undefined, tenant_id: TENANT_ID }],
  ])("when the ID token %s and the tenant is an id", async (_what, claims) => {
    const { signIn, comeBack } = await startSignIn((nonce) => ({
      ...TOKENS,
      id_token: idToken({ nonce, ...claims }),
    }));

    const { body } = await comeBack({ code: "a-code" });

    await expect(signIn).rejects.toMatchObject({
      reason: "sign-in",
      message: expect.stringMatching(
        new RegExp(
          "^Signing in failed: (the ID token names no tenant|the user came from tenant .*), " +
            `and tenant ${TENANT_ID} was expected\\. Sign in with an account of that tenant\\.$`,
        ),
      ),
    });
    expect(body).toContain("You are not signed in");
  });

  test("with the user of the tenant, in letters of either case", async () => {
    const { signIn, comeBack } = await startSignIn(
      (nonce) => ({ ...TOKENS, id_token: idToken({ nonce, tid: TENANT_ID.toUpperCase() }) }),
      { tenantId: TENANT_ID.toLowerCase() },
    );

    await comeBack({ code: "a-code" });

    await expect(signIn).resolves.toHaveProperty("user.tenantId", TENANT_ID.toUpperCase());
  });

  test.each(["contoso.com", "common"])(
    "with a user without a tenant when it is named %s",
    async (tenantId) => {
      const { signIn, comeBack } = await startSignIn(
        (nonce) => ({ ...TOKENS, id_token: idToken({ nonce, tid: undefined }) }),
        { tenantId },
      );

      await comeBack({ code: "a-code" });

      await expect(signIn).resolves.toHaveProperty("user.tenantId", undefined);
    },
  );

  test("when the code is refused with 200, with the authority's code", async () => {
    const { signIn, comeBack } = await startSignIn(() =>
      Response.json(entraRefusal("invalid_grant", 54005, "Already redeemed.")),
    );

    await comeBack({ code: "a-code" });

    await expect(signIn).rejects.toMatchObject({ code: "AADSTS54005", status: 200 });
  });

  test("with the user of any tenant when none is named by its id", async () => {
    const { signIn, comeBack } = await startSignIn(
      (nonce) => ({ ...TOKENS, id_token: idToken({ nonce, tid: OTHER_TENANT }) }),
      { tenantId: "organizations" },
    );

    await comeBack({ code: "a-code" });

    await expect(signIn).resolves.toHaveProperty("user.tenantId", OTHER_TENANT);
  });

  test.each([
    ["for another app", { aud: "another-app" }],
    ["for another sign-in", { nonce: "another-nonce" }],
  ])("when the ID token is %s", async (_what, claims) => {
    const { signIn, comeBack } = await startSignIn((nonce) => ({
      ...TOKENS,
      id_token: idToken({ nonce, ...claims }),
    }));

    await comeBack({ code: "a-code" });

    await expect(signIn).rejects.toThrow("JSON without what was asked for");
    await expect(signIn).rejects.toMatchObject({ reason: "malformed-response" });
  });

  test("when there is no ID token", async () => {
    const { signIn, comeBack } = await startSignIn(() => TOKENS);

    await comeBack({ code: "a-code" });

    await expect(signIn).rejects.toMatchObject({ reason: "malformed-response" });
  });

  test("when no refresh token comes", async () => {
    const { signIn, comeBack } = await startSignIn((nonce) => ({
      ...signedIn(nonce),
      refresh_token: undefined,
    }));

    await comeBack({ code: "a-code" });

    await expect(signIn).rejects.toThrow("Check that the app may ask for `offline_access`.");
  });

  test("when the code is refused, with the authority's code", async () => {
    const { signIn, comeBack } = await startSignIn(() =>
      entraRefusal("invalid_grant", 54005, "Already redeemed."),
    );

    const { body } = await comeBack({ code: "a-code" });

    await expect(signIn).rejects.toMatchObject({ code: "AADSTS54005", status: 400 });
    expect(body).toContain("You are not signed in");
  });

  test("after five minutes in which nobody came, with words", async () => {
    const waits: number[] = [];
    const { signIn, redirectUri } = await startSignIn(signedIn, {
      wait: async (ms) => {
        waits.push(ms);
        await new Promise(setImmediate);
      },
    });

    await expect(signIn).rejects.toThrow(
      "Signing in failed: nobody came back from the browser within 5 minutes. Start again. " +
        "If it said AADSTS50011, the app registration lacks the redirect URI http://localhost of mobile and desktop applications. " +
        `If it said that an administrator has to approve the app, that is done at ${CONSENT}`,
    );
    expect(waits).toEqual([300_000]);
    await expect(knockAt(redirectUri, {})).rejects.toThrow("ECONNREFUSED");
  });

  test("with its reason when it is aborted while it waits", async () => {
    const controller = new AbortController();
    const reason = new Error("Enough.");
    const { signIn, redirectUri } = await startSignIn(signedIn, { signal: controller.signal });

    controller.abort(reason);

    await expect(signIn).rejects.toBe(reason);
    await expect(knockAt(redirectUri, {})).rejects.toThrow("ECONNREFUSED");
  });

  test("with its reason when it is aborted while the code is redeemed", async () => {
    const controller = new AbortController();
    const reason = new Error("Enough.");
    const { signIn, comeBack } = await startSignIn(
      () => {
        controller.abort(reason);
        return new Promise(() => undefined);
      },
      { signal: controller.signal },
    );

    const { body } = await comeBack({ code: "a-code" });

    await expect(signIn).rejects.toBe(reason);
    expect(body).toContain("You are not signed in");
  });

  test("before it begins when it is aborted already", async () => {
    const reason = new Error("Enough.");
    const urls: string[] = [];

    const signIn = signInWithBrowser({
      tenantId: TENANT_ID,
      clientId: PUBLIC_CLIENT_ID,
      onUrl: (url) => urls.push(url),
      signal: AbortSignal.abort(reason),
    });

    await expect(signIn).rejects.toBe(reason);
    expect(urls).toEqual([]);
  });

  test("with what showing the address throws", async () => {
    const failure = new Error("There is no screen.");

    const signIn = signInWithBrowser({
      tenantId: TENANT_ID,
      clientId: PUBLIC_CLIENT_ID,
      onUrl: () => Promise.reject(failure),
    });

    await expect(signIn).rejects.toBe(failure);
  });

  test("with a `TypeError` where there is no `node:http`", async () => {
    const { getBuiltinModule } = process;
    process.getBuiltinModule = () => undefined;
    try {
      await expect(
        signInWithBrowser({
          tenantId: TENANT_ID,
          clientId: PUBLIC_CLIENT_ID,
          onUrl: () => undefined,
        }),
      ).rejects.toThrow(
        new TypeError(
          "`signInWithBrowser` needs `node:http`, which Node, Bun and Deno have and this runtime has not.",
        ),
      );
    } finally {
      process.getBuiltinModule = getBuiltinModule;
    }
  });

  test.each([
    ["Expected `onUrl` to be a function, got undefined.", { onUrl: undefined }],
    ["Expected `loginHint` to be a user name, got an empty string.", { loginHint: "" }],
    [
      'Expected `prompt` to be one of login, select_account, consent, got "none".',
      { prompt: "none" },
    ],
  ])("at once: %s", async (message, wrong: Record<string, unknown>) => {
    const app = { tenantId: TENANT_ID, clientId: PUBLIC_CLIENT_ID, onUrl: () => undefined };

    await expect(signInWithBrowser(Object.assign(app, wrong))).rejects.toThrow(
      new TypeError(message),
    );
  });
});
