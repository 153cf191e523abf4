import {
  createPartnerCenterClient,
  type PartnerCenterClientOptions,
  trackingHeaders,
} from "partner-center-client";
import { withLink } from "../replies.js";
import { type ReceivedRequest, withServer } from "../server.js";

const PATH = "/v{version}/customers/relationshiprequests";
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The headers that arrive when a client with these options makes `calls` calls. */
async function sent(options: Partial<PartnerCenterClientOptions>, calls = 1) {
  return withServer(withLink, async ({ url, requests }) => {
    const client = createPartnerCenterClient({
      credential: () => "a-token",
      baseUrl: url,
      ...options,
    });
    for (let call = 0; call < calls; call += 1) {
      await client.getRelationshipRequestLink();
    }
    return requests.map(({ headers }: ReceivedRequest) => headers);
  });
}

describe("trackingHeaders", () => {
  it("sends a new GUID for request and correlation on every call", async () => {
    const [first, second] = await sent({}, 2);

    for (const name of ["ms-requestid", "ms-correlationid"]) {
      expect(first?.[name]).toMatch(GUID);
      expect(second?.[name]).toMatch(GUID);
      expect(first?.[name]).not.toBe(second?.[name]);
    }
    expect(first?.["ms-requestid"]).not.toBe(first?.["ms-correlationid"]);
  });

  it("sends one correlation id for all calls when it is given one", async () => {
    const [first, second] = await sent({ correlationId: "a-unit-of-work" }, 2);

    expect(first?.["ms-correlationid"]).toBe("a-unit-of-work");
    expect(second?.["ms-correlationid"]).toBe("a-unit-of-work");
    expect(first?.["ms-requestid"]).not.toBe(second?.["ms-requestid"]);
  });

  it("asks a function for the ids of each call", async () => {
    let calls = 0;
    const next = () => {
      calls += 1;
      return `id-${calls}`;
    };

    const [first, second] = await sent({ correlationId: next, cv: next }, 2);

    expect(first).toMatchObject({ "ms-correlationid": "id-1", "ms-cv": "id-2" });
    expect(second).toMatchObject({ "ms-correlationid": "id-3", "ms-cv": "id-4" });
  });

  it("sends no vector, locale and application unless told to", async () => {
    const [headers] = await sent({});

    expect(Object.keys(headers ?? {})).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^(ms-cv|x-locale|ms-partnercenter-application)$/),
      ]),
    );
  });

  it("asks for JSON", async () => {
    const [headers] = await sent({});

    expect(headers?.accept).toBe("application/json");
  });

  it("sends neither the version header nor the client header, which nobody needs", async () => {
    const [headers] = await sent({});

    expect(headers).not.toHaveProperty("ms-contract-version");
    expect(headers).not.toHaveProperty("ms-partnercenter-client");
  });

  it("keeps every header that the caller set, in either spelling", () =>
    withServer(withLink, async ({ url, requests }) => {
      const client = createPartnerCenterClient({
        credential: () => "a-token",
        baseUrl: url,
        correlationId: "of-the-client",
        locale: "de-DE",
      });

      await client.GET(PATH, {
        params: { path: { version: "1" }, header: { "ms-requestid": "mine", "X-Locale": "fr-FR" } },
        headers: { "MS-CorrelationId": "also mine", Accept: "text/json" },
      });

      expect(requests[0]?.headers).toMatchObject({
        "ms-requestid": "mine",
        "ms-correlationid": "also mine",
        "x-locale": "fr-FR",
        accept: "text/json",
      });
    }));

  it("makes its ids with the function that it is given", async () => {
    const middleware = trackingHeaders({ randomUUID: () => "not-random" });
    const client = createPartnerCenterClient({
      credential: () => "a-token",
      fetch: async (request) => Response.json({ url: request.headers.get("ms-requestid") }),
    });

    const { url } = await client.getRelationshipRequestLink({}, { middleware: [middleware] });

    expect(url).toMatch(GUID);
    const request = new Request("https://contoso.com");
    await middleware.onRequest?.({
      request,
      schemaPath: PATH,
      params: {},
      id: "",
      options: {
        baseUrl: "",
        parseAs: "json",
        querySerializer: () => "",
        bodySerializer: () => "",
        pathSerializer: () => "",
        fetch,
      },
    });
    expect(request.headers.get("ms-requestid")).toBe("not-random");
  });

  it.each([
    ["an empty id", { headers: new Headers({ "ms-requestid": "" }) }, "an empty string"],
    ["a control character", { headers: new Headers({ "ms-requestid": "a\u0001b" }) }, "a string"],
  ])("refuses %s before a token is asked for", async (_title, init, got) => {
    let tokens = 0;
    const client = createPartnerCenterClient({
      credential: () => {
        tokens += 1;
        return "a-token";
      },
    });

    const call = client.GET(PATH, { params: { path: { version: "1" } }, ...init });
    await expect(call).rejects.toThrow(
      new TypeError(
        `Expected \`ms-requestid\` to be text that a header can carry unchanged, got ${got}.`,
      ),
    );
    expect(tokens).toBe(0);
  });

  it("sends a parameter without the whitespace around it, which is not part of the value", () =>
    withServer(withLink, async ({ url: baseUrl, requests }) => {
      const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl });

      await client.GET(PATH, {
        params: { path: { version: "1" }, header: { "ms-correlationid": " padded " } },
      });

      expect(requests[0]?.headers["ms-correlationid"]).toBe("padded");
    }));

  it("keeps an id that the caller passes as a [name, value] pair", () =>
    withServer(withLink, async ({ url: baseUrl, requests }) => {
      const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl });

      await client.GET(PATH, {
        params: { path: { version: "1" } },
        headers: [["MS-RequestId", "the-caller's"]],
      });

      expect(requests[0]?.headers["ms-requestid"]).toBe("the-caller's");
    }));

  it("refuses an id function that gives no id", async () => {
    const client = createPartnerCenterClient({
      credential: () => "a-token",
      correlationId: () => "",
    });

    await expect(client.getRelationshipRequestLink()).rejects.toThrow(
      "Expected `ms-correlationid` to be text that a header can carry unchanged, got an empty string.",
    );
  });
});
