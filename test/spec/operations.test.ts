import { readdir, readFile } from "node:fs/promises";
import { ROOT } from "../copy.js";
import { bundledSpec, type Description } from "./bundle.js";

// What Microsoft's documents say of all operations. The link itself has test/spec/surface.test.ts.

const BOTH = ["appPlusUser", "app"];
const USER = ["appPlusUser"];

const OPERATIONS: ReadonlyArray<
  readonly [
    operationId: string,
    request: string,
    tag: string,
    signIn: readonly string[],
    parameters: readonly string[],
  ]
> = [
  [
    "listPartnerRelationships",
    "GET /v{version}/relationships",
    "Partners",
    USER,
    ["relationship_type*", "filter"],
  ],
  [
    "getAgreementStatus",
    "GET /v{version}/compliance/csp/agreementstatus",
    "Partners",
    USER,
    ["mpnId", "tenantId"],
  ],
  ["validateResellers", "POST /v{version}/partners/validateresellers", "Partners", BOTH, []],
  ["getMpnProfile", "GET /v{version}/profiles/mpn", "Partners", USER, ["mpnId"]],
  [
    "getRelationshipRequestLink",
    "GET /v{version}/customers/relationshiprequests",
    "Invite",
    USER,
    ["indirectCloudSolutionProviderId", "indirectResellerId", "dualRoleIndirectRelationship"],
  ],
  ["listWebhookEvents", "GET /webhooks/v{version}/registration/events", "Webhooks", BOTH, []],
  ["getWebhookRegistration", "GET /webhooks/v{version}/registration", "Webhooks", BOTH, []],
  ["updateWebhookRegistration", "PUT /webhooks/v{version}/registration", "Webhooks", BOTH, []],
  ["createWebhookRegistration", "POST /webhooks/v{version}/registration", "Webhooks", BOTH, []],
  [
    "createWebhookValidation",
    "POST /webhooks/v{version}/registration/validationEvents",
    "Webhooks",
    BOTH,
    [],
  ],
  [
    "getWebhookValidation",
    "GET /webhooks/v{version}/registration/validationEvents/{correlationId}",
    "Webhooks",
    BOTH,
    ["correlationId*"],
  ],
  [
    "listCustomers",
    "GET /v{version}/customers",
    "Customers",
    BOTH,
    ["size", "filter", "seekOperation", "MS-ContinuationToken"],
  ],
  [
    "listCustomerRelationships",
    "GET /v{version}/customers/{customer_id}/relationships",
    "Customers",
    USER,
    ["customer_id*"],
  ],
  ["getCustomer", "GET /v{version}/customers/{customer_id}", "Customers", BOTH, ["customer_id*"]],
  [
    "removeResellerRelationship",
    "PATCH /v{version}/customers/{customer_id}",
    "Customers",
    USER,
    ["customer_id*"],
  ],
  [
    "listAuditRecords",
    "GET /v{version}/auditrecords",
    "Audit",
    BOTH,
    ["startDate", "endDate", "filter", "size", "MS-ContinuationToken"],
  ],
  ["getAuditRecord", "GET /auditactivity/v{version}/auditrecords/{id}", "Audit", BOTH, ["id*"]],
];

const METHODS = ["get", "put", "post", "patch", "delete"];

let description: Description;
const operations = new Map<string, Description>();

beforeAll(async () => {
  description = await bundledSpec();
  for (const [path, item] of Object.entries<Description>(description.paths)) {
    for (const method of METHODS.filter((one) => one in item)) {
      const operation = item[method];
      operations.set(operation.operationId, {
        ...operation,
        request: `${method.toUpperCase()} ${path}`,
      });
    }
  }
});

/** The schema of what an operation answers with, and of parts of it. */
function replyOf(operationId: string, ...steps: string[]): Description {
  const { schema } = operations.get(operationId).responses["200"].content["application/json"];
  return steps.reduce((part, step) => (step === "[]" ? part.items : part.properties[step]), schema);
}

function parameterOf(operationId: string, name: string): Description {
  return operations
    .get(operationId)
    .parameters.find((parameter: Description) => parameter.name === name);
}

/** The codes of the examples for a status. */
/** The properties that a schema requires, at any depth. */
function requiredIn(schema: Description): Description[] {
  const { required = [], properties = {}, items, anyOf = [] } = schema ?? {};
  return [
    ...required.map((name: string) => ({ name, ...properties[name] })),
    ...[...Object.values(properties), ...anyOf, items].flatMap((part) =>
      part === undefined ? [] : requiredIn(part),
    ),
  ];
}

function codesOf(operationId: string, status: string): unknown[] {
  const { examples } = operations.get(operationId).responses[status].content["application/json"];
  return Object.values<Description>(examples).map(({ value }) => value.code);
}

describe("the operations", () => {
  it("are these and no other, in the order of the story", () => {
    expect([...operations.keys()]).toEqual(OPERATIONS.map(([operationId]) => operationId));
    expect(description.tags.map(({ name }: Description) => name)).toEqual([
      ...new Set(OPERATIONS.map(([, , tag]) => tag)),
    ]);
  });

  it.each(OPERATIONS)("%s is %s, under %s, for %j", (operationId, request, tag, signIn, own) => {
    const operation = operations.get(operationId);
    const security = operation.security ?? description.security;
    const parameters = operation.parameters
      .filter(({ name }: Description) => name !== "version")
      .filter((parameter: Description) => !common().includes(parameter.name))
      .map(({ name, required }: Description) => name + (required ? "*" : ""));

    expect(operation.request).toBe(request);
    expect(operation.tags).toEqual([tag]);
    expect(security.flatMap((one: object) => Object.keys(one))).toEqual(signIn);
    expect(parameters).toEqual(own);
    expect(parameterOf(operationId, "version").required).toBe(true);
  });

  /** The names of the header parameters that the link has, as every operation has. */
  function common(): string[] {
    return operations
      .get("getRelationshipRequestLink")
      .parameters.filter((one: Description) => one.in === "header")
      .map(({ name }: Description) => name);
  }

  it.each(OPERATIONS)("%s has words, a page of Microsoft's, and samples", async (operationId) => {
    const { summary, description, externalDocs, ...operation } = operations.get(operationId);
    const samples = operation["x-codeSamples"];

    expect(summary.split(" ").length).toBeLessThanOrEqual(6);
    expect(description).toMatch(/\.\n$/);
    expect(externalDocs.url).toMatch(/^https:\/\/learn\.microsoft\.com\//);
    expect(samples.map(({ label }: Description) => label)).toEqual([
      "partner-center-client",
      "curl",
      ...(operationId === "getRelationshipRequestLink" ? [".NET SDK"] : []),
    ]);
  });

  it("have a sample each, and no sample is left over", async () => {
    const files = await readdir(`${ROOT}spec/code-samples`);
    const used = [...operations.values()].flatMap((operation) =>
      operation["x-codeSamples"].map(({ source }: Description) => source),
    );
    const texts = await Promise.all(
      files.map((file) => readFile(`${ROOT}spec/code-samples/${file}`, "utf8")),
    );

    expect(used.sort()).toEqual(texts.sort());
  });

  it("say of themselves whether they may be repeated where the method does not", () => {
    const said = [...operations.values()]
      .filter((operation) => "x-idempotent" in operation)
      .map((operation) => [operation.operationId, operation["x-idempotent"]]);

    expect(Object.fromEntries(said)).toEqual({
      validateResellers: true,
      removeResellerRelationship: false,
      createWebhookRegistration: false,
      createWebhookValidation: false,
    });
  });

  it("let logs show the version and what is in the query, but no filter", () => {
    const parameters = [...operations.values()].flatMap((operation) => operation.parameters);
    const names = (isLoggable: boolean, places: string[]) => [
      ...new Set(
        parameters
          .filter((one: Description) => places.includes(one.in))
          .filter((one: Description) => (one["x-loggable"] ?? false) === isLoggable)
          .map(({ name }: Description) => name),
      ),
    ];

    expect(names(true, ["path"])).toEqual(["version"]);
    expect(names(false, ["query"])).toEqual(["filter"]);
    expect(names(true, ["header"])).toEqual([]);
  });
});

describe("tenant ids", () => {
  it.each([
    ["getRelationshipRequestLink", "indirectResellerId"],
    ["getRelationshipRequestLink", "indirectCloudSolutionProviderId"],
    ["getCustomer", "customer_id"],
  ])("of %s, %s, are GUIDs or domain names", (operationId, name) => {
    const pattern = new RegExp(parameterOf(operationId, name).schema.pattern, "u");

    for (const id of [
      "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
      "4B7A1D52-0E6C-4F43-9A6D-2F8C5E1B7D90",
      "contoso.onmicrosoft.com",
      "contoso.co.uk",
      "xn--bcher-kva.example",
      "1.contoso.com",
    ]) {
      expect(id).toMatch(pattern);
    }
    for (const id of [
      "",
      " ",
      "12345",
      "4871236",
      "123.45",
      "contoso",
      "4b7a1d520e6c4f439a6d2f8c5e1b7d90",
      "{4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90}",
      "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90 ",
      "-contoso.com",
      "contoso..com",
      "contoso.com/",
      "..",
      "admin@contoso.com",
    ]) {
      expect(id).not.toMatch(pattern);
    }
  });

  it("of resellers whose agreement is asked for are GUIDs alone", () => {
    const pattern = new RegExp(parameterOf("getAgreementStatus", "tenantId").schema.pattern, "u");

    expect("4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90").toMatch(pattern);
    expect("contoso.onmicrosoft.com").not.toMatch(pattern);
  });
});

describe("what documents and recordings differ in", () => {
  it("pages have 0 to 500 items", () => {
    expect(parameterOf("listCustomers", "size").schema).toMatchObject({
      type: "integer",
      minimum: 0,
      maximum: 500,
    });
  });

  it("types of relationships are open, and not empty", () => {
    const { schema } = parameterOf("listPartnerRelationships", "relationship_type");

    expect(schema).toMatchObject({ type: "string", minLength: 1 });
    expect(schema).not.toHaveProperty("enum");
  });

  it.each([
    ["listPartnerRelationships", ["items", "[]", "relationshipType"]],
    ["listPartnerRelationships", ["items", "[]", "state"]],
    ["getCustomer", ["relationshipToPartner"]],
    ["listAuditRecords", ["items", "[]", "operationType"]],
    ["listAuditRecords", ["items", "[]", "resourceType"]],
    ["listAuditRecords", ["items", "[]", "operationStatus"]],
    ["getWebhookValidation", ["status"]],
    ["listWebhookEvents", ["[]"]],
  ])("the reply of %s has open words in %j", (operationId, steps) => {
    const schema = replyOf(operationId, ...steps);

    expect(schema.type).toBe("string");
    expect(schema).not.toHaveProperty("enum");
  });

  it("three properties of responses are required: the link, and the ids of customers and partners", () => {
    const required = [...operations.values()].flatMap(({ responses }) =>
      requiredIn(responses["200"].content?.["application/json"].schema),
    );

    expect(new Set(required.map(({ name }) => name))).toEqual(new Set(["url", "id"]));
    for (const { description } of required) {
      expect(description).toContain("Observed in every reply.");
    }
    expect(new Set(required.map(({ description }) => description)).size).toBe(3);
  });

  it("an empty list may be null, as a whole or in its items", () => {
    const [list, nothing] = replyOf("listCustomerRelationships").anyOf;

    expect(nothing).toEqual({ type: "null" });
    expect(list.properties.items.type).toEqual(["array", "null"]);
    expect(replyOf("getAuditRecord").anyOf[1]).toEqual({ type: "null" });
  });

  it("the removal takes the documented body and no other", () => {
    const { requestBody } = operations.get("removeResellerRelationship");

    expect(Object.keys(requestBody.content)).toEqual(["application/json"]);
    expect(requestBody.content["application/json"].schema).toMatchObject({
      required: ["relationshipToPartner", "attributes"],
      properties: {
        relationshipToPartner: { const: "none" },
        attributes: {
          required: ["objectType"],
          properties: { objectType: { const: "Customer" } },
          additionalProperties: false,
        },
      },
      additionalProperties: false,
    });
  });

  it("the removal answers in PascalCase", () => {
    expect(Object.keys(replyOf("removeResellerRelationship").properties)).toContain(
      "RelationshipToPartner",
    );
  });

  it("a webhook registration has both spellings", () => {
    const [pascalCase, camelCase] = replyOf("getWebhookRegistration").anyOf;

    expect(Object.keys(pascalCase.properties)).toEqual(
      expect.arrayContaining(["WebhookUrl", "WebhookEvents"]),
    );
    expect(Object.keys(camelCase.properties)).toEqual(
      expect.arrayContaining(["webhookUrl", "webhookEvents"]),
    );
  });

  it("the receipt of a test event is an object or a string", () => {
    expect(replyOf("createWebhookValidation").anyOf.map(({ type }: Description) => type)).toEqual([
      "object",
      "string",
    ]);
  });

  it.each([
    ["getAgreementStatus", "400", [2000, 2001, 2200, 2201, 2203, 2204, 2205, 2206]],
    ["listPartnerRelationships", "403", [1002, 900329]],
    ["listCustomerRelationships", "403", [1002, 20002, 900329]],
    ["getCustomer", "403", [20002]],
    ["getCustomer", "404", [60003]],
    ["removeResellerRelationship", "403", [20002, 900329]],
    ["removeResellerRelationship", "404", [3000, 60003]],
    ["getMpnProfile", "404", [3000]],
    ["listCustomers", "400", [2000, 800002]],
    ["createWebhookRegistration", "409", [undefined]],
  ])("%s has examples of its faults with status %s: %j", (operationId, status, codes) => {
    expect(new Set(codesOf(operationId, status))).toEqual(new Set(codes));
  });

  it("operations that take tokens of an app have no example of its refusal", () => {
    for (const [operationId, , , signIn] of OPERATIONS) {
      expect(codesOf(operationId, "403").includes(900329)).toBe(!signIn.includes("app"));
    }
  });

  it("the `id` of a partner leads to the link", () => {
    const { links } = operations.get("listPartnerRelationships").responses["200"];

    expect(links.linkForFirstReseller).toMatchObject({
      operationId: "getRelationshipRequestLink",
      parameters: { "query.indirectResellerId": "$response.body#/items/0/id" },
    });
  });

  it("a page tells the next one, with its headers", () => {
    const { examples } =
      operations.get("listCustomers").responses["200"].content["application/json"];
    const [first] = Object.values<Description>(examples);

    expect(first.value.links).not.toHaveProperty("next");
    expect(examples.firstPage.value.links.next).toEqual({
      uri: expect.stringMatching(/^\/v1\/customers\?/),
      method: "GET",
      headers: [{ key: "MS-ContinuationToken", value: expect.any(String) }],
    });
  });
});
