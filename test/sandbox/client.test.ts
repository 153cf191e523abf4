import {
  createPartnerCenterClient,
  getRelationshipRequestLink,
  type PartnerCenterErrorReason,
  traceOf,
} from "partner-center-client";
import {
  createSandboxFetch,
  type SandboxFetch,
  type Scenario,
} from "partner-center-client/sandbox";
import { examples } from "../../generated/examples.js";
import { jwtOf } from "./requests.js";

function clientOf(fetch: SandboxFetch, token = "any-token") {
  return createPartnerCenterClient({ credential: () => token, fetch });
}

describe("a client of the sandbox", () => {
  it("gets the link", async () => {
    const link = await getRelationshipRequestLink(clientOf(createSandboxFetch()));

    expect(link).toEqual(examples.RelationshipRequestAdminCenter);
  });

  it("lets a test see what it sent", async () => {
    const fetch = createSandboxFetch();

    await getRelationshipRequestLink(clientOf(fetch), { indirectResellerId: "reseller-1" });

    expect(fetch.requests).toMatchObject([
      {
        method: "GET",
        url: "https://api.partnercenter.microsoft.com/v1/customers/relationshiprequests?indirectResellerId=reseller-1",
        headers: { authorization: "Bearer [redacted]", accept: "application/json" },
      },
    ]);
  });

  it("reads the ids that it sent from the reply", async () => {
    const fetch = createSandboxFetch();

    const { response } = await clientOf(fetch).GET("/v{version}/customers/relationshiprequests", {
      params: { path: { version: "1" } },
    });

    expect(traceOf(response)).toEqual({
      requestId: fetch.requests[0]?.headers["ms-requestid"],
      correlationId: fetch.requests[0]?.headers["ms-correlationid"],
      cv: "jbYZRWjU3E262f8o.0",
      serverId: "030020643",
    });
  });

  it("gets a link that comes slowly", async () => {
    const client = clientOf(createSandboxFetch({ scenario: "slow", ms: 20 }));

    expect(await getRelationshipRequestLink(client)).toEqual(
      examples.RelationshipRequestAdminCenter,
    );
  });

  it("calls the service behind the path of a proxy", async () => {
    const client = createPartnerCenterClient({
      baseUrl: "https://proxy.contoso.com/partner-center",
      credential: () => "any-token",
      fetch: createSandboxFetch("link", { basePath: "/partner-center" }),
    });

    expect(await getRelationshipRequestLink(client)).toHaveProperty("url");
  });

  it.each([
    ["unauthorized", "sign-in"],
    ["mfa-required", "mfa-required"],
    ["mfa-required-2019", "mfa-required"],
    ["app-only", "forbidden"],
    ["bad-request", "invalid-request"],
    ["not-found", "not-found"],
    ["html-page", "malformed-response"],
    ["empty", "malformed-response"],
    ["truncated", "malformed-response"],
    [{ scenario: "link", reply: { attributes: {} } }, "malformed-response"],
    [{ scenario: "failure", status: 409 }, "invalid-request"],
  ] satisfies [Scenario, PartnerCenterErrorReason][])(
    "fails when %j is played, for the reason %s",
    async (scenario, reason) => {
      const call = getRelationshipRequestLink(clientOf(createSandboxFetch(scenario)));

      await expect(call).rejects.toMatchObject({ name: "PartnerCenterError", reason });
    },
  );

  it("does not follow a redirect", async () => {
    const call = getRelationshipRequestLink(clientOf(createSandboxFetch("redirect")));

    await expect(call).rejects.toMatchObject({ status: 302 });
  });

  it("learns that the token of an app alone does not do", async () => {
    const token = jwtOf({ idtyp: "app", appid: "4990cffe-04e8-4e8b-808a-1175604b879f" });

    const call = getRelationshipRequestLink(clientOf(createSandboxFetch(), token));

    await expect(call).rejects.toMatchObject({ status: 403, code: "900329" });
  });

  it("stops waiting for an answer when the caller aborts", async () => {
    const controller = new AbortController();
    const client = clientOf(createSandboxFetch("no-answer"));

    const call = getRelationshipRequestLink(client, {}, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("closed the window")), 20);

    await expect(call).rejects.toThrow("closed the window");
  });
});
