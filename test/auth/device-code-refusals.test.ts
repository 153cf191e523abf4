import { DEVICE_CODE_PATH, TOKEN_PATH } from "./app.js";
import { CODE, PENDING, signInTo, TOKENS } from "./device-code.js";
import { entraRefusal, IDS } from "./entra.js";

const AUTHORITY = "https://login.example.com";

describe("a sign-in with a device code", () => {
  test("that the app may not make says what to turn on", async () => {
    const { signIn } = signInTo([entraRefusal("invalid_client", 7000218, "Its words")]);

    await expect(signIn).rejects.toThrow(
      `POST ${AUTHORITY}${DEVICE_CODE_PATH} failed: 400, code AADSTS7000218, "Its words". ` +
        "The app registration is confidential: give `clientSecret` or `clientAssertion`, " +
        `or turn "Allow public client flows" on. ${IDS}`,
    );
  });

  test.each([
    [53003, "A Conditional Access policy blocks device codes: most likely "],
    [530036, "A Conditional Access policy blocks device codes: most likely "],
    [530035, "The security defaults of the tenant block device codes. "],
    [50097, "A Conditional Access policy wants a managed device, "],
  ])("that the tenant blocks with %d says why, and what to use instead", async (code, words) => {
    const blocked = entraRefusal("invalid_grant", code, "Its words");

    for (const replies of [[blocked], [CODE, PENDING, blocked]]) {
      const { signIn } = signInTo(replies);

      await expect(signIn).rejects.toThrow(`code AADSTS${code}, "Its words". ${words}`);
      await expect(signIn).rejects.toThrow("Sign in with `signInWithBrowser`");
    }
  });

  test("that is refused with 200 is refused as with 400", async () => {
    const refusal = entraRefusal("invalid_client", 7000218, "Its words");
    const { signIn } = signInTo([Response.json(refusal)]);

    await expect(signIn).rejects.toMatchObject({ code: "AADSTS7000218", status: 200 });
  });

  test.each([
    ["pending", [PENDING, PENDING], [3000, 3000, 3000]],
    ["too fast", [{ error: "slow_down" }], [3000, 8000]],
  ])("goes on when a 200 says that it is %s", async (_what, pending, expected) => {
    const replies = pending.map((reply) => Response.json(reply));
    const { signIn, waits } = signInTo([CODE, ...replies, TOKENS]);

    await expect(signIn).resolves.toHaveProperty("refreshToken", TOKENS.refresh_token);
    expect(waits).toEqual(expected);
  });

  test.each(["authorization_declined", "expired_token"])(
    "ends when a 200 says %s",
    async (error) => {
      const { signIn } = signInTo([CODE, Response.json({ error })]);

      await expect(signIn).rejects.toMatchObject({ code: error, reason: "sign-in" });
    },
  );

  test.each([null, ""])("that brings the refresh token %j brings none", async (refresh_token) => {
    const { signIn } = signInTo([CODE, { ...TOKENS, refresh_token }]);

    await expect(signIn).rejects.toThrow("the authority gave no refresh token");
  });

  test("that Entra ID's user declines says so", async () => {
    const { signIn } = signInTo([CODE, PENDING, { error: "authorization_declined" }]);

    await expect(signIn).rejects.toThrow(
      `POST ${AUTHORITY}${TOKEN_PATH} failed: 400, code authorization_declined. ` +
        "The user declined to sign in. Start again.",
    );
  });

  test("whose code has ended says so", async () => {
    const { signIn } = signInTo([CODE, PENDING, { error: "expired_token" }]);

    await expect(signIn).rejects.toThrow(
      `POST ${AUTHORITY}${TOKEN_PATH} failed: 400, code expired_token. ` +
        "Nobody entered the user code in time. Start again.",
    );
  });

  test("stops polling when the code has ended", async () => {
    const { signIn, waits } = signInTo([{ ...CODE, expires_in: 8 }, PENDING, PENDING, PENDING]);

    await expect(signIn).rejects.toThrow(
      "Signing in failed: nobody entered the user code in time. Start again.",
    );
    await expect(signIn).rejects.toMatchObject({ reason: "sign-in", code: "expired_token" });
    expect(waits).toEqual([3000, 3000, 3000]);
  });

  test("that outlives its code on the clock of the machine is left to the authority", async () => {
    const { signIn } = signInTo([{ ...CODE, expires_in: 2 }, TOKENS]);

    await expect(signIn).resolves.toHaveProperty("refreshToken", TOKENS.refresh_token);
  });

  test("says what was wrong when the authority could not be reached to the end", async () => {
    const { signIn, waits } = signInTo([
      { ...CODE, expires_in: 9 },
      new Error("ECONNRESET"),
      new Error("ECONNRESET"),
    ]);

    await expect(signIn).rejects.toThrow(
      `POST ${AUTHORITY}${TOKEN_PATH} failed: no reply (ECONNRESET). Check the authority, the network and the proxy.`,
    );
    expect(waits).toEqual([3000, 6000]);
  });

  test("stops polling when the authority asks for more time than the code has", async () => {
    const busy = Response.json({}, { status: 503, headers: { "Retry-After": "3600" } });

    const { signIn, waits } = signInTo([CODE, busy]);

    await expect(signIn).rejects.toMatchObject({ reason: "service", retryAfterMs: 3_600_000 });
    expect(waits).toEqual([3000]);
  });

  test("that is refused for a while goes on", async () => {
    const { signIn } = signInTo([
      CODE,
      entraRefusal("temporarily_unavailable", 90033, "Busy"),
      TOKENS,
    ]);

    await expect(signIn).resolves.toHaveProperty("refreshToken", TOKENS.refresh_token);
  });

  test("without multifactor authentication has that as its reason", async () => {
    const { signIn } = signInTo([CODE, entraRefusal("interaction_required", 50079, "Its words")]);

    await expect(signIn).rejects.toMatchObject({ reason: "mfa-required", code: "AADSTS50079" });
  });

  test("that brings no refresh token is none", async () => {
    const { signIn } = signInTo([CODE, { ...TOKENS, refresh_token: undefined }]);

    await expect(signIn).rejects.toThrow(
      "Signing in failed: the authority gave no refresh token. Check that the app may ask for `offline_access`.",
    );
  });
});
