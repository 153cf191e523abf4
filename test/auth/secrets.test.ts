import { jest } from "@jest/globals";
import {
  createPartnerCenterClient,
  getRelationshipRequestLink,
  type TokenCredential,
} from "partner-center-client";
import { refreshTokenCredential, signInWithDeviceCode } from "partner-center-client/auth";
import { SCOPE } from "./app.js";
import { failureOf, waitShortly } from "./credential.js";
import { CODE } from "./device-code.js";
import { entraRefusal } from "./entra.js";
import { allOf, PLANTED, plantedIn } from "./planted.js";

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

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

describe("no secret shows", () => {
  for (const [name, fetch] of Object.entries(REPLIES)) {
    for (const authentication of [
      { clientSecret: PLANTED.clientSecret },
      { clientAssertion: PLANTED.clientAssertion },
    ]) {
      test(`after ${name}, with ${Object.keys(authentication)}`, async () => {
        const credential = credentialWith({ fetch, ...authentication });

        const error = await failureOf(credential.getToken(SCOPE));
        const client = createPartnerCenterClient({ credential });
        const callError = await failureOf(getRelationshipRequestLink(client));

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
  }

  test("when the new refresh token cannot be kept", async () => {
    const fetch = async () => Response.json(REPLY);
    const leak = (...parts: unknown[]) => {
      throw Object.assign(new Error(`Cannot keep ${parts}`), {
        parts,
        cause: new Error(`${parts}`),
      });
    };

    for (const keeping of [{ onRefreshToken: leak }, { store: { get: leak, set: leak } }]) {
      const error = await failureOf(credentialWith({ fetch, ...keeping }).getToken(SCOPE));

      expect(plantedIn(allOf(error))).toEqual([]);
    }
  });

  test("when an option is refused", () => {
    for (const wrong of [
      { clientSecret: `${PLANTED.clientSecret}\n` },
      { refreshToken: `${PLANTED.refreshToken}\n` },
      { clientAssertion: `${PLANTED.clientAssertion}\n` },
      { clientSecret: PLANTED.clientSecret, clientAssertion: PLANTED.clientAssertion },
      { onRefreshToken: PLANTED.refreshToken },
      { store: PLANTED.refreshToken },
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
