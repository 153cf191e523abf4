import { inspect } from "node:util";
import { bearerAuth, createPartnerCenterClient, type paths } from "partner-center-client";
import { createClient } from "../../src/openapi-fetch.js";
import { allOf } from "../auth/planted.js";
import { countingCredential } from "../credentials.js";
import { failed } from "../failed.js";
import { withLink } from "../replies.js";
import { type TestServer, withServer } from "../server.js";

const PATH = "/v{version}/customers/relationshiprequests";

type Credential = Parameters<typeof createPartnerCenterClient>[0]["credential"];

const authorizations = ({ requests }: TestServer) =>
  requests.map(({ headers }) => headers.authorization);

/** A client whose tokens come from `credential`, and the server that it calls. */
function withClient<Result>(
  credential: Credential,
  use: (call: (signal?: AbortSignal) => Promise<unknown>, server: TestServer) => Promise<Result>,
): Promise<Result> {
  return withServer(withLink, (server) => {
    const client = createPartnerCenterClient({ credential, baseUrl: server.url });
    return use(
      (signal) => client.getRelationshipRequestLink({}, signal === undefined ? {} : { signal }),
      server,
    );
  });
}

describe("bearerAuth", () => {
  it("asks the credential for the scope of the cloud and sends the token", () => {
    const credential = countingCredential(Date.now);

    return withClient(credential, async (call, server) => {
      await call();

      expect(authorizations(server)).toEqual(["Bearer a-token-1"]);
      expect(credential.asked).toEqual([
        { scopes: ["https://api.partnercenter.microsoft.com/user_impersonation"], options: {} },
      ]);
    });
  });

  it("asks once for any number of calls at a time, and for those that follow", () => {
    const credential = countingCredential(Date.now);

    return withClient(credential, async (call, server) => {
      await Promise.all(Array.from({ length: 100 }, () => call()));
      await call();

      expect(new Set(authorizations(server))).toEqual(new Set(["Bearer a-token-1"]));
      expect(server.requests).toHaveLength(101);
      expect(credential.asked).toHaveLength(1);
    });
  });

  it("asks for each call when a token has no known end, and once for calls at a time", () => {
    let asked = 0;
    const credential = async () => {
      asked += 1;
      return `a-token-${asked}`;
    };

    return withClient(credential, async (call, server) => {
      await call();
      await Promise.all([call(), call()]);

      expect(authorizations(server)).toEqual([
        "Bearer a-token-1",
        "Bearer a-token-2",
        "Bearer a-token-2",
      ]);
    });
  });

  it("keeps an Authorization header that the caller set", () => {
    const credential = countingCredential(Date.now);

    return withServer(withLink, async (server) => {
      const client = createPartnerCenterClient({ credential, baseUrl: server.url });

      await client.getRelationshipRequestLink({}, { headers: { Authorization: "Bearer mine" } });

      expect(authorizations(server)).toEqual(["Bearer mine"]);
      expect(credential.asked).toEqual([]);
    });
  });

  it("stops waiting for a token when the caller aborts, while others wait on", () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const credential = countingCredential(Date.now, 3_600_000, () => gate);
    const controller = new AbortController();
    const reason = new Error("the user left");

    return withClient(credential, async (call, server) => {
      const left = call(controller.signal);
      const stayed = call();
      while (credential.asked.length === 0) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      controller.abort(reason);

      await expect(left).rejects.toBe(reason);
      release();
      await stayed;
      expect(server.requests).toHaveLength(1);
      expect(credential.asked).toHaveLength(1);
    });
  });

  it("gives no token to a request that middleware sends elsewhere", () =>
    withServer(withLink, async (server) => {
      const client = createPartnerCenterClient({ credential: () => "a-secret" });
      client.use({ onRequest: ({ request }) => new Request(`${server.url}/x`, request) });

      await expect(client.getRelationshipRequestLink()).rejects.toThrow(
        "on https://api.partnercenter.microsoft.com, the only origin that gets this client's tokens",
      );
      expect(server.requests).toEqual([]);
    }));

  it.each([
    ["http://contoso.com", "an https URL (http only for loopback)", "http://contoso.com/"],
    ["contoso.com", "an https URL (http only for loopback)", "contoso.com"],
  ])("refuses %s as the origin that gets tokens", (origin, expectation, got) => {
    expect(() => bearerAuth({ credential: () => "a-token", origin })).toThrow(
      new TypeError(`Expected \`origin\` to be ${expectation}, got "${got}".`),
    );
  });

  it("takes an origin with a slash at its end", () =>
    withServer(withLink, async ({ url, requests }) => {
      const client = createClient<paths>({ baseUrl: url });
      client.use(bearerAuth({ credential: () => "a-token", origin: `${url}/` }));

      await client.GET(PATH, { params: { path: { version: "1" } } });

      expect(requests[0]?.headers.authorization).toBe("Bearer a-token");
    }));

  it("asks for no token when the caller has aborted already", () => {
    const credential = countingCredential(Date.now);
    const reason = new Error("the user left");

    return withClient(credential, async (call, server) => {
      await expect(call(AbortSignal.abort(reason))).rejects.toBe(reason);

      expect(credential.asked).toEqual([]);
      expect(server.requests).toEqual([]);
    });
  });

  it.each([
    ["http to another machine", "http://contoso.com", "an https URL (http only for loopback)"],
    [
      "another origin than the client's",
      "https://contoso.com",
      "on https://api.partnercenter.microsoft.com, the only origin that gets this client's tokens",
    ],
  ])("gives no token to %s", async (_title, baseUrl, expectation) => {
    const credential = countingCredential(Date.now);
    const client = createPartnerCenterClient({
      credential,
      fetch: async () => Response.json({ url: "never" }),
    });

    const params = { path: { version: "1" as const } };
    await expect(client.GET(PATH, { params, baseUrl })).rejects.toThrow(
      `Expected \`baseUrl\` to be ${expectation}, got "${baseUrl}`,
    );
    expect(credential.asked).toEqual([]);
  });

  it("refuses a credential that is none, as the client does", () => {
    const create = () => Reflect.apply(bearerAuth, undefined, [{ credential: null, scope: "a" }]);

    expect(create).toThrow(
      "Expected `credential` to be a TokenCredential or a function that returns a token, got null.",
    );
  });
});

describe("bearerAuth sends nothing and reports sign-in when the credential", () => {
  const cause = new Error("AADSTS700082: The refresh token has expired.");
  const unusable: Array<[what: string, credential: () => unknown, words: string]> = [
    [
      "throws",
      () => {
        throw cause;
      },
      "AADSTS700082: The refresh token has expired.",
    ],
    ["rejects", () => Promise.reject(cause), "AADSTS700082: The refresh token has expired."],
    ["rejects with no error", () => Promise.reject(undefined), "no reason given"],
    ["returns null", () => null, "it returned null"],
    ["returns undefined", () => undefined, "it returned undefined"],
    [
      "returns an empty token",
      () => ({ token: "", expiresOnTimestamp: Date.now() + 1e6 }),
      "it returned an empty token",
    ],
    ["returns a blank string", () => " ", "it returned an empty token"],
    [
      "returns a number",
      () => ({ token: 1, expiresOnTimestamp: Date.now() + 1e6 }),
      "it returned an empty token",
    ],
    [
      "returns an expired token",
      () => ({ token: "a-secret", expiresOnTimestamp: 1_000_000_000_000 }),
      "it returned a token that expired at 2001-09-09T01:46:40.000Z",
    ],
    [
      "returns a token without an end",
      () => ({ token: "a-secret", expiresOnTimestamp: Number.NaN }),
      "it returned a token without a number in expiresOnTimestamp",
    ],
    [
      "returns a token whose end is misspelt",
      () => ({ token: "a-secret", expires_on: Date.now() + 1e6 }),
      "it returned a token without a number in expiresOnTimestamp",
    ],
    [
      "chokes on a token",
      () => JSON.parse("eyJhLXNlY3JldA"),
      "Unexpected token 'e', \"[redacted]\" is not valid JSON",
    ],
    [
      "returns a token with a line break",
      () => "a-secret\r\nX-Evil: 1",
      "it returned a token with a space, a line break, a comma or another character that no token has",
    ],
    ...['"a-secret"', "'a-secret'", "`a-secret", '"a-secret'].map(
      (token): [string, () => string, string] => [
        `returns a token with quotes: ${token}`,
        () => token,
        "it returned a token with quotes, which are not part of it",
      ],
    ),
    ...['{"access_token":"a-secret"}', ' ["a-secret"]', "{"].map(
      (token): [string, () => string, string] => [
        `returns a JSON document: ${token}`,
        () => token,
        "it returned a JSON document in place of a token",
      ],
    ),
    ...["a-secret,", "a-secret;", "a=secret", "a-secret\u00e9", "<a-secret>", "="].map(
      (token): [string, () => string, string] => [
        `returns what is no b64token: ${token}`,
        () => token,
        "it returned a token with a space, a line break, a comma or another character that no token has",
      ],
    ),
    [
      "returns an object whose token has quotes",
      () => ({ token: '"a-secret"', expiresOnTimestamp: Date.now() + 1e6 }),
      "it returned a token with quotes, which are not part of it",
    ],
    ["rejects with text", () => Promise.reject("The vault is sealed."), "The vault is sealed."],
  ];

  it.each(["a-secret", "a.b-c_d~e+f/g==", "0"])("not for the token %s", (token) =>
    withServer(withLink, async ({ url, requests }) => {
      await createPartnerCenterClient({
        credential: () => token,
        baseUrl: url,
      }).getRelationshipRequestLink();

      expect(requests[0]?.headers.authorization).toBe(`Bearer ${token}`);
    }),
  );

  it("reads a token and its end once, so that it sends what it has checked", () =>
    withServer(withLink, async ({ url, requests }) => {
      const reads = { token: 0, expiresOnTimestamp: 0 };
      const credential = () => ({
        get token() {
          reads.token += 1;
          return reads.token === 1 ? "a-token" : '"a-secret"';
        },
        get expiresOnTimestamp() {
          reads.expiresOnTimestamp += 1;
          return reads.expiresOnTimestamp === 1 ? Date.now() + 1e6 : 0;
        },
      });
      const client = createPartnerCenterClient({ credential, baseUrl: url });
      await client.getRelationshipRequestLink();
      await client.getRelationshipRequestLink();

      expect(requests.map(({ headers }) => headers.authorization)).toEqual([
        "Bearer a-token",
        "Bearer a-token",
      ]);
      expect(reads).toEqual({ token: 1, expiresOnTimestamp: 1 });
    }));

  it.each(unusable)("%s", (_what, credential, words) =>
    withServer(withLink, async ({ url, requests }) => {
      const create = (options: object) =>
        Reflect.apply(createPartnerCenterClient, undefined, [options]);
      const error = await failed(create({ credential, baseUrl: url }).getRelationshipRequestLink());

      expect(error).toMatchObject({ reason: "sign-in", status: undefined, attempts: 0 });
      expect(error.message).toContain(
        `failed: not sent, because the credential gave no usable token (${words}). Sign in again, or check the credential.`,
      );
      // Nobody at the service knows the ids of what was never sent.
      expect(error).toMatchObject({ requestId: undefined, correlationId: undefined });
      expect(error.message).not.toContain("MS-RequestId");
      expect(inspect(error)).not.toContain("a-secret");
      expect(requests).toEqual([]);
    }),
  );

  it("throws, and has the name, the message, the code and the place of what it threw as the cause", () =>
    withServer(withLink, async ({ url }) => {
      const thrown = Object.assign(new RangeError("Its words.", { cause: new Error("Beneath.") }), {
        code: "EACCES",
        request: { headers: { authorization: "a-secret" } },
      });
      const error = await failed(
        createPartnerCenterClient({
          credential: () => Promise.reject(thrown),
          baseUrl: url,
        }).getRelationshipRequestLink(),
      );

      expect(error.cause).toBeInstanceOf(Error);
      expect(error.cause).toMatchObject({
        name: "RangeError",
        message: "Its words.",
        code: "EACCES",
        cause: { name: "Error", message: "Beneath." },
        stack: expect.stringMatching(/^RangeError: Its words\.\n {4}at .*bearer-auth\.test\.ts/),
      });
      expect(allOf(error)).not.toContain("a-secret");
    }));

  it("fails once, and is asked again by the next call", () => {
    let asked = 0;
    const credential = async () => {
      asked += 1;
      if (asked === 1) {
        throw cause;
      }
      return "a-token";
    };

    return withClient(credential, async (call, { requests }) => {
      await expect(Promise.allSettled([call(), call()])).resolves.toMatchObject([
        { reason: { reason: "sign-in" } },
        { reason: { reason: "sign-in" } },
      ]);
      await call();

      expect(asked).toBe(2);
      expect(requests).toHaveLength(1);
    });
  });
});
