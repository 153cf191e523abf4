// cspell:ignore customerid
import { createPartnerCenterClient, type PartnerCenterClient } from "partner-center-client";
import { operations } from "../generated/operations.js";
import { failed } from "./failed.js";
import { jwt } from "./jwt.js";
import { LINK, withBody, withFault, withLink } from "./replies.js";
import { type Handler, type TestServer, withServer } from "./server.js";

const CUSTOMER = "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05";

/** Runs `use` with a client of a server that answers with `handler`. */
const calling = (
  handler: Handler,
  use: (client: PartnerCenterClient, requests: TestServer["requests"]) => Promise<unknown>,
) =>
  withServer(handler, ({ url, requests }) =>
    use(
      createPartnerCenterClient({ credential: () => "a-token", baseUrl: url, retry: false }),
      requests,
    ),
  );

const withJson = (body: unknown) => withBody(200, "application/json", JSON.stringify(body));

/** Calls a method as JavaScript can; a collection is read to its first item. */
async function call(client: object, method: string, ...values: unknown[]): Promise<unknown> {
  const result = Reflect.get(client, method)(...values);
  return "then" in result ? result : result[Symbol.asyncIterator]().next();
}

/** A value that the description allows for a parameter, without the types of it. */
const VALUES: Readonly<Record<string, unknown>> = {
  customer_id: CUSTOMER,
  indirectCloudSolutionProviderId: CUSTOMER,
  indirectResellerId: CUSTOMER,
  dualRoleIndirectRelationship: false,
  relationship_type: "IsIndirectResellerOf",
  filter: '{"Field":"Domain","Value":"a b","Operator":"starts_with"}',
  mpnId: "4391507",
  size: 25,
  seekOperation: "Next",
  startDate: "2025-11-01",
  endDate: "2025-11-02",
  correlationId: "7c3e0b96-d48f-4a12-9b65-f0271ce8d354",
  id: "a/record",
};

describe("the methods of a client", () => {
  it.each(operations)("send $operationId as the description has it", (operation) => {
    const { operationId, method, path, parameters, exactlyOneOf = [], body } = operation;
    const names = parameters
      .filter(({ name, isClientOption }) => name !== "version" && !isClientOption)
      .map(({ name }) => name)
      .filter((name) => !exactlyOneOf.slice(1).includes(name));
    const values = Object.fromEntries(names.map((name) => [name, VALUES[name]]));
    const sentBody = { WebhookUrl: "https://contoso.example" };

    return calling(withJson({ url: "a", id: "a", items: [] }), async (client, requests) => {
      await call(client, operationId, { ...values, ...(body && { body: sentBody }) });

      const [request] = requests;
      const { pathname, searchParams } = new URL(request?.url ?? "", "http://localhost");
      const filled = path
        .replace("{version}", "1")
        .replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(values[name])));
      expect([request?.method, pathname]).toEqual([method, filled]);
      expect(Object.fromEntries(searchParams)).toEqual(
        Object.fromEntries(
          parameters
            .filter((one) => one.in === "query" && names.includes(one.name))
            .map(({ name }) => [name, String(values[name])]),
        ),
      );
      expect(request?.body).toBe(body === undefined ? "" : JSON.stringify(sentBody));
    });
  });

  it("are own properties that a test can replace, and that do not use `this`", () =>
    calling(withLink, async (client) => {
      for (const { operationId } of operations) {
        expect(Object.getOwnPropertyDescriptor(client, operationId)).toMatchObject({
          enumerable: true,
          writable: true,
        });
      }
      const { getRelationshipRequestLink } = client;

      await expect(getRelationshipRequestLink()).resolves.toEqual(LINK);
    }));

  it("leave out optional parameters that are undefined, and send those that are false", () =>
    calling(withLink, async (client, requests) => {
      await client.getRelationshipRequestLink({
        indirectResellerId: undefined,
        dualRoleIndirectRelationship: false,
        version: undefined,
      });

      expect(requests[0]?.url).toBe(
        "/v1/customers/relationshiprequests?dualRoleIndirectRelationship=false",
      );
    }));

  it("resolve with the response beside the data", () =>
    calling(withLink, async (client) => {
      const { data, response } = await client.getRelationshipRequestLink().withResponse();

      expect(data).toEqual(LINK);
      expect(response.headers.get("MS-ServerId")).toBe("030020643");
    }));

  it("reject once, whether the data or the response is awaited", async () => {
    const unhandled: unknown[] = [];
    const listener = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", listener);
    await calling(withFault(403, { code: 1 }), async (client) => {
      await expect(failed(client.getCustomer({ customer_id: CUSTOMER }))).resolves.toMatchObject({
        reason: "forbidden",
      });
      const withResponse = client.getCustomer({ customer_id: CUSTOMER }).withResponse();
      await expect(failed(withResponse)).resolves.toMatchObject({ reason: "forbidden" });
      await new Promise((resolve) => setTimeout(resolve, 10));
    });
    process.off("unhandledRejection", listener);

    expect(unhandled).toEqual([]);
  });

  it("resolve with null for an empty body, where the description has null", () =>
    calling(withBody(200, "application/json", ""), async (client) => {
      await expect(client.getAuditRecord({ id: "a" })).resolves.toBeNull();
    }));

  it("send the only body that there can be, unless they get it", () =>
    calling(withJson({}), async (client, requests) => {
      const body = {
        relationshipToPartner: "none",
        attributes: { objectType: "Customer" },
      } as const;
      await client.removeResellerRelationship({ customer_id: CUSTOMER });
      await client.removeResellerRelationship({ customer_id: CUSTOMER, body });

      expect(requests.map((request) => JSON.parse(request.body))).toEqual([body, body]);
    }));
});

describe("the methods of a client reject, unsent,", () => {
  it.each<[string, string, unknown[], string | undefined, string]>([
    [
      "a missing parameter",
      "getCustomer",
      [],
      "customer_id",
      "Invalid `customer_id`: expected a tenant id (a GUID or a domain name), got undefined.",
    ],
    [
      "an unknown name, with the nearest",
      "getCustomer",
      [{ customerid: CUSTOMER }],
      "customerid",
      "Invalid `customerid`: `getCustomer` has no such parameter. Did you mean `customer_id`?",
    ],
    [
      "an unknown name that is like no other",
      "getCustomer",
      [{ customer_id: CUSTOMER, expand: "a" }],
      "expand",
      "Invalid `expand`: `getCustomer` has no such parameter. It has `version`, `customer_id`.",
    ],
    [
      "a header that options of the client send",
      "getCustomer",
      [{ customer_id: CUSTOMER, "ms-cv": "a" }],
      "ms-cv",
      "Invalid `ms-cv`: `getCustomer` has no such parameter. It has `version`, `customer_id`.",
    ],
    [
      "a body where there is none",
      "listWebhookEvents",
      [{ body: {} }],
      "body",
      "Invalid `body`: `listWebhookEvents` has no such parameter. It has `version`.",
    ],
    [
      "a missing body",
      "createWebhookRegistration",
      [{}],
      "body",
      "Invalid `body`: expected a request body, got undefined.",
    ],
    [
      "a wrong type",
      "getCustomer",
      [{ customer_id: 42 }],
      "customer_id",
      "Invalid `customer_id`: expected a tenant id (a GUID or a domain name), got 42.",
    ],
    [
      "a symbol",
      "getCustomer",
      [{ customer_id: Symbol("a") }],
      "customer_id",
      "Invalid `customer_id`: expected a tenant id (a GUID or a domain name), got a symbol.",
    ],
    [
      "a bigint",
      "listCustomers",
      [{ size: 5n }],
      "size",
      "Invalid `size`: expected a whole number from 0 to 500, got a bigint.",
    ],
    [
      "a blank id",
      "getCustomer",
      [{ customer_id: " " }],
      "customer_id",
      'Invalid `customer_id`: expected a tenant id (a GUID or a domain name), got " ".',
    ],
    [
      "a PartnerID in place of a tenant id",
      "getCustomer",
      [{ customer_id: "12345" }],
      "customer_id",
      'Invalid `customer_id`: expected a tenant id (a GUID or a domain name), got "12345", which looks like a PartnerID; `listPartnerRelationships` has the tenant id beside it.',
    ],
    [
      "a token in place of an id, without repeating it",
      "getCustomer",
      [{ customer_id: jwt() }],
      "customer_id",
      'Invalid `customer_id`: expected a tenant id (a GUID or a domain name), got "[redacted]".',
    ],
    [
      "a long value, shortened",
      "getMpnProfile",
      [{ mpnId: "a b ".repeat(1_000) }],
      "mpnId",
      `Invalid \`mpnId\`: expected a PartnerID (digits only), got "${"a b ".repeat(25)}…".`,
    ],
    [
      "a size of 501",
      "listCustomers",
      [{ size: 501 }],
      "size",
      "Invalid `size`: expected a whole number from 0 to 500, got 501.",
    ],
    [
      "both of two parameters that exclude each other",
      "getAgreementStatus",
      [{ mpnId: "1", tenantId: CUSTOMER }],
      "mpnId",
      "Pass either `mpnId` or `tenantId`.",
    ],
    [
      "another version",
      "getCustomer",
      [{ customer_id: CUSTOMER, version: "2" }],
      "version",
      'Invalid `version`: expected one of "1", got "2".',
    ],
    [
      "an id in place of the parameters",
      "getCustomer",
      [CUSTOMER],
      "parameters",
      `Invalid \`parameters\`: expected an object, got "${CUSTOMER}".`,
    ],
    [
      "null in place of the parameters",
      "listCustomers",
      [null],
      "parameters",
      "Invalid `parameters`: expected an object, got null.",
    ],
  ])("%s", (_what, method, values, parameter, message) =>
    calling(withJson({}), async (client, requests) => {
      await expect(failed(call(client, method, ...values))).resolves.toMatchObject({
        reason: "invalid-parameter",
        parameter,
        message,
        attempts: 0,
        status: undefined,
      });
      expect(requests).toEqual([]);
    }),
  );
});

describe("a success without a required property", () => {
  it.each<[string, unknown]>([
    ["absent", {}],
    ["null", { id: null }],
    ["blank", { id: " " }],
    ["of another type", { id: 1 }],
    ["in another case", { Id: "a" }],
  ])("is a malformed response when it is %s, of the raw client too", (_what, body) =>
    calling(withJson(body), async (client) => {
      const calls = [
        () => client.getCustomer({ customer_id: CUSTOMER }),
        () =>
          client.GET("/v{version}/customers/{customer_id}", {
            params: { path: { version: "1", customer_id: CUSTOMER } },
          }),
      ];
      for (const one of calls) {
        await expect(failed(one())).resolves.toMatchObject({
          reason: "malformed-response",
          status: 200,
          message: expect.stringContaining("JSON without `id`"),
        });
      }
    }),
  );
});

describe("a client with additional paths", () => {
  interface MorePaths {
    "/v{version}/customers/{customer_id}": {
      delete: {
        parameters: { path: { version: "1"; customer_id: string } };
        responses: { 204: { content?: never } };
      };
    };
    "/v1/invoices/{invoice_id}": {
      get: {
        parameters: { path: { invoice_id: string } };
        responses: { 200: { content: { "application/json": { id: string } } } };
      };
      post: {
        parameters: { path: { invoice_id: string } };
        responses: { 200: { content: { "application/json": { id: string } } } };
      };
    };
  }

  const withMorePaths = (baseUrl: string) =>
    createPartnerCenterClient<MorePaths>({
      credential: () => "a-token",
      baseUrl,
      retry: { maxDelayMs: 1 },
    });
  const params = { path: { invoice_id: "D020001IVK" } };

  it("calls them with sign-in and ids, and retries as HTTP allows it", () =>
    withServer(
      (response, request, index) =>
        index === 0 ? response.destroy() : withJson({ id: "a" })(response, request, index),
      async ({ url, requests }) => {
        const { data } = await withMorePaths(url).GET("/v1/invoices/{invoice_id}", { params });
        const id: string | undefined = data?.id;

        expect(id).toBe("a");
        expect(requests).toHaveLength(2);
        expect(requests[1]).toMatchObject({
          url: "/v1/invoices/D020001IVK",
          headers: { authorization: "Bearer a-token", "ms-requestid": expect.any(String) },
        });
      },
    ));

  it("states of a POST whose response is lost that it may have succeeded", () =>
    withServer(
      (response) => response.destroy(),
      async ({ url, requests }) => {
        const call = withMorePaths(url).POST("/v1/invoices/{invoice_id}", { params });

        await expect(failed(call)).resolves.toMatchObject({
          reason: "network",
          hints: ["The request may have succeeded; check before you retry."],
        });
        expect(requests).toHaveLength(1);
      },
    ));

  it("adds methods to a path that the description has", () =>
    withServer(
      (response) => response.writeHead(204).end(),
      async ({ url, requests }) => {
        const client = withMorePaths(url);
        const { response } = await client.DELETE("/v{version}/customers/{customer_id}", {
          params: { path: { version: "1", customer_id: CUSTOMER } },
        });

        expect(response.status).toBe(204);
        expect(requests[0]?.method).toBe("DELETE");
        expect(client).toHaveProperty("getCustomer");
      },
    ));
});
