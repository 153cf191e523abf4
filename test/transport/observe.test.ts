import { inspect } from "node:util";
import { type AttemptEvent, createPartnerCenterClient } from "partner-center-client";
import { observed } from "../../src/transport/observe.js";
import { createDescribeCall } from "../../src/wire/call-context.js";
import { withFault, withLink } from "../replies.js";
import { type Handler, withServer } from "../server.js";

function eventsOf(handler: Handler, signal?: AbortSignal) {
  return withServer(handler, async ({ url }) => {
    const events: AttemptEvent[] = [];
    const client = createPartnerCenterClient({
      credential: () => "a-secret-token",
      baseUrl: `${url}/base`,
      retry: { maxRetries: 1, maxDelayMs: 1 },
      onAttempt: (event) => events.push(event),
    });
    const headers = { "ms-requestid": "r", "ms-correlationid": "c" };
    await client
      .getRelationshipRequestLink(
        {
          indirectResellerId: "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
          dualRoleIndirectRelationship: false,
        },
        { headers, ...(signal && { signal }) },
      )
      .catch(() => undefined);
    return events;
  });
}

describe("onAttempt", () => {
  it("is told of each attempt, and of nothing that is not on its list", async () => {
    const events = await eventsOf((response, request, index) =>
      (index === 0 ? withFault(503, { description: "a body" }) : withLink)(
        response,
        request,
        index,
      ),
    );

    expect(events).toEqual(
      [503, 200].map((status, index) => ({
        method: "GET",
        operationId: "getRelationshipRequestLink",
        pathTemplate: "/v{version}/customers/relationshiprequests",
        parameters: {
          version: "1",
          indirectResellerId: "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
          dualRoleIndirectRelationship: "false",
        },
        attempt: index + 1,
        durationMs: expect.any(Number),
        status,
        reason: undefined,
        requestId: "r",
        correlationId: "c",
        cv: "jbYZRWjU3E262f8o.0",
        serverId: "030020643",
      })),
    );
    expect(inspect(events, { depth: null })).not.toMatch(/a-secret-token|a body/);
  });

  it("shows the parameters that the description lets a log show, and no other", () =>
    withServer(withLink, async ({ url }) => {
      const events: AttemptEvent[] = [];
      const client = createPartnerCenterClient({
        credential: () => "a-secret-token",
        baseUrl: url,
        onAttempt: (event) => events.push(event),
      });

      await client.GET("/v{version}/customers/relationshiprequests", {
        params: { path: { version: "1" } },
        querySerializer: () => "access_token=a-secret&indirectResellerId=b",
      });

      expect(events[0]?.parameters).toEqual({ version: "1", indirectResellerId: "b" });
      expect(inspect(events)).not.toContain("a-secret");
    }));

  it("never shows the path of a call that the description does not have", async () => {
    const events: AttemptEvent[] = [];
    const attempt = observed(
      async () => new Response("{}"),
      (event) => events.push(event),
      () => 0,
      createDescribeCall(),
    );

    await attempt(new Request("https://contoso.com/v1/customers/a-secret/orders?key=a-secret"), {
      attempt: 1,
      timeoutMs: 1,
    });

    expect(events).toMatchObject([
      { method: "GET", operationId: undefined, pathTemplate: undefined, parameters: {} },
    ]);
    expect(inspect(events)).not.toContain("a-secret");
  });

  it("is told why there was no reply", async () => {
    const events = await eventsOf((response) => response.destroy());

    expect(events).toMatchObject([
      { attempt: 1, status: undefined, reason: "network", requestId: "r", serverId: undefined },
      { attempt: 2, status: undefined, reason: "network" },
    ]);
  });

  it("is told of a reply that cannot be used", async () => {
    const events = await eventsOf((response) =>
      response.writeHead(200, { "Content-Length": 2_000_000 }).end("<p>"),
    );

    expect(events).toMatchObject([{ status: 200, reason: "malformed-response" }]);
  });

  it("is told of an attempt that the caller aborted", async () => {
    const controller = new AbortController();
    const events = await eventsOf(() => controller.abort(new Error("left")), controller.signal);

    expect(events).toMatchObject([{ status: undefined, reason: undefined, requestId: "r" }]);
  });

  it("ends the call with what it throws", () =>
    withServer(withLink, async ({ url }) => {
      const client = createPartnerCenterClient({
        credential: () => "a-token",
        baseUrl: url,
        onAttempt: () => {
          throw new Error("the log is full");
        },
      });

      await expect(client.getRelationshipRequestLink()).rejects.toThrow(/^the log is full$/);
    }));
});
