import {
  type CallOptions,
  createPartnerCenterClient,
  type ListCustomersParameters,
  type PagedItems,
  type PartnerCenterClient,
} from "partner-center-client";
import { pageKey } from "../src/next-page.js";
import { failed } from "./failed.js";
import { serviceHeaders, withFault } from "./replies.js";
import { type Handler, type TestServer, withServer } from "./server.js";

const customer = (name: string) => ({ id: name, companyProfile: { companyName: name } });

/** Answers with this JSON, after a byte order mark. */
const withJson =
  (body: unknown): Handler =>
  (response, request) =>
    response.writeHead(200, serviceHeaders(request)).end(`\uFEFF${JSON.stringify(body)}`);

/** A page with these customers and, where there is a next one, a link to it. */
const page = (names: string[], next?: object) => ({
  totalCount: names.length,
  items: names.map(customer),
  ...(next && { links: { next } }),
});

const link = (uri: string, token = "t") => ({
  uri,
  method: "GET",
  headers: [{ key: "MS-ContinuationToken", value: token }],
});

/** Reads all customers from a server that answers with these pages in turn. */
function readAll(
  pages: Handler[],
  parameters: ListCustomersParameters = {},
  options: CallOptions = {},
) {
  return withServer(
    (response, request, index) => pages[index]?.(response, request, index),
    async ({ url, requests }) => {
      const client = createPartnerCenterClient({
        credential: () => "a-token",
        baseUrl: url,
        retry: false,
      });
      const names: unknown[] = [];
      const read = async () => {
        for await (const { id } of client.listCustomers(parameters, options)) {
          names.push(id);
        }
      };
      const error = await read().then(
        () => undefined,
        (error: unknown) => error,
      );
      return { names, error, requests };
    },
  );
}

const sentTo = (requests: TestServer["requests"]) => requests.map(({ url }) => url);

describe("a method that returns a collection", () => {
  it("gives the items of all pages, each asked for with the uri and all headers of the link before", async () => {
    const { names, error, requests } = await readAll(
      [
        withJson(
          page(["a", "b"], {
            ...link("/v1/customers?size=2&seekOperation=Next", "x,/=="),
            headers: [
              { key: "MS-ContinuationToken", value: "x,/==" },
              { key: "MS-Other", value: "1" },
            ],
          }),
        ),
        withJson(page(["c"])),
      ],
      { size: 2, filter: "{}" },
      { headers: { "X-Locale": "de-DE" } },
    );

    expect({ names, error }).toEqual({ names: ["a", "b", "c"], error: undefined });
    expect(sentTo(requests)).toEqual([
      "/v1/customers?size=2&filter=%7B%7D",
      "/v1/customers?size=2&seekOperation=Next",
    ]);
    expect(requests[1]?.headers).toMatchObject({
      "ms-continuationtoken": "x,/==",
      "ms-other": "1",
      "x-locale": "de-DE",
      authorization: "Bearer a-token",
    });
    expect(requests[1]?.headers["ms-requestid"]).not.toBe(requests[0]?.headers["ms-requestid"]);
  });

  it.each([
    "/customers?page={page}",
    "/v1/customers?page={page}",
    "customers?page={page}",
    "{base}/customers?page={page}",
    "{base}/v1/customers?page={page}",
  ])("follows the link %s, with or without the version, below each base URL", async (uri) => {
    for (const basePath of ["", "/base", "/v2/pc", "/v1", "/customers/v1"]) {
      const { names, requests } = await withServer(
        (response, request, index) => {
          const base = `http://${request.headers.host}${basePath}`;
          const next = link(
            uri.replace("{base}", base).replace("{page}", String(index + 2)),
            String(index),
          );
          withJson(page([`c${index}`], index < 2 ? next : undefined))(response, request, index);
        },
        async ({ url, requests }) => {
          const client = createPartnerCenterClient({
            credential: () => "a-token",
            baseUrl: `${url}${basePath}`,
          });
          const names: unknown[] = [];
          for await (const { id } of client.listCustomers()) {
            names.push(id);
          }
          return { names, requests };
        },
      );

      expect(names).toEqual(["c0", "c1", "c2"]);
      expect(sentTo(requests)).toEqual([
        `${basePath}/v1/customers`,
        `${basePath}/v1/customers?page=2`,
        `${basePath}/v1/customers?page=3`,
      ]);
    }
  });

  it("goes by the continuation token of the body where there is no link", async () => {
    const { names, requests } = await readAll(
      [withJson({ items: [customer("a")], continuationToken: "abc" }), withJson(page(["b"]))],
      { size: 1 },
    );

    expect(names).toEqual(["a", "b"]);
    expect(requests[1]).toMatchObject({
      url: "/v1/customers?size=1&seekOperation=Next",
      headers: { "ms-continuationtoken": "abc" },
    });
  });

  it.each([
    ["https://contoso.com/v1/customers"],
    ["//contoso.com/v1/customers"],
    ["http://user:secret@{host}/v1/customers"],
    ["http://[bad"],
  ])("refuses a link to %s, and sends nothing there", async (uri) => {
    const { names, error, requests } = await readAll([
      (response, request, index) =>
        withJson(page(["a"], link(uri.replace("{host}", request.headers.host ?? ""))))(
          response,
          request,
          index,
        ),
    ]);

    expect(names).toEqual(["a"]);
    expect(requests).toHaveLength(1);
    expect(error).toMatchObject({
      reason: "malformed-response",
      message: expect.stringContaining("a page whose link to the next one cannot be followed"),
    });
    expect(String(error)).not.toContain("secret");
  });

  it.each([
    ["another method", { ...link("/v1/customers?page=2"), method: "POST" }],
    ["headers that are none", { ...link("/v1/customers?page=2"), headers: "MS-ContinuationToken" }],
    [
      "a header that cannot be sent",
      { ...link("/v1/customers?page=2"), headers: [{ key: "MS-X", value: "a\r\nb" }] },
    ],
  ])("refuses a link with %s", async (_title, next) => {
    const { error, requests } = await readAll([withJson(page(["a"], next))]);

    expect(requests).toHaveLength(1);
    expect(error).toMatchObject({ reason: "malformed-response" });
  });

  it("sends of the headers of a link those of Microsoft and those that the description names", async () => {
    const headers = {
      "ms-continuationtoken": "t",
      "MS-Other": "1",
      "X-Locale": "de-DE",
      authorization: "Bearer other",
      Host: "contoso.com",
      Cookie: "a=b",
      "X-HTTP-Method-Override": "DELETE",
      "Proxy-Authorization": "Basic YQ==",
      Accept: "text/xml",
      "X-MS-Other": "1",
    };
    const next = {
      uri: "/v1/customers?page=2",
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    };
    const { requests } = await readAll([withJson(page(["a"], next)), withJson(page(["b"]))]);

    expect(requests[1]?.headers).toMatchObject({
      authorization: "Bearer a-token",
      host: expect.stringMatching(/^127\.0\.0\.1:/),
      accept: "application/json",
      "ms-continuationtoken": "t",
      "ms-other": "1",
      "x-locale": "de-DE",
    });
    for (const name of ["cookie", "x-http-method-override", "proxy-authorization", "x-ms-other"]) {
      expect(requests[1]?.headers).not.toHaveProperty(name);
    }
  });

  it("ends with an error, and not in a loop, when a page leads to one that was read before", async () => {
    const one = link("/v1/customers?page=1", "1");
    const two = link("/v1/customers?page=2", "2");
    const { names, error, requests } = await readAll([
      withJson(page(["a"], one)),
      withJson(page(["b"], two)),
      withJson(page(["c"], one)),
    ]);

    expect(names).toEqual(["a", "b", "c"]);
    expect(requests).toHaveLength(3);
    expect(error).toMatchObject({
      reason: "malformed-response",
      message: expect.stringContaining("page 3, which links to an earlier page"),
    });
  });

  it.each([
    ["uri", link("/v1/customers?page=3", "1")],
    [
      "spelling",
      {
        ...link("/v1/customers?page=1"),
        headers: [{ key: "ms-continuationtoken", value: "1" }],
      },
    ],
  ])(
    "ends with an error when a token comes again, be it beside another %s",
    async (_what, again) => {
      const { names, error, requests } = await readAll([
        withJson(page(["a"], link("/v1/customers?page=1", "1"))),
        withJson(page(["b"], again)),
      ]);

      expect(names).toEqual(["a", "b"]);
      expect(requests).toHaveLength(2);
      expect(error).toMatchObject({ reason: "malformed-response" });
    },
  );

  it.each([null, undefined, "get"])("takes %j for the method of a link for GET", async (method) => {
    const { names, error } = await readAll([
      withJson(page(["a"], { ...link("/v1/customers?page=2"), method })),
      withJson(page(["b"])),
    ]);

    expect({ names, error }).toEqual({ names: ["a", "b"], error: undefined });
  });

  const PAST_THE_END = withFault(400, { code: 2000, description: "No such page." });

  it("takes 400 with code 2000 for the end of a list that it has begun to read", async () => {
    const { names, error } = await readAll([
      withJson(page(["a"], link("/v1/customers?page=2"))),
      PAST_THE_END,
    ]);

    expect({ names, error }).toEqual({ names: ["a"], error: undefined });
  });

  it("takes 400 with code 2000 for a failure of the first page", async () => {
    const { error } = await readAll([PAST_THE_END]);

    expect(error).toMatchObject({ status: 400, code: "2000", reason: "invalid-request" });
  });

  it("gives what the pages before had, and then the failure of a page", async () => {
    const { names, error } = await readAll([
      withJson(page(["a"], link("/v1/customers?page=2"))),
      withFault(403, { code: 20002 }),
    ]);

    expect(names).toEqual(["a"]);
    expect(error).toMatchObject({ status: 403, code: "20002" });
  });

  it.each([null, {}, { items: null }, { items: [] }])(
    "takes %j for an empty list",
    async (body) => {
      const { names, error } = await readAll([withJson(body)]);

      expect({ names, error }).toEqual({ names: [], error: undefined });
    },
  );

  it("takes an empty body for an empty list, where the description has null for one", () =>
    withServer(
      (response, request) => response.writeHead(200, serviceHeaders(request)).end(),
      async ({ url }) => {
        const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl: url });
        const pages: unknown[] = [];
        const list = client.listCustomerRelationships({ customer_id: "contoso.onmicrosoft.com" });
        for await (const { items } of list.byPage()) {
          pages.push(items);
        }

        expect(pages).toEqual([[]]);
      },
    ));

  it.each([["a list"], [{ items: {} }], [["a"]]])(
    "says which page is no collection: %j",
    async (body) => {
      const { error } = await readAll([
        withJson(page(["a"], link("/v1/customers?page=2"))),
        withJson(body),
      ]);

      expect(error).toMatchObject({
        reason: "malformed-response",
        message: expect.stringContaining("page 2, no collection"),
      });
    },
  );

  it("gives pages, and asks for none before its reader gets there", () =>
    withServer(
      (response, request, index) =>
        withJson(page([`${index}`], link(`/v1/customers?page=${index}`, `${index}`)))(
          response,
          request,
          index,
        ),
      async ({ url, requests }) => {
        const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl: url });
        const pages = client.listCustomers().byPage()[Symbol.asyncIterator]();

        expect(requests).toHaveLength(0);
        expect(await pages.next()).toMatchObject({ value: { items: [{ id: "0" }] } });
        expect(requests).toHaveLength(1);
        expect(await pages.next()).toMatchObject({ value: { items: [{ id: "1" }] } });
        expect(requests).toHaveLength(2);
      },
    ));

  it("has with each page its response, and the token to resume after it", () =>
    withServer(
      (response, request, index) =>
        [
          withJson(page(["a"], link("/v1/customers?page=2", "x,/=="))),
          withJson({ items: [customer("b")], continuationToken: "y" }),
          withJson(page(["c"], { uri: "/v1/customers?page=4" })),
          withJson(page(["d"])),
        ][index]?.(response, request, index),
      async ({ url }) => {
        const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl: url });
        const tokens: unknown[] = [];
        for await (const { continuationToken, response } of client.listCustomers().byPage()) {
          expect(response.headers.get("MS-ServerId")).toBe("030020643");
          tokens.push(continuationToken);
        }

        expect(tokens).toEqual(["x,/==", "y", undefined, undefined]);
      },
    ));

  it.each<[string, (client: PartnerCenterClient) => PagedItems<unknown>, string]>([
    [
      "listCustomers",
      (client) => client.listCustomers({ size: 2 }),
      "/v1/customers?size=2&seekOperation=Next",
    ],
    [
      "listAuditRecords, which has no seekOperation",
      (client) => client.listAuditRecords({ startDate: "2025-11-01" }),
      "/v1/auditrecords?startDate=2025-11-01",
    ],
  ])("resumes %s after a page, with the same parameters", (_what, list, expected) =>
    withServer(withJson(page(["c"])), async ({ url, requests }) => {
      const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl: url });
      for await (const { items } of list(client).byPage({ continuationToken: "x,/==" })) {
        expect(items).toMatchObject([{ id: "c" }]);
      }

      expect(requests).toMatchObject([
        { url: expected, headers: { "ms-continuationtoken": "x,/==" } },
      ]);
    }),
  );

  it("starts with the first page for a token that is undefined", () =>
    withServer(withJson(page(["a"])), async ({ url, requests }) => {
      const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl: url });
      for await (const _ of client.listCustomers().byPage({ continuationToken: undefined })) {
      }

      expect(sentTo(requests)).toEqual(["/v1/customers"]);
    }));

  it.each(["", "a\r\nb", 42, null])("refuses the token %j before anything is sent", (token) =>
    withServer(withJson(page(["a"])), async ({ url, requests }) => {
      const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl: url });
      const pages = Reflect.apply(client.listCustomers().byPage, undefined, [
        { continuationToken: token },
      ]);

      await expect(failed(pages[Symbol.asyncIterator]().next())).resolves.toMatchObject({
        reason: "invalid-parameter",
        parameter: "continuationToken",
      });
      expect(requests).toEqual([]);
    }),
  );

  it("says to start again when the service refuses the page to resume with", () =>
    withServer(withFault(400, { code: 2000 }), async ({ url, requests }) => {
      const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl: url });
      const pages = client.listCustomers().byPage({ continuationToken: "expired" });

      await expect(failed(pages[Symbol.asyncIterator]().next())).resolves.toMatchObject({
        reason: "invalid-request",
        code: "2000",
        message: expect.stringContaining("Start again without the token."),
      });
      expect(requests).toHaveLength(1);
    }));

  it("keeps no token of the pages that were read", async () => {
    const token = (number: number) => `${number}`.padEnd(8_192, "t");
    const key = await pageKey({
      path: "/v1/customers",
      params: { header: { "MS-ContinuationToken": token(1) } },
    });
    const other = await pageKey({
      path: "/v1/customers",
      params: { header: { "MS-ContinuationToken": token(2) } },
    });

    expect(key.length).toBeLessThan(150);
    expect(key).not.toBe(other);
  });

  it("starts again with the first page each time it is iterated", () =>
    withServer(withJson(page(["a"])), async ({ url, requests }) => {
      const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl: url });
      const customers = client.listCustomers();
      for await (const _ of customers) {
      }
      for await (const _ of customers) {
      }

      expect(sentTo(requests)).toEqual(["/v1/customers", "/v1/customers"]);
    }));

  it("ends with the reason of its signal between two pages", () =>
    withServer(withJson(page(["a"], link("/v1/customers?page=2"))), async ({ url, requests }) => {
      const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl: url });
      const controller = new AbortController();
      const read = async () => {
        for await (const _ of client.listCustomers({}, { signal: controller.signal })) {
          controller.abort(new Error("left"));
        }
      };

      await expect(read()).rejects.toThrow("left");
      expect(requests).toHaveLength(1);
    }));

  it("refuses a size above 500 before anything is sent", () =>
    withServer(withJson(page([])), async ({ url, requests }) => {
      const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl: url });
      const pages = client.listCustomers({ size: 501 });

      await expect(pages[Symbol.asyncIterator]().next()).rejects.toThrow(
        "Invalid `size`: expected a whole number from 0 to 500, got 501.",
      );
      expect(requests).toHaveLength(0);
    }));

  it("is told by a failed page what to quote", async () => {
    const error = await failed(
      readAll([withFault(500, { code: 800003 })]).then(({ error }) => Promise.reject(error)),
    );

    expect(error).toMatchObject({ status: 500, requestId: expect.any(String) });
  });
});
