import { inspect } from "node:util";
import { createPartnerCenterClient } from "partner-center-client";
import { failed } from "./failed.js";
import { jwt } from "./jwt.js";
import { example, LINK, serviceHeaders, withBody, withFault, withLink } from "./replies.js";
import { type Handler, withServer } from "./server.js";

const IDS = {
  "MS-RequestId": "ee519026-4c67-4113-bec7-a38aca621bf0",
  "MS-CorrelationId": "02971f0f-1029-47b2-9fdb-1932f0987470",
};
const SENT_IDS = `(MS-RequestId: ${IDS["MS-RequestId"]}, MS-CorrelationId: ${IDS["MS-CorrelationId"]})`;

const clientOf = (baseUrl: string) =>
  createPartnerCenterClient({ credential: () => "a-token", baseUrl, retry: false });

describe("getRelationshipRequestLink", () => {
  it("asks version 1 for the bare link", () =>
    withServer(withLink, async ({ url, requests }) => {
      const link = await clientOf(url).getRelationshipRequestLink();

      expect(link).toEqual(LINK);
      expect(requests[0]?.url).toBe("/v1/customers/relationshiprequests");
    }));

  it("sends `false`, which is not the same as nothing", () =>
    withServer(withLink, async ({ url, requests }) => {
      await clientOf(url).getRelationshipRequestLink({ dualRoleIndirectRelationship: false });

      expect(requests[0]?.url).toBe(
        "/v1/customers/relationshiprequests?dualRoleIndirectRelationship=false",
      );
    }));

  it("leaves the link as the service wrote it, fields nobody documented included", () =>
    withServer(
      withBody(200, "application/json", '{"url":"opaque:%7e#a?b&amp;c","links":{"self":1}}'),
      async ({ url }) => {
        await expect(clientOf(url).getRelationshipRequestLink()).resolves.toEqual({
          url: "opaque:%7e#a?b&amp;c",
          links: { self: 1 },
        });
      },
    ));

  it("takes the headers of the caller in every form that fetch takes", () =>
    withServer(withLink, async ({ url, requests }) => {
      const client = clientOf(url);
      await client.getRelationshipRequestLink({}, { headers: IDS });
      await client.getRelationshipRequestLink({}, { headers: new Headers(IDS) });
      await client.getRelationshipRequestLink({}, { headers: Object.entries(IDS) });

      for (const { headers } of requests) {
        expect(headers).toMatchObject({
          "ms-requestid": IDS["MS-RequestId"],
          "ms-correlationid": IDS["MS-CorrelationId"],
        });
        expect(headers).not.toHaveProperty("0");
      }
    }));

  it("runs the middleware of the call", () =>
    withServer(withLink, async ({ url }) => {
      const statuses: number[] = [];
      const onResponse = ({ response }: { response: Response }) => {
        statuses.push(response.status);
      };

      await clientOf(url).getRelationshipRequestLink({}, { middleware: [{ onResponse }] });

      expect(statuses).toEqual([200]);
    }));
});

describe("getRelationshipRequestLink refuses before anything is sent", () => {
  it.each([
    ["an empty tenant id", { indirectResellerId: "" }, "an empty string"],
    ["a blank tenant id", { indirectResellerId: " \t" }, '" \\t"'],
    [
      "a PartnerID for a tenant id",
      { indirectResellerId: "12345" },
      '"12345", which looks like a PartnerID; `listPartnerRelationships` has the tenant id beside it',
    ],
    ["null for a tenant id", { indirectResellerId: null }, "null"],
    ["a number for a tenant id", { indirectResellerId: 42 }, "42"],
    ["an array for a tenant id", { indirectResellerId: ["a"] }, "an array"],
  ])("%s", (_title, query, got) =>
    withServer(withLink, async ({ url, requests }) => {
      const { getRelationshipRequestLink } = clientOf(url);
      const call = Reflect.apply(getRelationshipRequestLink, undefined, [query]);

      await expect(failed(call)).resolves.toMatchObject({
        reason: "invalid-parameter",
        parameter: "indirectResellerId",
        attempts: 0,
        message: `Invalid \`indirectResellerId\`: expected a tenant id (a GUID or a domain name), got ${got}.`,
      });
      expect(requests).toEqual([]);
    }),
  );

  it("text in place of a flag", () =>
    withServer(withLink, async ({ url, requests }) => {
      const query = { dualRoleIndirectRelationship: "no" };
      const { getRelationshipRequestLink } = clientOf(url);
      const call = Reflect.apply(getRelationshipRequestLink, undefined, [query]);

      await expect(failed(call)).resolves.toMatchObject({
        reason: "invalid-parameter",
        message: 'Invalid `dualRoleIndirectRelationship`: expected true or false, got "no".',
      });
      expect(requests).toEqual([]);
    }));

  it.each([
    ["cannot be a header value", "a\r\nX-Evil: 1", "a string"],
    ["is empty", "", "an empty string"],
  ])("an id that %s, without repeating it", (_title, id, got) =>
    withServer(withLink, async ({ url, requests }) => {
      for (const headers of [{ "MS-RequestId": id }, [["MS-RequestId", id]]] as const) {
        const { getRelationshipRequestLink } = clientOf(url);
        const call = Reflect.apply(getRelationshipRequestLink, undefined, [{}, { headers }]);

        await expect(call).rejects.toThrow(
          new RegExp(
            `^Expected \`ms-requestid\` to be text that a header can carry unchanged, got ${got}.$`,
            "i",
          ),
        );
      }
      expect(requests).toEqual([]);
    }),
  );
});

describe("getRelationshipRequestLink reports a 200 that is", () => {
  const malformed: Array<[kind: string, handler: Handler, cameBack: string]> = [
    [
      "HTML",
      withBody(200, "text/html", "<p>Sign in to the proxy</p>"),
      "200 text/html, 27 bytes, not JSON",
    ],
    [
      "long HTML",
      withBody(200, "text/html", "<p>".repeat(500)),
      "200 text/html, 1,500 bytes, not JSON",
    ],
    [
      "XML",
      withBody(200, "application/xml", "<RelationshipRequest/>"),
      "200 application/xml, 22 bytes, not JSON",
    ],
    [
      "UTF-16",
      withBody(
        200,
        "application/json; charset=utf-16",
        Buffer.from('\ufeff{"url":"a"}', "utf16le"),
      ),
      "200 application/json; charset=utf-16, 24 bytes, not UTF-8",
    ],
    [
      "UTF-16 without a byte order mark",
      withBody(200, "application/json", Buffer.from('{"url":"a"}', "utf16le")),
      "200 application/json, 22 bytes, not JSON",
    ],
    [
      "truncated JSON",
      withBody(200, "application/json", '{"url":"https://secret'),
      "200 application/json, 22 bytes, not JSON",
    ],
    ["empty", withBody(200, "application/json", ""), "200 application/json, empty"],
    [
      "a byte order mark alone",
      withBody(200, "application/json", "\ufeff"),
      "200 application/json, 3 bytes, not JSON",
    ],
    [
      "an array",
      withBody(200, "application/json", '[{"url":"a"}]'),
      "200 application/json, 13 bytes, JSON without `url`",
    ],
    [
      "null",
      withBody(200, "application/json", "null"),
      "200 application/json, 4 bytes, JSON without `url`",
    ],
    [
      "without `url`",
      withBody(200, "application/json", "{}"),
      "200 application/json, 2 bytes, JSON without `url`",
    ],
    [
      "with a blank `url`",
      withBody(200, "application/json", '{"url":" "}'),
      "200 application/json, 11 bytes, JSON without `url`",
    ],
    [
      "with a number for `url`",
      withBody(200, "application/json", '{"url":1}'),
      "200 application/json, 9 bytes, JSON without `url`",
    ],
    [
      "without a content type",
      (response) => response.writeHead(200).end("?"),
      "200 without a content type, 1 byte, not JSON",
    ],
  ];

  it.each(malformed)("%s", (_kind, handler, cameBack) =>
    withServer(handler, async ({ url }) => {
      const error = await failed(clientOf(url).getRelationshipRequestLink({}, { headers: IDS }));

      expect(error).toMatchObject({
        reason: "malformed-response",
        status: 200,
        requestId: IDS["MS-RequestId"],
        correlationId: IDS["MS-CorrelationId"],
      });
      expect(error.cause).toBeUndefined();
      expect(error.message).toBe(
        `GET ${url}/v1/customers/relationshiprequests failed: ${cameBack}. Something between here and the service may have answered in its place, such as a proxy. ${SENT_IDS}`,
      );
    }),
  );

  it("XML, for a caller that asks the helper for it", () =>
    withServer(withBody(200, "text/xml", "<url/>"), async ({ url }) => {
      const headers = { Accept: "text/xml" };

      await expect(
        failed(clientOf(url).getRelationshipRequestLink({}, { headers })),
      ).resolves.toMatchObject({ reason: "malformed-response" });
    }));

  it("HTML, from middleware of the user", () =>
    withServer(withLink, async ({ url }) => {
      const client = clientOf(url);
      client.use({ onResponse: () => new Response("<p>Stay out</p>") });

      const error = await failed(client.getRelationshipRequestLink({}, { headers: IDS }));

      expect(error).toMatchObject({
        reason: "malformed-response",
        requestId: IDS["MS-RequestId"],
      });
      expect(error.message).toContain(
        `GET ${url}/v1/customers/relationshiprequests failed: 200 text/plain;charset=UTF-8, 15 bytes, not JSON.`,
      );
    }));

  it("empty, when the length says so", () =>
    withServer(
      (response) => response.writeHead(200, { "Content-Length": 0 }).end(),
      async ({ url }) => {
        await expect(failed(clientOf(url).getRelationshipRequestLink())).resolves.toMatchObject({
          reason: "malformed-response",
        });
      },
    ));
});

describe("getRelationshipRequestLink reports", () => {
  it("a service fault, with its code as a string and the ids to quote", () =>
    withServer(withFault(403, example("AppOnlyToken")), async ({ url }) => {
      const error = await failed(clientOf(url).getRelationshipRequestLink({}, { headers: IDS }));

      expect(error).toMatchObject({
        name: "PartnerCenterError",
        reason: "forbidden",
        status: 403,
        code: "900329",
        description: "App-only tokens are not accepted by this operation.",
        source: "PartnerFD",
        data: [],
        attempts: 1,
        requestId: IDS["MS-RequestId"],
        correlationId: IDS["MS-CorrelationId"],
        cv: "jbYZRWjU3E262f8o.0",
        serverId: "030020643",
      });
      expect(error.message).toBe(
        `GET ${url}/v1/customers/relationshiprequests failed: 403, code 900329, "App-only tokens are not accepted by this operation." Sign a user in (App+User). The token is not a readable JWT, as access tokens for Partner Center are. (MS-RequestId: ${IDS["MS-RequestId"]}, MS-CorrelationId: ${IDS["MS-CorrelationId"]}, MS-CV: jbYZRWjU3E262f8o.0, MS-ServerId: 030020643)`,
      );
    }));

  it("the gateway's throttling, with the wait and the ids that were sent", () =>
    withServer(
      (response) =>
        response
          .writeHead(429, { "Content-Type": "application/json", "Retry-After": "57" })
          .end(JSON.stringify(example("RateLimitExceeded"))),
      async ({ url }) => {
        const error = await failed(clientOf(url).getRelationshipRequestLink({}, { headers: IDS }));

        expect(error).toMatchObject({
          reason: "throttled",
          status: 429,
          code: undefined,
          description: "Rate limit is exceeded. Try again in 57 seconds.",
          retryAfterMs: 57_000,
          requestId: IDS["MS-RequestId"],
          serverId: undefined,
        });
        expect(error.message).toContain("Come back in 57 s;");
      },
    ));

  it.each([
    [400, "InvalidInput", "invalid-request", "800002"],
    [401, "MfaRequired", "mfa-required", "900421"],
    [404, "TenantNotFound", "no-relationship", "60003"],
    [500, "ServiceFailure", "service", "800003"],
    [503, "GatewayUnavailable", "service", undefined],
  ])("%i with %s as %s", (status, name, reason, code) =>
    withServer(withFault(status, example(name)), async ({ url }) => {
      await expect(failed(clientOf(url).getRelationshipRequestLink())).resolves.toMatchObject({
        reason,
        status,
        code,
      });
    }),
  );

  it("the empty 401 of 2019 as missing multifactor authentication", () =>
    withServer(
      (response) =>
        response
          .writeHead(401, "Unauthorized - MFA required", {
            "WWW-Authenticate": 'Bearer error="invalid_token"',
            "Transfer-Encoding": "chunked",
          })
          .end(),
      async ({ url }) => {
        const error = await failed(clientOf(url).getRelationshipRequestLink());

        expect(error).toMatchObject({ reason: "mfa-required", status: 401, code: undefined });
        expect(error.message).toContain(
          '401, "Unauthorized - MFA required". The user has to sign in again',
        );
      },
    ));

  it("an error page of a proxy without repeating it", () =>
    withServer(withBody(502, "text/html", "<h1>Bad gateway for a-token</h1>"), async ({ url }) => {
      const error = await failed(clientOf(url).getRelationshipRequestLink());

      expect(error).toMatchObject({ reason: "service", status: 502, description: undefined });
      expect(error.message).toContain('502, "Bad Gateway". Try again later.');
    }));

  it("a redirect as a failure", () =>
    withServer(
      (response) => response.writeHead(302, { Location: "https://evil.example/" }).end(),
      async ({ url }) => {
        await expect(failed(clientOf(url).getRelationshipRequestLink())).resolves.toMatchObject({
          reason: "service",
          status: 302,
          message: expect.stringContaining(': 302, "Found". Check the base URL and the proxy; '),
        });
      },
    ));

  it("a fault that repeats the token with the token taken out", () =>
    withServer(
      (response, { headers }) =>
        response
          .writeHead(401, serviceHeaders({ headers: {} }))
          .end(JSON.stringify({ code: 1, description: `Not for ${headers.authorization}` })),
      async ({ url }) => {
        const error = await failed(clientOf(url).getRelationshipRequestLink());

        expect(error.description).toBe("Not for Bearer [redacted]");
        expect(JSON.stringify(error)).not.toContain("a-token");
      },
    ));

  it("no reply with the innermost words there are", async () => {
    const refusal = new Error("Proxy response (407) !== 200", { cause: new Error() });
    const client = createPartnerCenterClient({
      credential: () => "a-token",
      retry: false,
      fetch: () => Promise.reject(new TypeError("fetch failed", { cause: refusal })),
    });

    await expect(client.getRelationshipRequestLink()).rejects.toThrow(
      "failed: no reply (Proxy response (407) !== 200). Check the base URL, the network and the proxy.",
    );
  });

  it.each([
    ["the first part of the token", (token: string) => token.slice(0, 60)],
    ["the token without its header", (token: string) => token.slice(token.indexOf(".") + 1)],
  ])("a fault that repeats %s with that taken out", (_title, partOf) =>
    withServer(
      (response, { headers }) => {
        const description = `Not for ${partOf(headers.authorization?.slice("Bearer ".length) ?? "")}`;
        response.writeHead(403).end(JSON.stringify({ code: 1, description }));
      },
      async ({ url }) => {
        const client = createPartnerCenterClient({ credential: () => jwt(), baseUrl: url });
        const error = await failed(client.getRelationshipRequestLink());

        expect(error.description).toBe("Not for [redacted]");
        expect(error.message).toContain('403, code 1, "Not for [redacted]".');
      },
    ),
  );

  it("words that a token which is too short to be one is in, as they are", () =>
    withServer(
      (response) => response.writeHead(403).end('{"code":1,"description":"Not for all"}'),
      async ({ url }) => {
        const client = createPartnerCenterClient({ credential: () => "a", baseUrl: url });
        const error = await failed(client.getRelationshipRequestLink());

        expect(error.message).toContain(
          '/v1/customers/relationshiprequests failed: 403, code 1, "Not for all".',
        );
      },
    ));

  it("a reply that repeats the token anywhere with the token taken out", () =>
    withServer(
      (response) =>
        response
          .writeHead(401, "No a-token", { "MS-RequestId": "a-token", "Content-Type": "a-token" })
          .end('{"code":"a-token","source":"\\u0061-token","data":[{"deep":["a-token"]}]}'),
      async ({ url }) => {
        const client = clientOf(url);
        client.use({
          onResponse: ({ response }) => {
            expect(response.body).not.toBeNull();
          },
        });
        const error = await failed(client.getRelationshipRequestLink());

        expect(error.code).toBe("[redacted]");
        expect(inspect(error, { depth: null, showHidden: true })).not.toContain("a-token");
        expect(JSON.stringify(error)).not.toContain("a-token");
      },
    ));

  it("a description of any length in one line", () =>
    withServer(
      withFault(400, { code: 1, description: `first\n${"long ".repeat(1_000)}` }),
      async ({ url }) => {
        const { message } = await failed(clientOf(url).getRelationshipRequestLink());

        expect(message).not.toContain("\n");
        expect(message.length).toBeLessThan(1_500);
      },
    ));
});
