import { bundledSpec, type Description } from "./bundle.js";

let description: Description;

beforeAll(async () => {
  description = await bundledSpec();
});

const NAMES = [
  "reseller-relationship-accepted-by-customer",
  "indirect-reseller-relationship-accepted-by-customer",
  "test-created",
];

describe("the webhooks", () => {
  it("are the two acceptances and the test (PAGE webhook events)", () => {
    expect(Object.keys(description.webhooks)).toEqual(NAMES);
  });

  it.each(NAMES)("%s comes by POST with both casings of its five properties", (name) => {
    const { schema } = description.webhooks[name].post.requestBody.content["application/json"];
    const [pascalCase, camelCase] = schema.anyOf.map(({ properties }: Description) =>
      Object.keys(properties),
    );

    expect(pascalCase).toEqual([
      "EventName",
      "ResourceUri",
      "ResourceName",
      "AuditUri",
      "ResourceChangeUtcDate",
    ]);
    expect(camelCase).toEqual([
      "eventName",
      "resourceUri",
      "resourceName",
      "auditUri",
      "resourceChangeUtcDate",
    ]);
    for (const { required } of schema.anyOf) {
      expect(required).toBeUndefined();
    }
  });

  it.each(NAMES)("%s is signed over the body, in one of two headers (PAGE webhooks)", (name) => {
    const { parameters, security } = description.webhooks[name].post;

    expect(parameters).toMatchObject([
      { name: "x-ms-signature", in: "header" },
      { name: "X-MS-Certificate-Url", in: "header", required: true },
      { name: "X-MS-Signature-Algorithm", required: true, schema: { enum: ["rsa-sha256"] } },
    ]);
    expect(parameters[0].required).toBeUndefined();
    expect(security).toEqual([{ signature: [] }, {}]);
    expect(description.components.securitySchemes.signature).toMatchObject({
      type: "http",
      scheme: "Signature",
    });
  });

  it.each(NAMES)("%s is answered with 200, or refused with 400, 401, 408, 413 or 503", (name) => {
    const { responses } = description.webhooks[name].post;

    expect(Object.keys(responses)).toEqual(["200", "400", "401", "408", "413", "503"]);
    for (const response of Object.values<Description>(responses)) {
      expect(response).not.toHaveProperty("headers");
    }
  });

  it.each(NAMES)("%s has an example that bears its name", (name) => {
    const { examples } = description.webhooks[name].post.requestBody.content["application/json"];
    const [{ value }] = Object.values<Description>(examples);

    expect(value.EventName ?? value.eventName).toBe(name);
  });
});
