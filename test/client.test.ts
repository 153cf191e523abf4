import { createPartnerCenterClient } from "partner-center-client";
import { LINK, withLink } from "./replies.js";
import { withServer } from "./server.js";

const PATH = "/v{version}/customers/relationshiprequests";
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const credential = () => "a-token";

describe("createPartnerCenterClient", () => {
  it("sends the documented request", () =>
    withServer(withLink, async ({ url, requests }) => {
      const client = createPartnerCenterClient({
        credential,
        baseUrl: url,
        locale: "de-DE",
        applicationName: "Contoso onboarding",
        correlationId: "02971f0f-1029-47b2-9fdb-1932f0987470",
        cv: () => "jn3r+1wpE06nCt/0.0",
      });

      await client.GET(PATH, {
        params: {
          path: { version: "1" },
          query: {
            indirectCloudSolutionProviderId: "9d1f0c6e-5c2b-4d2a-8f0e-6b1a7c9e2f34",
            indirectResellerId: "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
            dualRoleIndirectRelationship: true,
          },
        },
      });

      expect(requests).toHaveLength(1);
      expect(requests[0]).toMatchObject({
        method: "GET",
        url: "/v1/customers/relationshiprequests?indirectCloudSolutionProviderId=9d1f0c6e-5c2b-4d2a-8f0e-6b1a7c9e2f34&indirectResellerId=4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90&dualRoleIndirectRelationship=true",
        headers: {
          accept: "application/json",
          authorization: "Bearer a-token",
          "ms-requestid": expect.stringMatching(GUID),
          "ms-correlationid": "02971f0f-1029-47b2-9fdb-1932f0987470",
          "ms-cv": "jn3r+1wpE06nCt/0.0",
          "x-locale": "de-DE",
          "ms-partnercenter-application": "Contoso onboarding",
        },
        body: "",
      });
    }));

  it("returns data and response, as openapi-fetch does", () =>
    withServer(withLink, async ({ url }) => {
      const client = createPartnerCenterClient({ credential, baseUrl: url });

      const { data, error, response } = await client.GET(PATH, {
        params: { path: { version: "1" } },
      });

      expect(data).toEqual(LINK);
      expect(error).toBeUndefined();
      expect(response.url).toBe(`${url}/v1/customers/relationshiprequests`);
      expect(response.status).toBe(200);
    }));

  it("keeps the path of a base URL and drops its trailing slashes", () =>
    withServer(withLink, async ({ url, requests }) => {
      const client = createPartnerCenterClient({ credential, baseUrl: `${url}/partner/center//` });

      await client.getRelationshipRequestLink();

      expect(requests[0]?.url).toBe("/partner/center/v1/customers/relationshiprequests");
    }));

  it("lets middleware of the user see and change calls", () =>
    withServer(withLink, async ({ url, requests }) => {
      const client = createPartnerCenterClient({ credential, baseUrl: url });
      const seen: unknown[] = [];
      client.use({
        onRequest({ request }) {
          request.headers.set("X-Extra", "yes");
        },
        async onResponse({ response }) {
          seen.push(await response.clone().json());
        },
      });

      const link = await client.getRelationshipRequestLink();

      expect(requests[0]?.headers["x-extra"]).toBe("yes");
      expect(seen).toEqual([link]);
    }));

  it("uses the fetch that is global when the call is made", async () => {
    const client = createPartnerCenterClient({ credential });
    const original = globalThis.fetch;
    globalThis.fetch = async () => Response.json(LINK);

    try {
      await expect(client.getRelationshipRequestLink()).resolves.toEqual(LINK);
    } finally {
      globalThis.fetch = original;
    }
  });

  it.each([
    ["global", "https://api.partnercenter.microsoft.com"],
    ["usGovernment", "https://api.partnercenter.microsoft.com"],
    ["china", "https://partner.partnercenterapi.microsoftonline.cn"],
  ] as const)("asks for a token of the %s cloud and calls %s", async (cloud, baseUrl) => {
    const urls: string[] = [];
    const scopes: unknown[] = [];
    const client = createPartnerCenterClient({
      cloud,
      credential: (asked) => {
        scopes.push(asked);
        return "a-token";
      },
      fetch: async (request) => {
        urls.push(request.url);
        return Response.json(LINK);
      },
    });

    await client.getRelationshipRequestLink();

    expect(urls).toEqual([`${baseUrl}/v1/customers/relationshiprequests`]);
    expect(scopes).toEqual([[`${baseUrl}/user_impersonation`]]);
  });

  it("follows no redirect, even when told to", () =>
    withServer(
      (response) => response.writeHead(302, { Location: "https://evil.example/" }).end(),
      async ({ url, requests }) => {
        const client = createPartnerCenterClient({ credential, baseUrl: url });

        const { response } = await client.GET(PATH, {
          params: { path: { version: "1" } },
          redirect: "follow",
        });

        expect(response.status).toBe(302);
        expect(requests).toHaveLength(1);
      },
    ));
});

describe("createPartnerCenterClient refuses", () => {
  const refused: Array<[title: string, options: object, message: string]> = [
    [
      "options without a credential",
      {},
      "Expected `credential` to be a TokenCredential or a function that returns a token, got undefined.",
    ],
    [
      "a token in place of a credential, without showing it",
      { credential: "eyJ-a-token" },
      "Expected `credential` to be a TokenCredential or a function that returns a token, got a string.",
    ],
    [
      "an unknown cloud",
      { credential, cloud: "germany" },
      'Expected `cloud` to be one of global, china, usGovernment, got "germany".',
    ],
    [
      "an http base URL that is not loopback",
      { credential, baseUrl: "http://api.partnercenter.microsoft.com" },
      'Expected `baseUrl` to be an https URL (http only for loopback), got "http://api.partnercenter.microsoft.com/".',
    ],
    [
      "a base URL that is no URL",
      { credential, baseUrl: "api.partnercenter.microsoft.com" },
      'Expected `baseUrl` to be an https URL (http only for loopback), got "api.partnercenter.microsoft.com".',
    ],
    [
      "a timeout of 0",
      { credential, timeoutMs: 0 },
      "Expected `timeoutMs` to be milliseconds from 1 to 2147483647, got 0.",
    ],
    [
      "a timeout of less than a millisecond",
      { credential, timeoutMs: 0.5 },
      "Expected `timeoutMs` to be milliseconds from 1 to 2147483647, got 0.5.",
    ],
    [
      "a negative timeout",
      { credential, timeoutMs: -1 },
      "Expected `timeoutMs` to be milliseconds from 1 to 2147483647, got -1.",
    ],
    [
      "a timeout that is not a number",
      { credential, timeoutMs: Number.NaN },
      "Expected `timeoutMs` to be milliseconds from 1 to 2147483647, got NaN.",
    ],
    [
      "a timeout that a timer cannot hold",
      { credential, timeoutMs: Number.POSITIVE_INFINITY },
      "Expected `timeoutMs` to be milliseconds from 1 to 2147483647, got Infinity.",
    ],
    [
      "a fetch that is no function",
      { credential, fetch: "node-fetch" },
      'Expected `fetch` to be a function, got "node-fetch".',
    ],
    [
      "a locale that a header cannot carry",
      { credential, locale: "en\r\nX-Evil: 1" },
      'Expected `locale` to be text that a header can carry unchanged, got "en\\r\\nX-Evil: 1".',
    ],
    [
      "a blank application name",
      { credential, applicationName: " " },
      'Expected `applicationName` to be text that a header can carry unchanged, got " ".',
    ],
    [
      "a correlation id that a header cannot carry",
      { credential, correlationId: "\n" },
      'Expected `correlationId` to be text that a header can carry unchanged, or a function that returns it, got "\\n".',
    ],
    [
      "retry with a fraction",
      { credential, retry: { maxRetries: 1.5 } },
      "Expected `retry.maxRetries` to be a whole number from 0 on, got 1.5.",
    ],
    [
      "a negative number of retries",
      { credential, retry: { maxRetries: -1 } },
      "Expected `retry.maxRetries` to be a whole number from 0 on, got -1.",
    ],
    [
      "a wait that a timer cannot hold",
      { credential, retry: { maxDelayMs: 2 ** 31 } },
      "Expected `retry.maxDelayMs` to be milliseconds from 0 to 2147483647, got 2147483648.",
    ],
    [
      "a budget of 0",
      { credential, retry: { budgetMs: 0 } },
      "Expected `retry.budgetMs` to be milliseconds, more than 0, got 0.",
    ],
    [
      "an onRetry that is no function",
      { credential, retry: { onRetry: true } },
      "Expected `retry.onRetry` to be a function, got true.",
    ],
    [
      "retry: true",
      { credential, retry: true },
      "Expected `retry` to be an object or false, got true.",
    ],
    [
      "an onAttempt that is no function",
      { credential, onAttempt: "log" },
      'Expected `onAttempt` to be a function, got "log".',
    ],
    [
      "validateMfa as text",
      { credential, validateMfa: "yes" },
      'Expected `validateMfa` to be true or false, got "yes".',
    ],
    [
      "a correlation vector that is no function",
      { credential, cv: "jbYZRWjU3E262f8o.0" },
      'Expected `cv` to be a function, got "jbYZRWjU3E262f8o.0".',
    ],
  ];

  it.each([
    ["no options at all", undefined],
    ["null", null],
  ])("%s", (_title, options) => {
    expect(() => Reflect.apply(createPartnerCenterClient, undefined, [options])).toThrow(
      new TypeError(`Expected \`options\` to be an object with a \`credential\`, got ${options}.`),
    );
  });

  it.each(refused)("%s", (_title, options, message) => {
    // Callers without a compiler can pass anything.
    const create: (options: never) => unknown = createPartnerCenterClient;

    expect(() => Reflect.apply(create, undefined, [options])).toThrow(new TypeError(message));
  });
});
