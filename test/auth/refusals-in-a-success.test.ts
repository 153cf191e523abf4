import { PartnerCenterError } from "partner-center-client";
import { SCOPE } from "./app.js";
import { createCredential, failureOf } from "./credential.js";
import { CODE, signInTo, TOKENS } from "./device-code.js";
import { CORRELATION_ID, entraRefusal, refusal, TRACE_ID } from "./entra.js";
import { idToken, startSignIn } from "./redirect.js";

const JSON_TYPE = { "Content-Type": "application/json" };
const REFUSED = entraRefusal("invalid_grant", 700082, "The refresh token has expired.");
const MFA = entraRefusal("invalid_grant", 50076, "Its words");

/** Redeems a refresh token at an authority that gives this reply. */
function redeem(reply: object, kept: string[] = []) {
  return createCredential({
    authority: "https://login.example.com",
    refreshToken: "first",
    onRefreshToken: (refreshToken) => kept.push(refreshToken),
    fetch: async () => Response.json(reply),
  }).getToken(SCOPE);
}

describe("a refusal in a success", () => {
  test.each<[what: string, body: object, failure: object]>([
    ["an expired sign-in", REFUSED, { reason: "sign-in", code: "AADSTS700082" }],
    ["missing multifactor authentication", MFA, { reason: "mfa-required", code: "AADSTS50076" }],
    ["a code of OAuth 2.0 alone", { error: "invalid_scope" }, { code: "invalid_scope" }],
    [
      "words with a code alone",
      { error_description: MFA.error_description },
      { code: "AADSTS50076" },
    ],
    ["no time", { error: "temporarily_unavailable" }, { reason: "service" }],
    ["an empty token", { ...REFUSED, access_token: "" }, { code: "AADSTS700082" }],
    [
      "no token",
      { ...REFUSED, access_token: null, token_type: "Bearer" },
      { code: "AADSTS700082" },
    ],
  ])("because of %s is the refusal that it is as a 400", async (_what, body, failure) => {
    const asFailure = await refusal(400, body, JSON_TYPE);
    for (const [status, headers] of [
      [200, JSON_TYPE],
      [200, { "Content-Type": "text/html" }],
      [201, JSON_TYPE],
      [203, JSON_TYPE],
    ] as const) {
      const asSuccess = await refusal(status, body, headers);

      expect({ ...asSuccess.error }).toEqual({ ...asFailure.error, status });
      expect(asSuccess.error).toMatchObject(failure);
      expect(asSuccess.error.message.replace(asSuccess.tried, "")).toBe(
        asFailure.error.message.replace(asFailure.tried, "").replace(": 400", `: ${status}`),
      );
    }
  });

  test.each([
    ["an object", { error: { code: "invalid_grant" } }],
    ["two words", { error: "two words" }],
    ["nothing", { error: null }],
  ])("needs a code; %s is none", async (_what, body) => {
    const { error } = await refusal(200, body, JSON_TYPE);

    expect(error).toMatchObject({ reason: "malformed-response", status: 200, code: undefined });
  });

  test("is none beside a token that can be used", async () => {
    const token = { access_token: "a", token_type: "Bearer", expires_in: 3600 };

    for (const error of ["", null, "none"]) {
      await expect(redeem({ ...token, error })).resolves.toHaveProperty("token", "a");
    }
  });

  test("keeps a new refresh token that came with it", async () => {
    const kept: string[] = [];

    await expect(redeem({ ...MFA, refresh_token: "second" }, kept)).rejects.toMatchObject({
      reason: "mfa-required",
      requestId: TRACE_ID,
      correlationId: CORRELATION_ID,
    });
    expect(kept).toEqual(["second"]);
  });
});

const ABSENT = [null, "", " ", "two words", 7, false, {}, ["second"]];

describe("a reply whose refresh token is none", () => {
  test.each(ABSENT)("but %j keeps the one before", async (refresh_token) => {
    const redeemed: unknown[] = [];
    const kept: string[] = [];
    const credential = createCredential({
      authority: "https://login.example.com",
      refreshToken: "first",
      onRefreshToken: (refreshToken) => kept.push(refreshToken),
      fetch: async (request) => {
        redeemed.push(new URLSearchParams(await request.text()).get("refresh_token"));
        return Response.json({ ...TOKENS, refresh_token });
      },
    });

    await expect(credential.getToken(SCOPE)).resolves.toHaveProperty("token", "an-access-token");
    await expect(credential.getToken(SCOPE)).resolves.toHaveProperty("token", "an-access-token");

    expect(redeemed).toEqual(["first", "first"]);
    expect(kept).toEqual([]);
  });

  test.each(ABSENT)("but %j begins no sign-in, and says so", async (refresh_token) => {
    const { signIn, comeBack } = await startSignIn((nonce) => ({
      ...TOKENS,
      id_token: idToken({ nonce }),
      refresh_token,
    }));
    await comeBack({ code: "a-code" });

    for (const beginning of [signIn, signInTo([CODE, { ...TOKENS, refresh_token }]).signIn]) {
      await expect(beginning).rejects.toThrow("the authority gave no refresh token");
    }
  });

  test("serves with other members that are null", async () => {
    const reply = { ...TOKENS, refresh_token: null, scope: null, id_token: null, error: null };

    await expect(redeem(reply)).resolves.toEqual({
      token: "an-access-token",
      expiresOnTimestamp: expect.any(Number),
    });
  });
});

describe("a reply with an access token that cannot be sent", () => {
  test.each([
    ['"a-secret"', "with a token with quotes, which are not part of it"],
    ['{"token":"a-secret"}', "with a JSON document in place of a token"],
    ["Bearer a-secret", "with a token with the word Bearer before it"],
    ["a-secret,", "with a token with a space, a line break, a comma or another character"],
    [" ", "with an empty token"],
    ["", "without what was asked for"],
    [undefined, "without what was asked for"],
    [null, "without what was asked for"],
  ])(
    "such as %j is refused in every grant, and what is wrong is said",
    async (access_token, words) => {
      const reply = { ...TOKENS, access_token };
      const { signIn, comeBack } = await startSignIn((nonce) => ({
        ...reply,
        id_token: idToken({ nonce }),
      }));
      await comeBack({ code: "a-code" });

      for (const grant of [signIn, signInTo([CODE, reply]).signIn, redeem(reply)]) {
        const error = await failureOf(grant);

        expect(error).toBeInstanceOf(PartnerCenterError);
        expect(error).toMatchObject({
          reason: "malformed-response",
          message: expect.stringContaining(`JSON ${words}`),
        });
        expect(String(error)).not.toContain("a-secret");
      }
    },
  );
});
