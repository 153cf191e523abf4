import { createSandboxFetch, type Scenario, scenarios } from "partner-center-client/sandbox";
import { examples } from "../../generated/examples.js";
import { LINK_URL, linkRequest } from "./requests.js";

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

describe("createSandboxFetch", () => {
  it("answers with the link of the spec, behind a byte order mark that Content-Length counts", async () => {
    const response = await createSandboxFetch()(linkRequest());

    const body = Buffer.from(await response.arrayBuffer());
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
    expect(response.headers.get("Content-Length")).toBe(String(body.length));
    expect(body.subarray(0, 3).toString("hex")).toBe("efbbbf");
    expect(JSON.parse(body.subarray(3).toString())).toEqual(
      examples.RelationshipRequestAdminCenter,
    );
  });

  it("answers the older link with 196 bytes, as the service was recorded", async () => {
    const response = await createSandboxFetch("office-portal-link")(linkRequest());

    expect(response.headers.get("Content-Length")).toBe("196");
    expect(await response.json()).toEqual(examples.RelationshipRequestOfficePortal);
  });

  it("answers with a link of the user's own", async () => {
    const reply = { url: "https://contoso.com/invite", attributes: { etag: 'W/"1"' } };

    const response = await createSandboxFetch({ scenario: "link", reply })(linkRequest());

    expect(await response.json()).toEqual(reply);
  });

  it("answers with another success of the user's own: 202", async () => {
    const response = await createSandboxFetch({ scenario: "link", status: 202 })(linkRequest());

    expect(response.status).toBe(202);
  });

  it("echoes the ids of the request and adds its own", async () => {
    const response = await createSandboxFetch()(
      linkRequest({ "ms-requestid": "request-1", "ms-correlationid": "correlation-1" }),
    );

    expect(response.headers.get("MS-RequestId")).toBe("request-1");
    expect(response.headers.get("MS-CorrelationId")).toBe("correlation-1");
    expect(response.headers.get("MS-CV")).toBe("jbYZRWjU3E262f8o.0");
    expect(response.headers.get("MS-ServerId")).toBe("030020643");
  });

  it("makes ids for a request that has none, new ones each time", async () => {
    const fetch = createSandboxFetch("failure");

    const ids = [await fetch(linkRequest()), await fetch(linkRequest())].flatMap(({ headers }) => [
      headers.get("MS-RequestId"),
      headers.get("MS-CorrelationId"),
    ]);

    expect(new Set(ids).size).toBe(4);
    for (const id of ids) {
      expect(id).toMatch(GUID);
    }
  });

  it.each([LINK_URL, new URL(LINK_URL)])(
    "takes the URL %s and an init, as fetch does",
    async (url) => {
      const response = await createSandboxFetch()(url, {
        headers: { Authorization: "Bearer any-token" },
      });

      expect(response.status).toBe(200);
      expect(response.url).toBe(LINK_URL);
      expect(response.redirected).toBe(false);
    },
  );

  it("remembers what arrived, without the token", async () => {
    const fetch = createSandboxFetch();

    await fetch(linkRequest({ Authorization: "Bearer secret", "X-Locale": "de-DE" }));
    await fetch(`${LINK_URL}?indirectResellerId=1`, { method: "POST" });

    expect(fetch.requests).toEqual([
      {
        method: "GET",
        url: LINK_URL,
        headers: { authorization: "Bearer [redacted]", "x-locale": "de-DE" },
      },
      { method: "POST", url: `${LINK_URL}?indirectResellerId=1`, headers: {} },
    ]);
    expect(JSON.stringify(fetch.requests)).not.toContain("secret");
  });

  it.each(["secret", "Basic secret", "Bearer  secret", "bearer secret", "secret secret"])(
    "remembers nothing of the secret in Authorization: %s",
    async (authorization) => {
      const fetch = createSandboxFetch();

      await fetch(linkRequest({ Authorization: authorization }));

      expect(JSON.stringify(fetch.requests)).toContain("[redacted]");
      expect(JSON.stringify(fetch.requests)).not.toContain("secret");
    },
  );

  it("plays one scenario for each request and repeats the last", async () => {
    const fetch = createSandboxFetch([
      "unavailable",
      { scenario: "failure", status: 502 },
      "not-found",
    ]);

    const statuses: number[] = [];
    for (let count = 0; count < 4; count++) {
      statuses.push((await fetch(linkRequest())).status);
    }

    expect(statuses).toEqual([503, 502, 404, 404]);
  });

  it("uses a scenario up for a request that it refuses", async () => {
    const fetch = createSandboxFetch(["unavailable", "link"]);

    const refused = await fetch(LINK_URL);
    const answered = await fetch(linkRequest());

    expect([refused.status, answered.status]).toEqual([401, 200]);
  });

  it("keeps two sandboxes apart", async () => {
    const first = createSandboxFetch(["unavailable", "link"]);
    const second = createSandboxFetch(["unavailable", "link"]);

    await first(linkRequest());

    expect((await second(linkRequest())).status).toBe(503);
    expect(second.requests).toHaveLength(1);
  });

  it("rejects with the reason of a signal that has aborted, and counts no request", async () => {
    const fetch = createSandboxFetch();

    await expect(
      fetch(linkRequest(), { signal: AbortSignal.abort(new Error("changed my mind")) }),
    ).rejects.toThrow("changed my mind");

    expect(fetch.requests).toEqual([]);
  });

  it("rejects a URL that is none, as fetch does", async () => {
    await expect(createSandboxFetch()("/v1")).rejects.toThrow(/URL/);
  });

  it.each([
    [[], "Expected `scenario` to be at least one scenario, got an array."],
    [
      { scenario: "failure", status: 200 },
      "Expected `status` to be a whole number from 400 to 599, got 200.",
    ],
    [
      { scenario: "link", status: 404 },
      "Expected `status` to be a whole number from 200 to 299, got 404.",
    ],
    [{ scenario: "slow", ms: -1 }, "Expected `ms` to be whole milliseconds, got -1."],
    [
      { scenario: "throttled", retryAfter: 0.5 },
      'Expected `retryAfter` to be whole seconds or "none", got 0.5.',
    ],
  ] satisfies [Scenario | Scenario[], string][])("refuses the scenario %j", (scenario, message) => {
    expect(() => createSandboxFetch(scenario)).toThrow(new TypeError(message));
  });

  it.each([
    ['"lnk"', "scenario"],
    ['"toString"', "scenario"],
    ["null", "scenario"],
    ['{"scenario":null}', "scenario"],
    ['{"scenario":"link","reply":null}', "reply"],
    ['{"scenario":"failure","fault":"500"}', "fault"],
  ])("refuses %s from a caller without types", (json, option) => {
    expect(() => createSandboxFetch([JSON.parse(json)])).toThrow(`Expected \`${option}\` to be `);
  });

  it("has a few words for each scenario", () => {
    const names = Object.keys(scenarios);

    expect(() => createSandboxFetch(JSON.parse(JSON.stringify(names)))).not.toThrow();
    expect(() => createSandboxFetch(JSON.parse('"typo"'))).toThrow(`one of ${names.join(", ")},`);
  });
});
