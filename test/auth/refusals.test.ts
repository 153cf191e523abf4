import { jwt } from "../jwt.js";
import { SCOPE, TOKEN_PATH } from "./app.js";
import { createCredential } from "./credential.js";
import { CORRELATION_ID, entraRefusal, IDS, refusal, TRACE_ID, withReply } from "./entra.js";

describe("a refused sign-in", () => {
  test("has the words and the ids of Entra ID in fields, and no cause", async () => {
    const { error } = await refusal(400, entraRefusal("invalid_grant", 700082, "Its\n words"));

    expect(error).toMatchObject({
      name: "PartnerCenterError",
      status: 400,
      description: "AADSTS700082: Its words",
      requestId: TRACE_ID,
      correlationId: CORRELATION_ID,
      attempts: 1,
    });
    expect(error.cause).toBeUndefined();
  });

  test("has its code and ids from the words when there are no fields for them", async () => {
    const { error_description } = entraRefusal("invalid_grant", 50173, "Its words");
    const { error } = await refusal(400, { error: "invalid_grant", error_description });

    expect(error).toMatchObject({
      code: "AADSTS50173",
      requestId: TRACE_ID,
      correlationId: CORRELATION_ID,
    });
  });

  test("whose words are a sentence has one full stop", async () => {
    const body = entraRefusal("invalid_grant", 700082, "The refresh token has expired.");
    const { error, tried } = await refusal(400, body);

    expect(error.message).toContain(
      `${tried}: 400, code AADSTS700082, "The refresh token has expired." The refresh token has`,
    );
  });

  test("is told in one line, whatever its words hold, with ids that are ids and a code that is one", async () => {
    const { error, tried } = await refusal(400, {
      error: "invalid_grant\nforged",
      error_description: "Its\u001b[2J words\u202e\u2028of two lines\r\nTrace ID: a\u0007b",
      trace_id: "not an id",
      correlation_id: "x".repeat(129),
      error_codes: [2 ** 53],
    });

    expect(error.message).toBe(
      `${tried}: 400, "Its [2J words of two lines". Look the code up in Microsoft's list of AADSTS codes, or quote the ids to its support.`,
    );
    expect(error).toMatchObject({
      code: undefined,
      requestId: undefined,
      correlationId: undefined,
    });
  });

  test("of another server has the code of OAuth 2.0", async () => {
    const { error, tried } = await refusal(400, { error: "invalid_scope" });

    expect(error.message).toBe(`${tried}: 400, code invalid_scope. Check \`scope\` and the cloud.`);
    expect(error).toMatchObject({ reason: "sign-in", code: "invalid_scope" });
  });
});

describe("an authority that is not well", () => {
  test("and throttles says when to come back", async () => {
    const { error, tried } = await refusal(429, {}, { "Retry-After": "7" });

    expect(error.message).toBe(
      `${tried}: 429. Come back in 7 s; calls made earlier count against the limit.`,
    );
    expect(error).toMatchObject({ reason: "throttled", status: 429, retryAfterMs: 7000 });
  });

  test("is not taken for a refused sign-in", async () => {
    const { error, tried } = await refusal(
      503,
      entraRefusal("temporarily_unavailable", 90033, "Busy"),
    );

    expect(error.message).toBe(`${tried}: 503, code AADSTS90033, "Busy". Try again later. ${IDS}`);
    expect(error.reason).toBe("service");
  });

  for (const oauthError of ["temporarily_unavailable", "server_error"]) {
    test(`may be well again later when it says ${oauthError}, whatever its status`, async () => {
      const { error, tried } = await refusal(400, entraRefusal(oauthError, 90033, "Busy"));

      expect(error.message).toBe(
        `${tried}: 400, code AADSTS90033, "Busy". Try again later. ${IDS}`,
      );
      expect(error.reason).toBe("service");
    });
  }

  for (const [status, reason, advice] of [
    [502, "service", "Try again later."],
    [429, "throttled", "Come back in 7 s; calls made earlier count against the limit."],
  ] as const) {
    test(`or something before it answers ${status} with a page may be well again later`, async () => {
      const { error, tried } = await refusal(status, "<html></html>", {
        "Content-Type": "text/html",
        "Retry-After": "7",
      });

      expect(error.message).toBe(`${tried}: ${status}, 13 characters, no JSON object. ${advice}`);
      expect(error).toMatchObject({ reason, status, retryAfterMs: 7000 });
    });
  }

  for (const [status, body, what] of [
    [403, "<html>Forbidden</html>", "403 text/html, 22 characters, no JSON object"],
    [400, "[]", "400 text/html, 2 characters, no JSON object"],
    [302, "", "302 text/html, 0 characters, no JSON object"],
    [200, "<html>Welcome</html>", "200 text/html, 20 bytes, not JSON"],
    [200, "", "200 text/html, empty"],
    [200, "{}", "200 text/html, 2 bytes, JSON without what was asked for"],
  ] as const) {
    test(`or something in its place answers ${what}`, async () => {
      const { error, tried } = await refusal(status, body, { "Content-Type": "text/html" });

      expect(error.message).toBe(
        `${tried}: ${what}. Something between here and the service may have answered in its place, such as a proxy.`,
      );
      expect(error).toMatchObject({ reason: "malformed-response", status });
    });
  }

  for (const [reply, what] of [
    [{ token_type: "Bearer", expires_in: 3600 }, "no access token"],
    [{ access_token: "a", token_type: "Bearer" }, "no end"],
    [{ access_token: "a", token_type: "mac", expires_in: 3600 }, "another token type"],
  ] as const) {
    test(`may give a token with ${what}`, async () => {
      const type = { "Content-Type": "application/json" };
      const { error, tried } = await refusal(200, reply, type);

      expect(error.message).toBe(
        `${tried}: 200 application/json, ${JSON.stringify(reply).length} bytes, JSON without what was asked for. ` +
          "Something between here and the service may have answered in its place, such as a proxy.",
      );
    });
  }

  for (const [what, body, details] of [
    [
      "of Entra ID",
      entraRefusal("invalid_grant", 700082, "It has expired."),
      { code: "AADSTS700082", reason: "sign-in", requestId: TRACE_ID },
    ],
    [
      "without numbers",
      { error: "invalid_grant", error_description: "AADSTS50173: Revoked." },
      { code: "AADSTS50173", reason: "sign-in" },
    ],
    ["of OAuth alone", { error: "invalid_client" }, { code: "invalid_client", reason: "sign-in" }],
    [
      "that asks for multifactor authentication",
      entraRefusal("interaction_required", 50079, "It is missing."),
      { code: "AADSTS50079", reason: "mfa-required" },
    ],
    [
      "that passes",
      entraRefusal("temporarily_unavailable", 90033, "Busy."),
      { code: "AADSTS90033", reason: "service" },
    ],
  ] as const) {
    test(`may answer 200 with a refusal ${what}, which is one as with 400`, async () => {
      const type = { "Content-Type": "application/json" };
      const [success, failure] = await Promise.all([
        refusal(200, body, type),
        refusal(400, body, type),
      ]);

      expect(success.error).toMatchObject({ ...details, status: 200 });
      expect(success.error.message.replace(success.tried, "").replace("200", "400")).toBe(
        failure.error.message.replace(failure.tried, ""),
      );
    });
  }

  for (const refresh_token of [null, "", undefined]) {
    test(`may give a token beside the refresh token ${JSON.stringify(refresh_token)}, which is none`, () => {
      const token = { access_token: "a-token", token_type: "Bearer", expires_in: 3600 };
      const body = JSON.stringify({ ...token, refresh_token, scope: null, id_token: "" });
      const headers = { "Content-Type": "application/json" };

      return withReply({ status: 200, headers, body }, async (authority) => {
        const credential = createCredential({ authority, refreshToken: "a-refresh-token" });

        await expect(credential.getToken(SCOPE)).resolves.toMatchObject({ token: "a-token" });
      });
    });
  }

  test("may be out of reach", async () => {
    const fetch = () =>
      Promise.reject(new TypeError("fetch failed", { cause: new Error("getaddrinfo ENOTFOUND") }));
    const credential = createCredential({
      authority: "https://login.example.com",
      refreshToken: "a-refresh-token",
      fetch,
    });

    const failure = credential.getToken(SCOPE);

    await expect(failure).rejects.toThrow(
      `POST https://login.example.com${TOKEN_PATH} failed: no reply (getaddrinfo ENOTFOUND). ` +
        "Check the authority, the network and the proxy.",
    );
    await expect(failure).rejects.toMatchObject({ reason: "network" });
  });

  test("may break off while it refuses, which says nothing about the sign-in", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error("reset")) });
    const credential = createCredential({
      authority: "https://login.example.com",
      refreshToken: "a-refresh-token",
      fetch: async () => new Response(body, { status: 400 }),
    });

    const failure = credential.getToken(SCOPE);

    await expect(failure).rejects.toThrow(
      `POST https://login.example.com${TOKEN_PATH} failed: 400, a reply that broke off (reset). ` +
        "Check the authority, the network and the proxy.",
    );
    await expect(failure).rejects.toMatchObject({ reason: "network", status: 400 });
  });

  test("may not answer in time", async () => {
    const credential = createCredential({
      authority: "https://login.example.com",
      refreshToken: "a-refresh-token",
      fetch: () => new Promise(() => undefined),
      timeoutMs: 20,
    });

    const failure = credential.getToken(SCOPE);

    await expect(failure).rejects.toThrow(
      `POST https://login.example.com${TOKEN_PATH} failed: no complete reply within 20 ms. ` +
        "Try again later, or allow more time with `timeoutMs`.",
    );
    await expect(failure).rejects.toMatchObject({ reason: "timeout" });
  });
});

describe("a reply with an ID token", () => {
  test("of somebody else gives its access token all the same, as nobody asked who the user is", async () => {
    const reply = { access_token: "a", token_type: "Bearer", expires_in: 3600 };
    const credential = createCredential({
      authority: "https://login.example.com",
      refreshToken: "a-refresh-token",
      fetch: async () => Response.json({ ...reply, id_token: jwt({ iss: "somebody-else" }) }),
    });

    await expect(credential.getToken(SCOPE)).resolves.toMatchObject({ token: "a" });
  });
});

describe("after a failure", () => {
  test("the next call asks again", async () => {
    let requests = 0;
    const reply = { access_token: "a", token_type: "Bearer", expires_in: 3600 };
    const credential = createCredential({
      authority: "https://login.example.com",
      refreshToken: "a-refresh-token",
      fetch: async () => {
        requests += 1;
        return requests === 1 ? Response.error() : Response.json(reply);
      },
    });

    await expect(credential.getToken(SCOPE)).rejects.toThrow("failed");
    await expect(credential.getToken(SCOPE)).resolves.toMatchObject({ token: "a" });
  });
});
