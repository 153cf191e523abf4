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
    const { signIn, waits } = signInTo([{ ...CODE, expires_in: 9 }, PENDING, PENDING, PENDING]);

    await expect(signIn).rejects.toThrow(
      "Signing in failed: nobody entered the user code in time. Start again.",
    );
    await expect(signIn).rejects.toMatchObject({ reason: "sign-in", code: "expired_token" });
    expect(waits).toHaveLength(3);
  });

  test("says what was wrong when the authority could not be reached to the end", async () => {
    const { signIn } = signInTo([{ ...CODE, expires_in: 9 }, PENDING, new Error("ECONNRESET")]);

    await expect(signIn).rejects.toThrow(
      `POST ${AUTHORITY}${TOKEN_PATH} failed: no reply (ECONNRESET). Check the authority, the network and the proxy.`,
    );
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
