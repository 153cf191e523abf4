import { createPartnerCenterClient, traceOf } from "partner-center-client";
import { withBody, withLink } from "../replies.js";
import { withServer } from "../server.js";

const params = {
  path: { version: "1" as const },
  header: { "ms-requestid": "sent-r", "ms-correlationid": "sent-c", "ms-cv": "sent-v.0" },
};
const PATH = "/v{version}/customers/relationshiprequests";
const clientOf = (baseUrl: string) =>
  createPartnerCenterClient({ credential: () => "a-token", baseUrl, retry: false });

describe("traceOf", () => {
  it("reads the ids that the service answered", () =>
    withServer(withLink, async ({ url }) => {
      const { response } = await clientOf(url).GET(PATH, { params });

      expect(traceOf(response)).toEqual({
        requestId: "sent-r",
        correlationId: "sent-c",
        cv: "jbYZRWjU3E262f8o.0",
        serverId: "030020643",
        mfaCompliant: undefined,
      });
    }));

  it("prefers an id of the service to the one that was sent", () =>
    withServer(
      (response) => response.writeHead(400, { "MS-RequestId": "other" }).end(),
      async ({ url }) => {
        const { response } = await clientOf(url).GET(PATH, { params });

        expect(traceOf(response).requestId).toBe("other");
      },
    ));

  it("gives the ids that were sent when the gateway answers without any", () =>
    withServer(withBody(503, "text/html", "<h1>Closed</h1>"), async ({ url }) => {
      const { response } = await clientOf(url).GET(PATH, { params });
      const expected = {
        requestId: "sent-r",
        correlationId: "sent-c",
        cv: "sent-v.0",
        serverId: undefined,
        mfaCompliant: undefined,
      };

      expect(traceOf(response)).toEqual(expected);
    }));

  it.each([
    ["with a blank", "an id"],
    ["of 129 characters", "x".repeat(129)],
    ["with a letter outside of ASCII", "\u00fc"],
    ["of nothing", ""],
  ])("takes an id of the service %s for none", (_what, id) =>
    withServer(
      (response) =>
        response.writeHead(400, { "MS-RequestId": id, "MS-ServerId": id, "MS-CV": id }).end(),
      async ({ url }) => {
        const { response } = await clientOf(url).GET(PATH, { params });

        expect(traceOf(response)).toMatchObject({
          requestId: "sent-r",
          cv: "sent-v.0",
          serverId: undefined,
        });
      },
    ),
  );

  it.each([
    ["the same twice", ["sent-r", "sent-r"], "sent-r"],
    ["the one that was sent beside another", ["other", "sent-r"], "sent-r"],
    ["the first of two others", ["other", "another"], "other"],
    ["what is an id beside what is none", ["an id", "other"], "other"],
    ["nothing but commas", [",", ","], "sent-r"],
  ])("reads an id that comes on several lines: %s", (_what, lines, requestId) =>
    withServer(
      (response) => response.writeHead(400, { "MS-RequestId": lines, "MS-ServerId": lines }).end(),
      async ({ url }) => {
        const { response } = await clientOf(url).GET(PATH, { params });

        expect(traceOf(response).requestId).toBe(requestId);
      },
    ),
  );

  it.each([
    [["true"], true],
    [["True", "true"], true],
    [["true, false"], false],
    [["yes", "true"], true],
    [["yes"], undefined],
  ])("reads isMfaCompliant %j as %p", (lines, mfaCompliant) => {
    const headers = new Headers(lines.map((line): [string, string] => ["isMfaCompliant", line]));

    expect(traceOf(new Response("", { headers })).mfaCompliant).toBe(mfaCompliant);
  });

  it("gives them for a clone too", () =>
    withServer(withBody(200, "application/json", '{"url":"a"}'), async ({ url }) => {
      const client = clientOf(url);
      const traces: unknown[] = [];
      client.use({
        onResponse({ response }) {
          traces.push(traceOf(response.clone()).requestId);
        },
      });

      await client.GET(PATH, { params });

      expect(traces).toEqual(["sent-r"]);
    }));

  it("knows nothing of a response from elsewhere", () => {
    expect(traceOf(new Response())).toEqual({
      requestId: undefined,
      correlationId: undefined,
      cv: undefined,
      serverId: undefined,
      mfaCompliant: undefined,
    });
  });
});
