import { jest } from "@jest/globals";
import { createPartnerCenterClient, type TokenCredential } from "partner-center-client";
import { refreshTokenCredential, signInWithDeviceCode } from "partner-center-client/auth";
import { SCOPE } from "./app.js";
import { type Certificate, createCertificate } from "./certificate.js";
import { failureOf, waitShortly } from "./credential.js";
import { CODE } from "./device-code.js";
import { entraRefusal } from "./entra.js";
import { allOf, PLANTED, plantedIn } from "./planted.js";
import { startSignIn } from "./redirect.js";

const REPLY = {
  access_token: PLANTED.accessToken,
  refresh_token: PLANTED.newRefreshToken,
  token_type: "Bearer",
  expires_in: 3600,
};

type Reply = (request: Request) => Promise<Response>;

/** An authority that repeats the whole request in what it says. */
const echoing =
  (status: number, wordsOf: (form: string) => BodyInit): Reply =>
  async (request) =>
    new Response(wordsOf(await request.text()), {
      status,
      headers: { "Content-Type": "application/json" },
    });

const REPLIES: Readonly<Record<string, Reply>> = {
  "a refusal with the request in its words": echoing(400, (form) =>
    JSON.stringify(entraRefusal("invalid_grant", 70000, `${form} ${decodeURIComponent(form)}`)),
  ),
  "a refusal with the request in every field": echoing(400, (form) =>
    JSON.stringify({
      ...entraRefusal(form, 70000, form),
      error_codes: [],
      trace_id: decodeURIComponent(form),
      correlation_id: form,
    }),
  ),
  "a success with the request in its headers": async (request) => {
    const form = await request.text();
    return new Response("Welcome", {
      headers: {
        "Content-Type": `text/html; of=${form}`,
        "MS-RequestId": decodeURIComponent(form),
      },
    });
  },
  "a refusal with the request in its headers": async (request) => {
    const form = await request.text();
    return new Response("<html>", {
      status: 400,
      headers: { "Content-Type": `text/html; of=${form}` },
    });
  },
  "an error page with the request on it": echoing(502, (form) => `<html>${form}</html>`),
  "a success with the request in place of JSON": echoing(200, (form) => form),
  "tokens in a reply that is not complete": async () =>
    Response.json({ ...REPLY, expires_in: undefined }),
  "tokens in a reply of another kind": async () => Response.json({ ...REPLY, token_type: "mac" }),
  "tokens in a reply that ends too early": async () =>
    new Response(JSON.stringify(REPLY).slice(0, -2)),
  "an error that holds the request": async (request) => {
    const form = await request.text();
    throw Object.assign(new Error(`POST ${form} failed`, { cause: new Error(form) }), {
      config: { data: form, headers: request.headers },
    });
  },
};

const AUTHENTICATIONS = [
  { clientSecret: PLANTED.clientSecret },
  { clientAssertion: PLANTED.clientAssertion },
];

const APP = {
  tenantId: "contoso.com",
  clientId: "an-app",
  authority: "https://login.example.com",
};

/** The credential of the planted refresh token; the options may be of any type. */
function credentialWith(options: Record<string, unknown>): TokenCredential {
  const app = { ...APP, refreshToken: PLANTED.refreshToken, wait: waitShortly };
  return refreshTokenCredential(Object.assign(app, options));
}

const linesOf = (pem: string) => pem.split(/\r?\n/).filter((line) => line !== "");

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

describe("no secret shows", () => {
  let certificate: Certificate;

  beforeAll(async () => {
    certificate = await createCertificate();
  });

  for (const [name, fetch] of Object.entries(REPLIES)) {
    for (const authentication of AUTHENTICATIONS) {
      test(`after ${name}, with ${Object.keys(authentication)}`, async () => {
        const credential = credentialWith({ fetch, ...authentication });

        const error = await failureOf(credential.getToken(SCOPE));
        const client = createPartnerCenterClient({ credential });
        const callError = await failureOf(client.getRelationshipRequestLink());

        expect(plantedIn(allOf(error))).toEqual([]);
        expect(plantedIn(allOf(callError))).toEqual([]);
      });
    }

    test(`after ${name}, with a device code`, async () => {
      let now = 0;
      const signIn = signInWithDeviceCode({
        ...APP,
        onUserCode: () => undefined,
        fetch: async (request) =>
          request.url.endsWith("/devicecode")
            ? Response.json({ ...CODE, device_code: PLANTED.deviceCode })
            : fetch(request),
        now: () => now,
        wait: async (ms) => {
          now += ms;
        },
      });

      expect(plantedIn(allOf(await failureOf(signIn)))).toEqual([]);
    });

    test(`after ${name}, with a browser`, async () => {
      let verifier = "";
      const { signIn, comeBack } = await startSignIn(() => ({}), {
        fetch: async (request) => {
          verifier = new URLSearchParams(await request.clone().text()).get("code_verifier") ?? "";
          return fetch(request);
        },
      });

      const { body } = await comeBack({ code: PLANTED.authorizationCode });
      const error = await failureOf(signIn);

      expect(plantedIn(allOf(error) + body)).toEqual([]);
      expect(verifier).toHaveLength(43);
      expect(allOf(error) + body).not.toContain(verifier);
    });

    test(`after ${name}, with a certificate`, async () => {
      let assertion = "";
      const credential = credentialWith({
        clientCertificate: certificate,
        fetch: async (request: Request) => {
          const form = new URLSearchParams(await request.clone().text());
          assertion = form.get("client_assertion") ?? "";
          return fetch(request);
        },
      });

      const error = await failureOf(credential.getToken(SCOPE));

      const shown = allOf(error) + allOf(credential);
      expect(plantedIn(shown)).toEqual([]);
      expect(assertion).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
      expect(shown).not.toContain(assertion);
      expect(linesOf(certificate.privateKey).filter((line) => shown.includes(line))).toEqual([]);
    });
  }

  test("when the new refresh token cannot be kept", async () => {
    const fetch = async () => Response.json(REPLY);

    // As Entra ID makes them, so that it shows even where nobody knows that it is a secret.
    const words = "The vault refuses 3xY8Q~uM.kWcB-4fZ0vT_hR7nE5sJ1qLpAdXgO";
    const clientAssertion = () => {
      throw new Error(words);
    };
    const error = await failureOf(credentialWith({ clientAssertion }).getToken(SCOPE));
    expect(error).toHaveProperty(
      "message",
      expect.stringContaining("(The vault refuses [redacted])"),
    );

    for (const authentication of AUTHENTICATIONS) {
      const known = [PLANTED.refreshToken, PLANTED.newRefreshToken, Object.values(authentication)];
      const leak = (...parts: unknown[]) => {
        const words = `Cannot keep ${parts} besides ${known}`;
        throw Object.assign(new Error(words), { parts, cause: new Error(words) });
      };

      for (const keeping of [{ onRefreshToken: leak }, { store: { get: leak, set: leak } }]) {
        const credential = credentialWith({ fetch, ...keeping, ...authentication });

        const error = await failureOf(credential.getToken(SCOPE));
        const repeated = await failureOf(credential.getToken(SCOPE));

        expect(error).toHaveProperty("message", expect.stringContaining("could not be kept"));
        expect(plantedIn(allOf([error, repeated]))).toEqual([]);
      }
    }
  });

  test("when `fetch` gives the reply's text in place of a response", async () => {
    const fetch = async () => JSON.stringify(REPLY);

    const error = await failureOf(credentialWith({ fetch }).getToken(SCOPE));

    expect(error).toHaveProperty("message", expect.stringContaining("Expected `fetch`"));
    expect(plantedIn(allOf(error))).toEqual([]);
  });

  test("when the function for the assertion fails", async () => {
    const words = `No assertion for ${PLANTED.refreshToken}`;
    const clientAssertion = () => {
      throw Object.assign(new Error(words), { parts: PLANTED });
    };

    const error = await failureOf(credentialWith({ clientAssertion }).getToken(SCOPE));

    expect(error).toHaveProperty("message", expect.stringContaining("`clientAssertion` failed"));
    expect(plantedIn(allOf(error))).toEqual([]);
  });

  test("when an option is refused", () => {
    for (const wrong of [
      { clientSecret: `${PLANTED.clientSecret}\n` },
      { refreshToken: `${PLANTED.refreshToken}\n` },
      { clientAssertion: `${PLANTED.clientAssertion}\n` },
      { clientSecret: PLANTED.clientSecret, clientAssertion: PLANTED.clientAssertion },
      { onRefreshToken: PLANTED.refreshToken },
      { store: PLANTED.refreshToken },
      { clientCertificate: PLANTED.clientSecret },
      { clientCertificate: { certificate: PLANTED.clientSecret, privateKey: "" } },
      { clientCertificate: { ...certificate, privateKey: PLANTED.clientSecret } },
    ]) {
      const error = thrownBy(() => credentialWith(wrong));

      expect(error).toBeInstanceOf(TypeError);
      expect(plantedIn(allOf(error))).toEqual([]);
    }
  });

  test("in the credential, before and after it gave a token", async () => {
    const credential = credentialWith({ fetch: async () => Response.json(REPLY) });
    const before = allOf(credential);

    await credential.getToken(SCOPE);

    expect(plantedIn(before + allOf(credential))).toEqual([]);
  });

  test("on the console", async () => {
    const spies = (["debug", "info", "log", "warn", "error"] as const).map((method) =>
      jest.spyOn(console, method),
    );

    for (const fetch of [...Object.values(REPLIES), async () => Response.json(REPLY)]) {
      await credentialWith({ fetch })
        .getToken(SCOPE)
        .catch(() => undefined);
    }

    expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
  });
});
