import { bundledSpec, type Description } from "./bundle.js";

// What the two documents that the project was made from say, row by row:
// REFERENCE is the page of the REST reference, ARTICLE the article "Retrieve a relationship request URL",
// PAGE another page of the same documentation.

let description: Description;
let operation: Description;

beforeAll(async () => {
  description = await bundledSpec();
  operation = description.paths["/v{version}/customers/relationshiprequests"].get;
});

const fields = (object: object) => Object.keys(object).sort();

describe("the operation", () => {
  it("is GET /v{version}/customers/relationshiprequests, and there is no other method (REFERENCE)", () => {
    expect(fields(description.paths["/v{version}/customers/relationshiprequests"])).toEqual([
      "get",
    ]);
  });

  it("has the name of the reference and links to it", () => {
    expect(operation).toMatchObject({
      operationId: "getRelationshipRequestLink",
      summary: "Get relationship request link",
      tags: ["Invite"],
      externalDocs: {
        url: "https://learn.microsoft.com/rest/api/partner-center/manage-customer-accounts/get-relationship-request-link",
      },
    });
  });

  it("has no body (ARTICLE)", () => {
    expect(operation).not.toHaveProperty("requestBody");
  });

  it("is served by the global cloud and by 21Vianet (REFERENCE, ARTICLE)", () => {
    expect(description.servers.map(({ url }: Description) => url)).toEqual([
      "https://api.partnercenter.microsoft.com",
      "https://partner.partnercenterapi.microsoftonline.cn",
    ]);
  });
});

describe("the parameters", () => {
  const TENANT_ID = { type: "string", pattern: expect.any(String) };
  const documented: Array<
    [name: string, where: string, required: boolean, schema: object, source: string]
  > = [
    ["version", "path", true, { type: "string", enum: ["1"], default: "1" }, "REFERENCE"],
    ["indirectCloudSolutionProviderId", "query", false, TENANT_ID, "REFERENCE"],
    ["indirectResellerId", "query", false, TENANT_ID, "REFERENCE"],
    ["dualRoleIndirectRelationship", "query", false, { type: "boolean" }, "REFERENCE"],
    ["ms-requestid", "header", false, { type: "string", format: "uuid" }, "REFERENCE, ARTICLE"],
    ["ms-correlationid", "header", false, { type: "string", format: "uuid" }, "REFERENCE, ARTICLE"],
    ["ms-cv", "header", false, { type: "string", maxLength: 128 }, "REFERENCE"],
    ["X-Locale", "header", false, { type: "string" }, "ARTICLE"],
    ["MS-PartnerCenter-Application", "header", false, { type: "string" }, "PAGE headers"],
    ["ValidateMfa", "header", false, { type: "boolean" }, "PAGE authentication"],
  ];

  it.each(documented)("%s in %s is there", (name, where, required, schema) => {
    const parameter = operation.parameters.find((one: Description) => one.name === name);

    expect(parameter).toMatchObject({ in: where, schema, description: expect.any(String) });
    expect(parameter.required ?? false).toBe(required);
    expect(parameter.example).toBeDefined();
  });

  it("are these and no other", () => {
    expect(operation.parameters.map(({ name }: Description) => name)).toEqual(
      documented.map(([name]) => name),
    );
  });

  it("leave Authorization to the security scheme, and Accept to the media types", () => {
    expect(description.security).toEqual([
      { appPlusUser: ["https://api.partnercenter.microsoft.com/user_impersonation"] },
    ]);
    expect(description.components.securitySchemes.appPlusUser).toMatchObject({
      type: "oauth2",
      flows: {
        authorizationCode: {
          scopes: {
            "https://api.partnercenter.microsoft.com/user_impersonation": expect.any(String),
          },
        },
      },
    });
  });
});

describe("the reply", () => {
  it.each(["application/json", "text/json", "application/xml", "text/xml"])(
    "comes as %s (REFERENCE)",
    (mediaType) => {
      const { schema } = operation.responses["200"].content[mediaType];

      expect(fields(schema.properties)).toEqual(["attributes", "url"]);
    },
  );

  it("comes in these media types and no other", () => {
    expect(fields(operation.responses["200"].content)).toHaveLength(4);
  });

  it.each([
    [["url"], "string"],
    [["attributes", "etag"], "string"],
    [["attributes", "objectType"], "string"],
  ])("has the property %j (REFERENCE)", (path, type) => {
    let schema = operation.responses["200"].content["application/json"].schema;
    for (const name of path) {
      schema = schema.properties[name];
    }

    expect(schema.type).toBe(type);
  });

  it("requires the link alone, and allows what is not documented", () => {
    const { schema } = operation.responses["200"].content["application/json"];

    expect(schema.required).toEqual(["url"]);
    expect(schema).not.toHaveProperty("additionalProperties");
    expect(schema.properties.attributes).toMatchObject({ readOnly: true });
    expect(schema.properties.attributes).not.toHaveProperty("required");
  });

  it("has the headers of the sample (ARTICLE), and the answer to ValidateMfa (PAGE authentication)", () => {
    expect(fields(operation.responses["200"].headers)).toEqual(
      ["MS-CV", "MS-CorrelationId", "MS-RequestId", "MS-ServerId", "isMfaCompliant"].sort(),
    );
  });

  it.each([
    [
      "adminCenter",
      "https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=false#/BillingAccounts/partner-invitation",
    ],
    [
      "officePortal",
      "https://portal.office.com/partner/partnersignup.aspx?type=ResellerRelationship&id=3b33e682-00c3-41ee-9dd2-a548adf56438&csp=1&msppid=0",
    ],
    [
      "indirectReseller",
      "https://admin.microsoft.com/Adminportal/Home?invType=IndirectResellerRelationship&partnerId=4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90&msppId=4871236&DAP=false#/BillingAccounts/partner-invitation",
    ],
    [
      "indirectResellerAndProvider",
      "https://admin.microsoft.com/Adminportal/Home?invType=IndirectResellerRelationship&partnerId=4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90&msppId=4871236&indirectCSPId=9d1f0c6e-5c2b-4d2a-8f0e-6b1a7c9e2f34&DAP=false#/BillingAccounts/partner-invitation",
    ],
  ])("has the example %s (PAGE of today, ARTICLE, public code)", (name, url) => {
    const { examples } = operation.responses["200"].content["application/json"];

    expect(examples[name].value).toEqual({
      url,
      attributes: { objectType: "RelationshipRequest" },
    });
  });

  it("measures 196 bytes as in the sample, byte order mark included (ARTICLE)", () => {
    const { value } = operation.responses["200"].content["application/json"].examples.officePortal;

    expect(new TextEncoder().encode(`\uFEFF${JSON.stringify(value)}`)).toHaveLength(196);
  });
});

describe("the failures", () => {
  const IDS = ["MS-CV", "MS-CorrelationId", "MS-RequestId", "MS-ServerId"];
  const documented: Array<[status: string, headers: string[], code: unknown]> = [
    ["400", [...IDS], 800002],
    ["401", [...IDS, "WWW-Authenticate", "isMfaCompliant"], 400],
    ["403", [...IDS, "isMfaCompliant"], 900329],
    ["404", [...IDS], 60003],
    ["429", ["Retry-After"], undefined],
    ["500", [...IDS], 800003],
    ["503", [...IDS, "Retry-After"], undefined],
    ["default", [...IDS, "Retry-After"], 800003],
  ];

  it.each(documented)(
    "%s has headers %j and an example (PAGE error codes)",
    (status, headers, code) => {
      const response = operation.responses[status];
      const { schema, examples } = response.content["application/json"];

      expect(fields(response.headers)).toEqual([...headers].sort());
      expect(fields(schema.properties)).toEqual(
        ["code", "data", "description", "source"].concat(["message", "statusCode"]).sort(),
      );
      expect(schema.properties.code.type).toEqual(["string", "integer"]);
      expect(Object.values<Description>(examples)[0].value.code).toBe(code);
    },
  );

  it("are these and no other", () => {
    expect(fields(operation.responses)).toEqual(["200", ...documented.map(([status]) => status)]);
  });

  it.each(documented.map(([status]) => status))(
    "%s says that it is not documented for this operation",
    (status) => {
      expect(operation.responses[status].description).toMatch(/for the whole API/);
    },
  );
});

describe("the descriptions", () => {
  it("say what the link is and is not", () => {
    for (const words of ["opaque", "no customer", "no expiry", "invites nobody"]) {
      expect(operation.description).toContain(words);
    }
  });

  it("have code samples for TypeScript, curl and C#", () => {
    expect(operation["x-codeSamples"]).toEqual([
      expect.objectContaining({
        lang: "TypeScript",
        source: expect.stringContaining("await client.getRelationshipRequestLink"),
      }),
      expect.objectContaining({ lang: "Shell", source: expect.stringContaining("curl") }),
      expect.objectContaining({
        lang: "C#",
        source: expect.stringContaining(".Customers.RelationshipRequest.Get()"),
      }),
    ]);
  });
});
