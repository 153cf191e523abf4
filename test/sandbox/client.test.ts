import {
  createPartnerCenterClient,
  type PartnerCenterErrorReason,
  traceOf,
} from "partner-center-client";
import {
  createSandboxFetch,
  type SandboxFetch,
  type Scenario,
} from "partner-center-client/sandbox";
import { examples } from "../../generated/examples.js";
import { jwt } from "../jwt.js";

function clientOf(fetch: SandboxFetch, token = "any-token") {
  return createPartnerCenterClient({ credential: () => token, fetch });
}

describe("a client of the sandbox", () => {
  it("gets the link", async () => {
    const link = await clientOf(createSandboxFetch()).getRelationshipRequestLink();

    expect(link).toEqual(examples.RelationshipRequestAdminCenter);
  });

  it("lets a test see what it sent", async () => {
    const fetch = createSandboxFetch();

    await clientOf(fetch).getRelationshipRequestLink({
      indirectResellerId: "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
    });

    expect(fetch.requests).toMatchObject([
      {
        method: "GET",
        url: "https://api.partnercenter.microsoft.com/v1/customers/relationshiprequests?indirectResellerId=4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
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

  it.each([
    ["link", true],
    [{ scenario: "link", isMfaCompliant: false }, false],
    ["mfa-required", false],
    ["not-found", true],
    ["throttled", undefined],
  ] satisfies [Scenario, boolean | undefined][])(
    "asks about multifactor authentication, and learns from %j: %s",
    async (scenario, mfaCompliant) => {
      const client = createPartnerCenterClient({
        credential: () => "any-token",
        fetch: createSandboxFetch(scenario),
        validateMfa: true,
        retry: false,
      });

      const { response } = await client.GET("/v{version}/customers/relationshiprequests", {
        params: { path: { version: "1" } },
      });

      expect(traceOf(response).mfaCompliant).toBe(mfaCompliant);
    },
  );

  it.each([
    [{ scenario: "throttled", retryAfter: 0 }],
    [{ scenario: "unavailable", retryAfter: 0 }],
    ["failure"],
    ["dropped-connection"],
  ] satisfies [Scenario][])("tries again after %j, with the same ids", async (scenario) => {
    const fetch = createSandboxFetch([scenario, "link"]);
    const client = createPartnerCenterClient({
      credential: () => "any-token",
      fetch,
      retry: { maxDelayMs: 10 },
    });

    await client.getRelationshipRequestLink();

    const ids = fetch.requests.map(({ headers }) => headers["ms-requestid"]);
    expect(ids).toEqual([ids[0], ids[0]]);
  });

  it("renews a token that the service refused once", async () => {
    const fetch = createSandboxFetch(["unauthorized", "link"]);
    let count = 0;
    const client = createPartnerCenterClient({ credential: () => `token-${count++}`, fetch });

    await client.getRelationshipRequestLink();

    expect([count, fetch.requests.length]).toEqual([2, 2]);
  });

  it.each([
    ["throttled", { reason: "throttled", retryAfterMs: 57_000 }],
    ["unavailable", { reason: "service", status: 503 }],
    ["dropped-connection", { reason: "network" }],
  ] satisfies [Scenario, object][])(
    "fails without retry when %j is played",
    async (scenario, error) => {
      const client = createPartnerCenterClient({
        credential: () => "any-token",
        fetch: createSandboxFetch(scenario),
        retry: false,
      });

      await expect(client.getRelationshipRequestLink()).rejects.toMatchObject(error);
    },
  );

  it.each(["slow", "no-answer"] as const)(
    "ends an attempt that is %s in time",
    async (scenario) => {
      const client = createPartnerCenterClient({
        credential: () => "any-token",
        fetch: createSandboxFetch(scenario),
        timeoutMs: 30,
        retry: false,
      });

      await expect(client.getRelationshipRequestLink()).rejects.toMatchObject({
        reason: "timeout",
      });
    },
  );

  it("gets a link that comes slowly", async () => {
    const client = clientOf(createSandboxFetch({ scenario: "slow", ms: 20 }));

    expect(await client.getRelationshipRequestLink()).toEqual(
      examples.RelationshipRequestAdminCenter,
    );
  });

  it("calls the service behind the path of a proxy", async () => {
    const client = createPartnerCenterClient({
      baseUrl: "https://proxy.contoso.com/partner-center",
      credential: () => "any-token",
      fetch: createSandboxFetch("link", { basePath: "/partner-center" }),
    });

    expect(await client.getRelationshipRequestLink()).toHaveProperty("url");
  });

  it.each([
    ["unauthorized", "sign-in"],
    ["mfa-required", "mfa-required"],
    ["mfa-required-2019", "mfa-required"],
    ["app-only", "forbidden"],
    ["bad-request", "invalid-request"],
    ["not-found", "no-relationship"],
    ["html-page", "malformed-response"],
    ["empty", "malformed-response"],
    ["truncated", "malformed-response"],
    [{ scenario: "link", reply: { attributes: {} } }, "malformed-response"],
    [{ scenario: "failure", status: 409 }, "invalid-request"],
  ] satisfies [Scenario, PartnerCenterErrorReason][])(
    "fails when %j is played, for the reason %s",
    async (scenario, reason) => {
      const call = clientOf(createSandboxFetch(scenario)).getRelationshipRequestLink();

      await expect(call).rejects.toMatchObject({ name: "PartnerCenterError", reason });
    },
  );

  it("does not follow a redirect", async () => {
    const call = clientOf(createSandboxFetch("redirect")).getRelationshipRequestLink();

    await expect(call).rejects.toMatchObject({ status: 302 });
  });

  it("learns that the token of an app alone does not do", async () => {
    const token = jwt({ idtyp: "app" });

    const call = clientOf(createSandboxFetch(), token).getRelationshipRequestLink();

    await expect(call).rejects.toMatchObject({ status: 403, code: "900329" });
  });

  it("stops waiting for an answer when the caller aborts", async () => {
    const controller = new AbortController();
    const client = clientOf(createSandboxFetch("no-answer"));

    const call = client.getRelationshipRequestLink({}, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("closed the window")), 20);

    await expect(call).rejects.toThrow("closed the window");
  });
});
