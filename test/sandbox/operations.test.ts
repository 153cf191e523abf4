import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { operations } from "../../generated/operations.js";
import { sandboxOperations } from "../../src/sandbox/operations/index.js";
import { bundledSpec, type Description } from "../spec/bundle.js";
import { CONTOSO, NOBODY, NORTHWIND, OWN, PROVIDER, played, RESELLER } from "./partner.js";

// ajv is the judge: it knows the description, and nothing of the sandbox.

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
let description: Description;

beforeAll(async () => {
  description = await bundledSpec();
});

/** What the judge has against a reply; an empty text when it has nothing. */
function objections(operationId: string, status: number, body: unknown): string {
  const operation = Object.values<Description>(description.paths)
    .flatMap((item) => Object.values<Description>(item))
    .find((one) => one.operationId === operationId);
  const schema = operation?.responses[status]?.content?.["application/json"]?.schema;
  if (schema === undefined) {
    return `${operationId} does not describe ${status}.`;
  }
  return ajv.validate(closed(schema), body) ? "" : ajv.errorsText(ajv.errors);
}

/** The schema without room for what it does not name. */
function closed(schema: Description): Description {
  if (Array.isArray(schema) || typeof schema !== "object" || schema === null) {
    return Array.isArray(schema) ? schema.map(closed) : schema;
  }
  const entries = Object.entries(schema).map(([name, value]) => [name, closed(value)]);
  return {
    ...Object.fromEntries(entries),
    ...(schema.properties && !schema.additionalProperties && { unevaluatedProperties: false }),
  };
}

const BODY = { relationshipToPartner: "none", attributes: { objectType: "Customer" } };
const REGISTRATION = {
  WebhookUrl: "https://hooks.fabrikam.com/",
  WebhookEvents: ["test-created", "reseller-relationship-accepted-by-customer"],
};
const WEBHOOK = "/webhooks/v1/registration";
const AGREEMENT = "/v1/compliance/csp/agreementstatus";

/** A way through every operation with its documented outcomes, in this order: what is asked, and the status of the answer. */
const STORY: readonly (readonly [string, string, number, string, unknown?])[] = [
  ["getMpnProfile", "GET", 200, "/v1/profiles/mpn"],
  ["getMpnProfile", "GET", 404, "/v1/profiles/mpn?mpnId=1206"],
  [
    "listPartnerRelationships",
    "GET",
    200,
    "/v1/relationships?relationship_type=IsIndirectResellerOf",
  ],
  ["listPartnerRelationships", "GET", 400, "/v1/relationships?relationship_type=IsFriendOf"],
  ["getAgreementStatus", "GET", 200, `${AGREEMENT}?mpnId=4871236`],
  ["getAgreementStatus", "GET", 400, `${AGREEMENT}?mpnId=4903358`],
  ["getAgreementStatus", "GET", 400, AGREEMENT],
  [
    "validateResellers",
    "POST",
    200,
    "/v1/partners/validateresellers",
    { partnerIds: ["4871236", "1"] },
  ],
  ["validateResellers", "POST", 400, "/v1/partners/validateresellers", {}],
  ["getRelationshipRequestLink", "GET", 200, "/v1/customers/relationshiprequests"],
  [
    "getRelationshipRequestLink",
    "GET",
    400,
    "/v1/customers/relationshiprequests?indirectResellerId=1",
  ],
  [
    "getRelationshipRequestLink",
    "GET",
    404,
    `/v1/customers/relationshiprequests?indirectResellerId=${NOBODY}`,
  ],
  ["listCustomers", "GET", 200, "/v1/customers?size=1"],
  ["listCustomers", "GET", 400, "/v1/customers?size=501"],
  ["getCustomer", "GET", 200, `/v1/customers/${CONTOSO}`],
  ["getCustomer", "GET", 403, `/v1/customers/${NOBODY}`],
  ["getCustomer", "GET", 404, "/v1/customers/nobody.com"],
  ["listCustomerRelationships", "GET", 200, `/v1/customers/${CONTOSO}/relationships`],
  ["listCustomerRelationships", "GET", 200, `/v1/customers/${NORTHWIND}/relationships`],
  ["listCustomerRelationships", "GET", 403, `/v1/customers/${NOBODY}/relationships`],
  ["removeResellerRelationship", "PATCH", 400, `/v1/customers/${NORTHWIND}`, {}],
  ["removeResellerRelationship", "PATCH", 200, `/v1/customers/${NORTHWIND}`, BODY],
  ["removeResellerRelationship", "PATCH", 404, `/v1/customers/${NORTHWIND}`, BODY],
  ["listAuditRecords", "GET", 200, "/v1/auditrecords?size=1"],
  ["listAuditRecords", "GET", 400, "/v1/auditrecords?startDate=2020-01-01"],
  ["getAuditRecord", "GET", 200, `/auditactivity/v1/auditrecords/${OWN}_1`],
  ["getWebhookRegistration", "GET", 404, WEBHOOK],
  ["updateWebhookRegistration", "PUT", 404, WEBHOOK, REGISTRATION],
  ["createWebhookValidation", "POST", 404, `${WEBHOOK}/validationEvents`],
  ["createWebhookRegistration", "POST", 400, WEBHOOK, {}],
  ["createWebhookRegistration", "POST", 200, WEBHOOK, REGISTRATION],
  ["createWebhookRegistration", "POST", 409, WEBHOOK, REGISTRATION],
  ["updateWebhookRegistration", "PUT", 200, WEBHOOK, REGISTRATION],
  ["getWebhookRegistration", "GET", 200, WEBHOOK],
  ["listWebhookEvents", "GET", 200, `${WEBHOOK}/events`],
  ["createWebhookValidation", "POST", 200, `${WEBHOOK}/validationEvents`],
  ["createWebhookValidation", "POST", 200, `${WEBHOOK}/validationEvents`],
  ["createWebhookValidation", "POST", 429, `${WEBHOOK}/validationEvents`],
  ["getWebhookValidation", "GET", 404, `${WEBHOOK}/validationEvents/${OWN}`],
];

/** A sandbox with a customer of a reseller and a provider, and a receiver that answers nothing. */
async function begun() {
  const fetch = () => Promise.reject(new TypeError("fetch failed"));
  const setting = played({ fetch });
  const both = { indirectResellerId: RESELLER, indirectCloudSolutionProviderId: PROVIDER };
  setting.sandbox.accept({ link: await setting.link(both) });
  return setting;
}

describe("the operations of the sandbox", () => {
  it("are for operations of the description alone", () => {
    expect(operations.map(({ operationId }) => operationId)).toEqual(
      expect.arrayContaining(Object.keys(sandboxOperations)),
    );
  });

  it("answer as the description says, each of them, to the last property", async () => {
    const { call } = await begun();
    const findings: unknown[] = [];
    const asked = new Set<string>();

    for (const [operationId, method, status, path, body] of STORY) {
      const answer = await call(path, { method, ...(body !== undefined && { body }) });
      asked.add(operationId);
      findings.push([
        operationId,
        status,
        answer.status,
        objections(operationId, status, answer.body),
      ]);
    }

    expect(findings).toEqual(
      STORY.map(([operationId, , status]) => [operationId, status, status, ""]),
    );
    expect([...asked].sort()).toEqual(Object.keys(sandboxOperations).sort());
  });

  it("answer with records and test events as the description says", async () => {
    const { call, sandbox } = await begun();
    await call(WEBHOOK, { method: "POST", body: REGISTRATION });
    const { body } = await call(`${WEBHOOK}/validationEvents`, { method: "POST" });
    await sandbox.deliver();

    const records = await call("/v1/auditrecords");
    const [{ id }] = records.body.items;
    const record = await call(`/auditactivity/v1/auditrecords/${id}`);
    const validation = await call(`${WEBHOOK}/validationEvents/${body.correlationId}`);

    expect(objections("listAuditRecords", 200, records.body)).toBe("");
    expect(objections("getAuditRecord", 200, record.body)).toBe("");
    expect(objections("getWebhookValidation", 200, validation.body)).toBe("");
  });

  it("begin every success but a removal with a byte order mark, and no fault", async () => {
    const { call } = await begun();
    const wrong: unknown[] = [];

    for (const [operationId, method, status, path, body] of STORY) {
      const { start } = await call(path, { method, ...(body !== undefined && { body }) });
      const hasMark = start === "efbbbf";
      if (hasMark !== (status === 200 && operationId !== "removeResellerRelationship")) {
        wrong.push([operationId, status, start]);
      }
    }

    expect(wrong).toEqual([]);
  });

  it("are judged: a reply with a property that nobody described is objected to", () => {
    expect(objections("getAgreementStatus", 200, { isAgreementSigned: "yes" })).toContain(
      "boolean",
    );
    expect(objections("getAgreementStatus", 200, { isSigned: true })).toContain("unevaluated");
    expect(objections("getAgreementStatus", 418, {})).toContain("does not describe 418");
  });
});
