import { createSandboxFetch, type Scenario } from "partner-center-client/sandbox";
import { examples } from "../../generated/examples.js";
import { linkRequest } from "./requests.js";

function play(scenario: Scenario, init?: RequestInit): Promise<Response> {
  return createSandboxFetch(scenario)(linkRequest({}, init));
}

describe("a failure of the service", () => {
  it.each([
    ["unauthorized", 401, examples.AccessDenied],
    ["mfa-required", 401, examples.MfaRequired],
    ["app-only", 403, examples.AppOnlyToken],
    ["bad-request", 400, examples.InvalidInput],
    ["not-found", 404, examples.TenantNotFound],
    ["failure", 500, examples.ServiceFailure],
  ] as const)(
    "%s is %d with the example of the spec and no byte order mark",
    async (name, status, example) => {
      const response = await play(name);

      expect(response.status).toBe(status);
      expect(response.headers.has("MS-ServerId")).toBe(true);
      expect(Buffer.from(await response.arrayBuffer()).toString()).toBe(JSON.stringify(example));
    },
  );

  it.each(["unauthorized", "mfa-required", "mfa-required-2019"] as const)(
    "%s says why in WWW-Authenticate",
    async (name) => {
      const response = await play(name);

      expect(response.headers.get("WWW-Authenticate")).toBe('Bearer error="invalid_token"');
    },
  );

  it("mfa-required-2019 has no body, no length and the words in the reason phrase", async () => {
    const response = await play("mfa-required-2019");

    expect(response.status).toBe(401);
    expect(response.statusText).toBe("Unauthorized - MFA required");
    expect(response.headers.has("Content-Length")).toBe(false);
    expect(await response.text()).toBe("");
  });

  it("takes any status and fault", async () => {
    const fault = { code: 900309, description: "Blocked by Conditional Access." };

    const response = await play({ scenario: "failure", status: 403, fault });

    expect(response.status).toBe(403);
    expect(await response.json()).toEqual(fault);
  });
});

describe("a failure of the gateway", () => {
  it.each([
    ["throttled", 429, examples.RateLimitExceeded],
    ["unavailable", 503, examples.GatewayUnavailable],
    [{ scenario: "failure", status: 502, fault: { statusCode: 502 } }, 502, { statusCode: 502 }],
  ] satisfies [Scenario, number, object][])(
    "%j is %d and names no ids",
    async (scenario, status, body) => {
      const response = await play(scenario);

      expect(response.status).toBe(status);
      expect(response.headers.has("MS-RequestId")).toBe(false);
      expect(await response.json()).toEqual(body);
    },
  );

  it.each([
    ["throttled", "57", "Try again in 57 seconds."],
    [{ scenario: "throttled", retryAfter: 2 }, "2", "Try again in 2 seconds."],
    [{ scenario: "throttled", retryAfter: "none" }, null, "Rate limit is exceeded."],
    [{ scenario: "unavailable", retryAfter: 0 }, "0", "Service unavailable."],
    ["unavailable", null, "Service unavailable."],
  ] satisfies [Scenario, string | null, string][])(
    "%j has Retry-After %s",
    async (scenario, retryAfter, words) => {
      const response = await play(scenario);

      expect(response.headers.get("Retry-After")).toBe(retryAfter);
      expect(await response.text()).toContain(`${words}"`);
    },
  );

  it("writes Retry-After as a date, counted from the clock it is given", async () => {
    const fetch = createSandboxFetch(
      { scenario: "throttled", retryAfter: 90, asDate: true },
      { now: () => Date.UTC(2026, 0, 1, 12) },
    );

    const response = await fetch(linkRequest());

    expect(response.headers.get("Retry-After")).toBe("Thu, 01 Jan 2026 12:01:30 GMT");
  });
});

describe("a success that is none", () => {
  it("html-page is the page of a proxy", async () => {
    const response = await play("html-page");

    expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "text/html"]);
    expect(await response.text()).toContain("<!doctype html>");
  });

  it("empty has no body", async () => {
    const response = await play("empty");

    expect(response.headers.get("Content-Length")).toBe("0");
    expect(await response.text()).toBe("");
  });

  it("truncated breaks off within the JSON", async () => {
    const text = await (await play("truncated")).text();

    expect(JSON.stringify(examples.RelationshipRequestAdminCenter)).toContain(text);
    expect(() => JSON.parse(text)).toThrow();
  });
});

describe("redirect", () => {
  it("is 302 to another host for a caller that does not follow", async () => {
    const response = await play("redirect", { redirect: "manual" });

    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toBe("https://proxy.contoso.example/sign-in");
  });

  it("leads a caller that follows to the page of a proxy", async () => {
    const response = await play("redirect");

    expect([response.status, response.redirected]).toEqual([200, true]);
    expect(response.url).toBe("https://proxy.contoso.example/sign-in");
  });

  it("fails a caller that takes it for an error", async () => {
    await expect(play("redirect", { redirect: "error" })).rejects.toThrow("fetch failed");
  });
});
