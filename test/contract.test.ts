import { createPartnerCenterClient, getRelationshipRequestLink } from "partner-center-client";
import { failed } from "./failed.js";
import { type Prism, startPrism } from "./prism.js";
import { example, LINK } from "./replies.js";

// Prism is the judge: it knows the description and nothing of this client, and refuses what breaks it.

let prism: Prism;

beforeAll(async () => {
  prism = await startPrism();
});

afterAll(() => prism.close());

const client = (options: object = {}) =>
  createPartnerCenterClient({
    credential: () => "a-token",
    baseUrl: prism.url,
    retry: false,
    ...options,
  });

describe("the client keeps the contract", () => {
  it("as a direct partner", async () => {
    await expect(getRelationshipRequestLink(client())).resolves.toEqual(LINK);
  });

  it("with every parameter", async () => {
    const link = await getRelationshipRequestLink(
      client({
        locale: "en-US",
        applicationName: "Contoso onboarding",
        cv: () => "jbYZRWjU3E262f8o.0",
      }),
      {
        indirectCloudSolutionProviderId: "9d1f0c6e-5c2b-4d2a-8f0e-6b1a7c9e2f34",
        indirectResellerId: "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
        dualRoleIndirectRelationship: false,
      },
    );

    expect(link).toEqual(LINK);
  });

  it("with the reply of 2017", async () => {
    const headers = { Prefer: "example=officePortal" };

    await expect(getRelationshipRequestLink(client(), {}, { headers })).resolves.toEqual(
      example("RelationshipRequestOfficePortal"),
    );
  });

  it.each([
    [400, "invalid-request", "800002"],
    [401, "mfa-required", "900421"],
    [403, "forbidden", "900329"],
    [404, "not-found", "60003"],
    [429, "throttled", undefined],
    [500, "service", "800003"],
    [503, "throttled", undefined],
  ])("with the documented %i", async (status, reason, code) => {
    const headers = { Prefer: `code=${status}` };
    const error = await failed(getRelationshipRequestLink(client(), {}, { headers }));

    expect(error).toMatchObject({ status, reason, code });
  });
});

describe("the judge refuses", () => {
  it("a call without a token", async () => {
    const response = await fetch(`${prism.url}/v1/customers/relationshiprequests`);

    expect(response.status).toBe(401);
  });

  it("a version that is not documented", async () => {
    const response = await fetch(`${prism.url}/v2/customers/relationshiprequests`, {
      headers: { Authorization: "Bearer a-token" },
    });

    expect(response.status).toBe(400);
  });

  it("a request id that is no GUID", async () => {
    const headers = { "ms-requestid": "1" };
    const error = await failed(getRelationshipRequestLink(client(), {}, { headers }));

    expect(error.status).toBe(400);
  });
});
