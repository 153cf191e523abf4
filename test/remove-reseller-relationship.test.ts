import {
  createPartnerCenterClient,
  type PartnerCenterClientOptions,
  type RemovedCustomer,
} from "partner-center-client";
import { failed } from "./failed.js";
import { withBody, withFault } from "./replies.js";
import { type Handler, type TestServer, withServer } from "./server.js";

const CUSTOMER = "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05";
const CHECK = "`getCustomer` fails with status 403 and code 20002 when the relationship has ended.";

function remove(
  handler: Handler,
  use: (call: Promise<RemovedCustomer>, requests: TestServer["requests"]) => Promise<void>,
  options: Partial<PartnerCenterClientOptions> = {},
  customerId = CUSTOMER,
) {
  return withServer(handler, ({ url, requests }) => {
    const client = createPartnerCenterClient({
      credential: () => "a-token",
      baseUrl: url,
      ...options,
    });
    return use(client.removeResellerRelationship({ customer_id: customerId }), requests);
  });
}

describe("removeResellerRelationship", () => {
  it("sends exactly the documented body, and resolves with a reply in PascalCase", () =>
    remove(
      withBody(200, "application/json", '{"Id":null,"RelationshipToPartner":"none"}'),
      async (call, requests) => {
        await expect(call).resolves.toEqual({ Id: null, RelationshipToPartner: "none" });
        expect(requests).toMatchObject([
          {
            method: "PATCH",
            url: `/v1/customers/${CUSTOMER}`,
            body: '{"relationshipToPartner":"none","attributes":{"objectType":"Customer"}}',
            headers: { "content-type": "application/json" },
          },
        ]);
      },
    ));

  it.each<[string, Handler, object]>([
    ["no reply", (response) => response.destroy(), { reason: "network" }],
    ["500", withFault(500, { code: 800003 }), { reason: "service", status: 500 }],
    [
      "503 with Retry-After",
      withFault(503, {}, { "Retry-After": "0" }),
      { reason: "throttled", status: 503 },
    ],
    ["429", withFault(429, {}, { "Retry-After": "0" }), { reason: "throttled", status: 429 }],
    [
      "a page in place of the reply",
      withBody(200, "text/html", "<p>"),
      { reason: "malformed-response", status: 200 },
    ],
  ])("is sent once and no more after %s", (_title, handler, details) =>
    remove(handler, async (call, requests) => {
      await expect(failed(call)).resolves.toMatchObject({ ...details, attempts: 1 });
      expect(requests).toHaveLength(1);
    }),
  );

  it.each<[string, Handler]>([
    ["a lost reply", (response) => response.destroy()],
    ["a failure inside the service", withFault(500, { code: 800003 })],
    ["a page of a proxy", withBody(200, "text/html", "<p>")],
  ])("says after %s that it may have been done, and how to look", (_title, handler) =>
    remove(handler, async (call) => {
      const error = await failed(call);

      expect(error.message).toContain("The request may have succeeded; check before you retry.");
      expect(error.message).toContain(CHECK);
      expect(error.hints.join()).toContain(CHECK);
      expect(error.requestId).toEqual(expect.any(String));
    }),
  );

  it("says the same when time is up", () =>
    remove(
      () => undefined,
      async (call) => {
        await expect(failed(call)).resolves.toMatchObject({
          reason: "timeout",
          message: expect.stringContaining(CHECK),
        });
      },
      { timeoutMs: 200 },
    ));

  it("does not say so of a refusal, such as 3000 for a relationship that there is not", () =>
    remove(withFault(404, { code: 3000 }), async (call) => {
      const error = await failed(call);

      expect(error).toMatchObject({ reason: "not-found", code: "3000", hints: [] });
      expect(error.message).not.toContain("may have succeeded");
      expect(error.message).toContain("Check `customer_id` and the body, and the base URL.");
    }));

  it("is sent once more with another token after 401, which did nothing", () => {
    let tokens = 0;
    return remove(
      (response, request, index) =>
        (index === 0 ? withFault(401, { code: 400 }) : withBody(200, "application/json", "{}"))(
          response,
          request,
          index,
        ),
      async (call, requests) => {
        await expect(call).resolves.toEqual({});
        expect(requests.map(({ body }) => body)).toEqual([requests[1]?.body, requests[0]?.body]);
        expect(requests).toHaveLength(2);
      },
      { credential: () => `a-token-${++tokens}` },
    );
  });

  it.each([
    ["", "an empty string"],
    ["4871236", '"4871236", which looks like a PartnerID'],
    ["..", '".."'],
    ["a/b", '"a/b"'],
  ])("refuses %j for a customer before anything is sent", (id, got) =>
    remove(
      () => undefined,
      async (call, requests) => {
        await expect(call).rejects.toThrow(
          `Invalid \`customer_id\`: expected a tenant id (a GUID or a domain name), got ${got}`,
        );
        expect(requests).toHaveLength(0);
      },
      {},
      id,
    ),
  );
});
