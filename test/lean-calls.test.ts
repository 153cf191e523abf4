import { getEventListeners } from "node:events";
import { jest } from "@jest/globals";
import fc from "fast-check";
import {
  createPartnerCenterClient,
  getRelationshipRequestLink,
  type PartnerCenterClient,
} from "partner-center-client";
import { createUndiciFetch } from "partner-center-client/undici";
import { LeanRequest } from "../src/transport/lean-request.js";
import { LINK, withLink } from "./replies.js";
import { type Handler, type ReceivedRequest, withServer } from "./server.js";

const PATH = "/v{version}/customers/relationshiprequests";
const params = { path: { version: "1" } } as const;
const credential = () => "a-token";

const withLength: Handler = (response) =>
  response.setHeader("Content-Type", "application/json").end(JSON.stringify(LINK));

/** The fetch options that send lean requests: none, and our own. */
const TRANSPORTS: Array<
  [name: string, make: () => ReturnType<typeof createUndiciFetch> | undefined]
> = [
  ["the fetch of the platform", () => undefined],
  ["createUndiciFetch", () => createUndiciFetch()],
];

/** A request without what a fetch adds to it, of which a lean request of ./undici has no need. */
function withoutFetchHeaders({ headers, ...request }: ReceivedRequest) {
  const added = ["accept-encoding", "accept-language", "sec-fetch-mode"];
  const others = Object.entries(headers).filter(([name]) => !added.includes(name));
  return { ...request, headers: Object.fromEntries(others) };
}

/** What the platform's fetch is given by a call. */
async function givenToFetch(
  call: (client: PartnerCenterClient) => Promise<unknown>,
): Promise<unknown[]> {
  const given: unknown[] = [];
  const spy = jest.spyOn(globalThis, "fetch").mockImplementation(async (input) => {
    given.push(input);
    return Response.json(LINK);
  });
  try {
    await call(createPartnerCenterClient({ credential }));
    return given;
  } finally {
    spy.mockRestore();
  }
}

describe("the platform's fetch", () => {
  it("is given a URL and an init where nobody else sees the request", async () => {
    const url = "https://api.partnercenter.microsoft.com/v1/customers/relationshiprequests";

    expect(await givenToFetch((client) => getRelationshipRequestLink(client))).toEqual([url]);
    expect(await givenToFetch((client) => client.GET(PATH, { params }))).toEqual([url]);
    expect(await givenToFetch((client) => client.request("get", PATH, { params }))).toEqual([url]);
  });

  const middleware = { onRequest: () => undefined };

  it.each<[string, (client: PartnerCenterClient) => Promise<unknown>]>([
    [
      "middleware on the client",
      (client) => {
        client.use(middleware);
        return client.GET(PATH, { params });
      },
    ],
    ["middleware on the call", (client) => client.GET(PATH, { params, middleware: [middleware] })],
    ["a Request class on the call", (client) => client.GET(PATH, { params, Request })],
    [
      "an init that a lean one cannot do",
      (client) => client.GET(PATH, { params, cache: "no-store" }),
    ],
  ])("is given a Request of the platform with %s", async (_what, call) => {
    const [given] = await givenToFetch(call);

    expect(given).toBeInstanceOf(Request);
    expect(given).not.toBeInstanceOf(LeanRequest);
  });

  it("is given a URL again once the middleware is ejected", async () => {
    const given = await givenToFetch(async (client) => {
      client.use(middleware, middleware);
      client.eject(middleware);
      await client.GET(PATH, { params });
      client.eject(middleware, { onError: () => undefined });
      await client.GET(PATH, { params });
    });

    expect(given.map((input) => typeof input)).toEqual(["object", "string"]);
  });
});

describe.each(TRANSPORTS)("over %s", (_name, make) => {
  const withClient = (handler: Handler, use: (client: PartnerCenterClient) => Promise<void>) =>
    withServer(handler, async ({ url }) => {
      const fetch = make();
      await use(createPartnerCenterClient({ credential, baseUrl: url, fetch }));
      await fetch?.close();
    });

  it.each<[string, Handler]>([
    ["says its length", withLength],
    ["comes in chunks", withLink],
  ])("JSON that %s is parsed once", (_what, handler) =>
    withClient(handler, async (client) => {
      const parse = jest.spyOn(JSON, "parse");
      try {
        const { data } = await client.GET(PATH, { params });

        expect(data).toEqual(LINK);
        expect(parse.mock.calls.filter(([text]) => String(text).includes("url"))).toHaveLength(1);
      } finally {
        parse.mockRestore();
      }
    }),
  );

  it(
    "a signal has one listener at most, and Node warns of nothing, over 10,000 calls",
    () =>
      withClient(withLength, async (client) => {
        const warnings: unknown[] = [];
        const onWarning = (warning: Error) => warnings.push(warning.name);
        process.on("warning", onWarning);
        const { signal } = new AbortController();
        let most = 0;
        let left = 10_000;
        const work = async () => {
          while (left > 0) {
            left -= 1;
            await getRelationshipRequestLink(client, {}, { signal });
            most = Math.max(most, getEventListeners(signal, "abort").length);
          }
        };
        await Promise.all(Array.from({ length: 20 }, work));

        process.off("warning", onWarning);
        expect(warnings).toEqual([]);
        expect(most).toBe(1);
        expect(getEventListeners(signal, "abort")).toHaveLength(0);
      }),
    120_000,
  );

  it("an abort ends a call with its reason", () =>
    withClient(
      () => undefined,
      async (client) => {
        const controller = new AbortController();
        const reason = { not: "even an error" };
        const call = getRelationshipRequestLink(client, {}, { signal: controller.signal });
        setTimeout(() => controller.abort(reason), 20);

        await expect(call).rejects.toBe(reason);
        expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
      },
    ));

  it("random calls look the same to the server and to the caller on both roads", async () => {
    let reply: Reply = { status: 200, body: "", isChunked: false, headers: {} };
    await withServer(
      (response) => {
        response.statusCode = reply.status;
        for (const [name, value] of Object.entries(reply.headers)) {
          response.setHeader(name, value);
        }
        if (reply.isChunked) {
          response.flushHeaders();
        }
        response.end(reply.body);
      },
      async ({ url, requests }) => {
        const fetch = make();
        const open = () =>
          createPartnerCenterClient({
            credential,
            baseUrl: `${url}/base`,
            fetch,
            correlationId: "one-for-all",
            retry: { maxRetries: 1, maxDelayMs: 0 },
          });
        const lean = open();
        const platform = open();
        platform.use({ onRequest: () => undefined });

        await fc.assert(
          fc.asyncProperty(CALL, async (call) => {
            ({ reply } = call);
            const roads: unknown[] = [];
            for (const client of [lean, platform]) {
              requests.length = 0;
              const seen = await outcomeOf(client, call);
              roads.push({ seen, requests: requests.map(withoutFetchHeaders) });
            }

            expect(roads[0]).toEqual(roads[1]);
          }),
          { numRuns: 150 },
        );
        await fetch?.close();
      },
    );
  }, 120_000);
});

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly isChunked: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

const CALL = fc.record({
  method: fc.constantFrom("get", "post", "put", "patch", "delete", "head", "options", "trace"),
  path: fc.oneof(
    fc.constant(PATH),
    fc.constantFrom(
      "/a b",
      "/%2e%2e/x",
      "/a/../b",
      "/.",
      "/a#b",
      "/a?b=c'd",
      "//double",
      "/é",
      "/a\\b",
      "/a:8080@b",
    ),
    fc.webPath().map((path) => `/${path}`),
  ),
  query: fc.dictionary(
    fc.constantFrom("indirectResellerId", "size", "x y"),
    fc.string({ unit: "grapheme" }),
    {
      noNullPrototype: true,
    },
  ),
  headers: fc.dictionary(
    fc.constantFrom(
      "X-One",
      "x-two",
      "Accept",
      "ms-cv",
      "User-Agent",
      "Authorization",
      "Content-Type",
    ),
    fc.constantFrom("a", "b c", "application/json", "é"),
    { noNullPrototype: true },
  ),
  body: fc.option(fc.oneof(fc.string(), fc.json(), fc.constant({ a: "é" })), { nil: undefined }),
  parseAs: fc.constantFrom(undefined, "json", "text", "arrayBuffer", "blob", "stream"),
  reply: fc.record({
    status: fc.constantFrom(
      200,
      200,
      200,
      201,
      202,
      203,
      204,
      205,
      302,
      304,
      400,
      401,
      403,
      404,
      429,
      500,
      503,
    ),
    body: fc.constantFrom(
      "",
      "{",
      "null",
      "[1]",
      '{"url":"https://contoso.com"}',
      "\uFEFF{}",
      "a-token",
      "<html>",
    ),
    isChunked: fc.boolean(),
    headers: fc.dictionary(
      fc.constantFrom("Content-Type", "X-Reply", "MS-RequestId", "Retry-After", "WWW-Authenticate"),
      fc.constantFrom("application/json", "text/html", "0", "é"),
      { noNullPrototype: true },
    ),
  }),
});

type RandomCall = typeof CALL extends fc.Arbitrary<infer Value> ? Value : never;

/** All that a caller can see of how a call ends. */
async function outcomeOf(client: PartnerCenterClient, call: RandomCall): Promise<unknown> {
  const { method, path, query, headers, body, parseAs } = call;
  const init = {
    params: { ...params, query },
    headers: { "ms-requestid": "a-request", ...headers },
    body,
    ...(parseAs !== undefined && { parseAs }),
  };
  try {
    const { data, error, response } = await Reflect.apply(client.request, client, [
      method,
      path,
      init,
    ]);
    const { status, statusText, ok, url, redirected, type, bodyUsed } = response;
    return {
      data: await readable(data),
      error,
      ...{ status, statusText, ok, url, redirected, type, bodyUsed },
      headers: [...response.headers].filter(([name]) => name !== "date"),
    };
  } catch (error) {
    return Object.assign({ thrown: String(error) }, JSON.parse(JSON.stringify(error)));
  }
}

async function readable(data: unknown): Promise<unknown> {
  if (data instanceof Blob || data instanceof ReadableStream) {
    return new Response(data).text();
  }
  return data instanceof ArrayBuffer ? Buffer.from(data).toString() : data;
}
