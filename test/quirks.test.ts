import {
  createPartnerCenterClient,
  filterBy,
  type PartnerCenterClient,
  unwrap,
} from "partner-center-client";
import { failed } from "./failed.js";
import { example, serviceHeaders, withBody, withFault } from "./replies.js";
import { type Handler, type TestServer, withServer } from "./server.js";

const CUSTOMER = "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05";
const version = "1";
const path = { version } as const;

/** Calls a service that answers with these handlers in turn. */
function calling<Result>(
  handlers: Handler | Handler[],
  use: (client: PartnerCenterClient, requests: TestServer["requests"]) => Promise<Result>,
) {
  return withServer(
    (response, request, index) => [handlers].flat()[index]?.(response, request, index),
    ({ url, requests }) =>
      use(
        createPartnerCenterClient({
          credential: () => "a-token",
          baseUrl: url,
          retry: { maxDelayMs: 1 },
        }),
        requests,
      ),
  );
}

const withJson =
  (body: unknown, more: object = {}): Handler =>
  (response, request) =>
    response
      .writeHead(200, { ...serviceHeaders(request), ...more })
      .end(`\uFEFF${JSON.stringify(body)}`);

const getCustomer = (client: PartnerCenterClient, customer_id = CUSTOMER) =>
  client.GET("/v{version}/customers/{customer_id}", { params: { path: { version, customer_id } } });

describe("a fault of the service", () => {
  it("has a third shape beside those of service and gateway: its message and code are read", () =>
    calling(
      withFault(404, {
        code: 600074,
        message: "No validation was found for this customer.",
        description: "",
        errorName: "CustomerValidationNotFound",
        isRetryable: false,
        errorMessageExtended: "InternalErrorCode=600074",
      }),
      async (client) => {
        const error = await failed(unwrap(getCustomer(client)));

        expect(error).toMatchObject({
          reason: "not-found",
          code: "600074",
          description: "No validation was found for this customer.",
        });
      },
    ));

  // No source prints the status that it comes with.
  it.each([400, 401, 403])(
    "has code 1002 for a kind of partner that may not call, whatever its status: %i",
    (status) =>
      calling(
        withFault(status, { code: 1002, description: "Authorization Failed" }),
        async (client) => {
          const error = await failed(unwrap(getCustomer(client)));

          expect(error).toMatchObject({ status, code: "1002" });
          expect(error.message).toContain("This call is for another kind of partner");
        },
      ),
  );

  it("has code 20002 where there is no relationship, and is not taken for a missing role", () =>
    calling(withFault(403, { code: 20002 }), async (client) => {
      const { message } = await failed(unwrap(getCustomer(client)));

      expect(message).toContain("There is no relationship with this tenant, yet or any more.");
      expect(message).not.toContain("role");
    }));

  it.each([
    ["a malformed id", 2000],
    ["neither id", 2001],
    ["an account that was not migrated", 2200],
    ["a reseller of another region", 2201],
    ["a reseller that has not signed", 2203],
    ["a PartnerID without reseller", 2204],
    ["a tenant without account", 2205],
    ["a tenant without agreement", 2206],
  ])("tells of %s with 400 and code %i, from which alone it is known", (_what, code) =>
    calling(
      withFault(400, { code, description: "…", data: [], source: "PartnerFD" }),
      async (client) => {
        const call = client.GET("/v{version}/compliance/csp/agreementstatus", {
          params: { path, query: { tenantId: CUSTOMER } },
        });

        await expect(failed(unwrap(call))).resolves.toMatchObject({
          reason: "invalid-request",
          code: String(code),
        });
      },
    ),
  );
});

describe("a list of the service", () => {
  it.each([0, 1, 5, 2_000_000_000, -1, null, "3", undefined])(
    "has a totalCount that is not to be relied upon: %j for two items",
    (totalCount) =>
      calling(withJson({ totalCount, items: [{ id: "a" }, { id: "b" }] }), async (client) => {
        const ids: unknown[] = [];
        for await (const { id } of client.listCustomers()) {
          ids.push(id);
        }

        expect(ids).toEqual(["a", "b"]);
      }),
  );

  it("is asked for with size=0 where a filter decides how much there is", () =>
    calling(withJson({ items: [] }), async (client, requests) => {
      const query = { size: 0, filter: filterBy("Domain", "starts_with", "contoso & söhne") };
      for await (const { items } of client.listCustomers(query).byPage()) {
        expect(items).toEqual([]);
      }
      const { searchParams } = new URL(requests[0]?.url ?? "", "http://localhost");

      expect(Object.fromEntries(searchParams)).toEqual({
        size: "0",
        filter: '{"Field":"Domain","Value":"contoso & söhne","Operator":"starts_with"}',
      });
    }));

  it("asks for the type of a relationship in PascalCase and answers in snake_case, both open", () =>
    calling(
      withJson({ items: [{ id: CUSTOMER, relationshipType: "is_something_new" }] }),
      async (client, requests) => {
        for await (const { relationshipType, state, location } of client.listPartnerRelationships({
          relationship_type: "IsSomethingNew",
        })) {
          expect([relationshipType, state, location]).toEqual([
            "is_something_new",
            undefined,
            undefined,
          ]);
        }

        expect(requests[0]?.url).toBe("/v1/relationships?relationship_type=IsSomethingNew");
      },
    ));

  it("is not asked for with an empty type of relationship", () =>
    calling([], async (client, requests) => {
      const params = { path, query: { relationship_type: "" } };

      await expect(
        failed(client.GET("/v{version}/relationships", { params })),
      ).resolves.toMatchObject({ reason: "invalid-parameter", parameter: "relationship_type" });
      expect(requests).toEqual([]);
    }));
});

describe("a customer of the service", () => {
  it.each(["advisor", "microsoft_support", "something_new", "Reseller", 1, null])(
    "may have any relationshipToPartner, documented or not: %j",
    (relationshipToPartner) =>
      calling(withJson({ id: CUSTOMER, relationshipToPartner }), async (client) => {
        await expect(unwrap(getCustomer(client))).resolves.toEqual({
          id: CUSTOMER,
          relationshipToPartner,
        });
      }),
  );

  it("is found by its domain name in place of its tenant id", () =>
    calling(withJson({ id: CUSTOMER }), async (client, requests) => {
      await unwrap(getCustomer(client, "contoso.onmicrosoft.com"));

      expect(requests[0]?.url).toBe("/v1/customers/contoso.onmicrosoft.com");
    }));
});

describe("a partner of the service", () => {
  it("has a profile whose PartnerID may be another than the one asked for, and no name", () =>
    calling(withJson({ mpnId: "4391507", profileType: "MpnProfile" }), async (client) => {
      const query = { mpnId: "9999999" };

      await expect(
        unwrap(client.GET("/v{version}/profiles/mpn", { params: { path, query } })),
      ).resolves.toEqual({ mpnId: "4391507", profileType: "MpnProfile" });
    }));

  it.each([{ mpnId: "4391507", tenantId: CUSTOMER }, {}])(
    "is asked for its agreement by exactly one id, and not by %j",
    (query) =>
      calling([], async (client, requests) => {
        const call = client.GET("/v{version}/compliance/csp/agreementstatus", {
          params: { path, query },
        });

        await expect(failed(call)).resolves.toMatchObject({ reason: "invalid-parameter" });
        expect(requests).toEqual([]);
      }),
  );

  it("is validated by a POST that only reads, so that it is repeated, and by a reply of type text/plain", () =>
    calling(
      [
        withFault(503, {}),
        withBody(200, "text/plain", JSON.stringify(example("ResellerValidation"))),
      ],
      async (client, requests) => {
        const call = client.POST("/v{version}/partners/validateresellers", {
          params: { path },
          body: { partnerIds: ["4871236"] },
        });

        await expect(unwrap(call)).resolves.toEqual(example("ResellerValidation"));
        expect(requests.map(({ body }) => body)).toEqual(
          [1, 2].map(() => '{"partnerIds":["4871236"]}'),
        );
      },
    ));
});

describe("a webhook of the service", () => {
  it.each([
    ["PascalCase", { WebhookUrl: "https://contoso.com/", WebhookEvents: ["test-created"] }],
    ["camelCase", { webhookUrl: "https://contoso.com/", webhookEvents: ["test-created"] }],
  ])("is registered as the reply has it, in %s, and perhaps without subscriber id", (_case, body) =>
    calling(withJson(body), async (client) => {
      const call = client.GET("/webhooks/v{version}/registration", { params: { path } });

      await expect(unwrap(call)).resolves.toEqual(body);
    }),
  );

  it.each([{ correlationId: CUSTOMER }, CUSTOMER])(
    "is tested with a receipt that is an object or a mere string: %j",
    (receipt) =>
      calling(withJson(receipt), async (client) => {
        const call = client.POST("/webhooks/v{version}/registration/validationEvents", {
          params: { path },
        });

        await expect(unwrap(call)).resolves.toEqual(receipt);
      }),
  );

  it("is registered by a POST that is not repeated, because the first one may have done it", () =>
    calling([withFault(500, {}), withJson({})], async (client, requests) => {
      const call = client.POST("/webhooks/v{version}/registration", {
        params: { path },
        body: { WebhookUrl: "https://contoso.com/", WebhookEvents: ["test-created"] },
      });

      await expect(failed(unwrap(call))).resolves.toMatchObject({ status: 500 });
      expect(requests).toHaveLength(1);
    }));
});

describe("an audit record of the service", () => {
  it("is null with 200 where there is none", () =>
    calling(withJson(null), async (client) => {
      const call = client.GET("/auditactivity/v{version}/auditrecords/{id}", {
        params: { path: { version, id: "a_b_c_1" } },
      });

      await expect(unwrap(call)).resolves.toBeNull();
    }));

  it("is listed below /v1 by days without a time, and may lack id, application and values", () =>
    calling(
      withJson({
        items: [{ operationType: "something_new", customizedData: [{ key: "a", value: null }] }],
      }),
      async (client, requests) => {
        for await (const record of client.listAuditRecords({ startDate: "2025-11-01" })) {
          expect(record).toEqual({
            operationType: "something_new",
            customizedData: [{ key: "a", value: null }],
          });
        }

        expect(requests[0]?.url).toBe("/v1/auditrecords?startDate=2025-11-01");
      },
    ));
});

describe("a link of the service", () => {
  it("holds its parameters before a fragment, and is handed on as it came", () => {
    const url =
      "https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&amp;partnerId=1&DAP=false#/BillingAccounts/partner-invitation";

    return calling(withJson({ url }), async (client) => {
      await expect(client.getRelationshipRequestLink()).resolves.toEqual({ url });
    });
  });
});
