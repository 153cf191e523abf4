import { inspect } from "node:util";
import { createPartnerCenterClient } from "partner-center-client";
import { serializePath, serializeQuery } from "../src/openapi-fetch.js";
import { LINK } from "./replies.js";

const PATH = "/v{version}/customers/relationshiprequests";
const params = { path: { version: "1" as const } };

/** A client of which nothing may arrive, as it refuses the call before. */
const client = createPartnerCenterClient({
  credential: () => "a-token",
  fetch: () => Promise.reject(new Error("It was sent.")),
  retry: false,
});

describe("a call of the raw client", () => {
  it.each([
    ["NUL", "Bearer a-secret\0"],
    ["a line break", "Bearer a-\r\nsecret"],
    ["a letter that is not Latin-1", "Bearer a-secret-未"],
  ])("refuses a header with %s, without repeating it", async (_what, value) => {
    for (const call of [
      () => client.GET(PATH, { params, headers: { Authorization: value } }),
      () => client.GET(PATH, { params, headers: { Authorization: ["Basic a", value] } }),
      () => client.request("get", PATH, { params, headers: { Authorization: value } }),
    ]) {
      const error = await call().catch((thrown: unknown) => thrown);

      expect(error).toBeInstanceOf(TypeError);
      expect(error).toHaveProperty(
        "message",
        expect.stringMatching(
          /^Expected `Authorization` to be text that a header can carry unchanged, got an? \w+\.$/,
        ),
      );
      expect(inspect(error, { showHidden: true })).not.toContain("secret");
    }
  });

  it.each<[string, unknown]>([
    ["strings in place of pairs", ["Authorization: Bearer a-secret"]],
    ["pairs of three", [["Authorization", "Bearer", "a-secret"]]],
    ["a name that HTTP does not allow", { "Bearer a-secret": "1" }],
    ["an empty name", [["", "Bearer a-secret"]]],
    ["a name with a line break", [["a\na-secret", "1"]]],
  ])("refuses headers with %s, without repeating them", async (_what, headers) => {
    const call = Reflect.apply(client.GET, undefined, [PATH, { params, headers }]);
    const error: unknown = await call.catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(TypeError);
    expect(error).toHaveProperty(
      "message",
      expect.stringMatching(
        /^Expected `headers` to be an object, `Headers` or \[name, value\] pairs, got an? \w+\.$/,
      ),
    );
    expect(inspect(error, { showHidden: true })).not.toContain("secret");
  });

  it.each<[string, object]>([
    ["pairs as header parameters", { header: [["Authorization", "Bearer a-secret"]] }],
  ])("refuses %s, without repeating them", async (_what, more) => {
    const call = Reflect.apply(client.GET, undefined, [PATH, { params: { ...params, ...more } }]);
    const error: unknown = await call.catch((thrown: unknown) => thrown);

    expect(error).toHaveProperty(
      "message",
      "Expected `params.header` to be an object, got an array.",
    );
  });

  it.each<[string, unknown]>([
    ["text with a query", "nonsense?key=a-secret"],
    ["an object", new String("https://user:a-secret@contoso.com")],
    ["a number", 443],
  ])("refuses a base URL that is %s, without repeating it", async (_what, baseUrl) => {
    const call = Reflect.apply(client.GET, undefined, [PATH, { params, baseUrl }]);
    const error: unknown = await call.catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(TypeError);
    expect(inspect(error, { showHidden: true })).toMatch(/Expected `baseUrl` to be /);
    expect(inspect(error, { showHidden: true })).not.toContain("secret");
  });

  it("sends the text of a header value that it has checked", async () => {
    let reads = 0;
    const value = { toString: () => (++reads === 1 ? "checked" : "a-\r\nsecret") };
    const sent: unknown[] = [];
    const taking = createPartnerCenterClient({
      credential: () => "a-token",
      fetch: async (request) => {
        sent.push(request.headers.get("X-Value"));
        return Response.json({ url: "a" });
      },
    });

    await Reflect.apply(taking.GET, undefined, [PATH, { params, headers: { "X-Value": value } }]);

    expect(sent).toEqual(["checked"]);
  });

  it("checks its options though there are more arguments behind them", async () => {
    const options = { params, headers: { Authorization: "Bearer a-\r\nsecret" } };
    const call = Reflect.apply(client.GET, undefined, [PATH, options, {}]);

    await expect(call).rejects.toThrow("Expected `Authorization` to be text");
  });

  it.each<[string, () => Iterable<[string, string]>]>([
    ["Headers", () => new Headers({ Authorization: "Bearer mine" })],
    ["an iterator", () => new Headers({ Authorization: "Bearer mine" }).entries()],
    ["a Map", () => new Map([["Authorization", "Bearer mine"]])],
  ])("sends headers that are %s", async (_what, headers) => {
    const sent: unknown[] = [];
    const taking = createPartnerCenterClient({
      credential: () => "a-token",
      fetch: async (request) => {
        sent.push(request.headers.get("Authorization"));
        return Response.json({ url: "a" });
      },
    });

    await Reflect.apply(taking.GET, undefined, [PATH, { params, headers: headers() }]);

    expect(sent).toEqual(["Bearer mine"]);
  });

  it("refuses an id header with NUL", async () => {
    const withId = { ...params, header: { "ms-requestid": "a\0" } };

    await expect(client.GET(PATH, { params: withId })).rejects.toThrow(
      "Expected `ms-requestid` to be text that a header can carry unchanged, got a string.",
    );
  });

  it("refuses a base URL with a password, without repeating it", async () => {
    const call = client.GET(PATH, { params, baseUrl: "https://user:a-secret@contoso.com" });

    await expect(call).rejects.toThrow(
      'Expected `baseUrl` to be a URL without user name, password, query and fragment, got "https://contoso.com/".',
    );
  });

  it("takes a value with blanks around, one that is empty and one that takes a header away", async () => {
    const sent: unknown[] = [];
    const taking = createPartnerCenterClient({
      credential: () => "a-token",
      fetch: async ({ headers }) => {
        sent.push(headers.get("X-Blank"), headers.get("X-Empty"), headers.has("X-Gone"));
        return Response.json(LINK);
      },
    });

    await taking.GET(PATH, {
      params,
      headers: { "X-Blank": " a ", "X-Empty": "", "X-Gone": null },
    });

    expect(sent).toEqual(["a", "", false]);
  });
});

describe("text that cannot be written as UTF-8", () => {
  const words = 'Invalid `name`: expected well-formed text, got "\\ud800".';

  it("is refused in a query", () => {
    expect(() => serializeQuery({ name: "\ud800" })).toThrow(words);
  });

  it("is refused in a path", () => {
    expect(() => serializePath("/{name}", { name: "\ud800" })).toThrow(words);
  });
});

describe("what a path and a query are made of", () => {
  it("arrives as it was given", () => {
    expect(serializePath("/v{version}/{id}", { version: "1", id: "a/b ü" })).toBe(
      "/v1/a%2Fb%20%C3%BC",
    );
    expect(serializeQuery({ a: "b c&d", e: false, f: undefined })).toBe("a=b%20c%26d&e=false");
  });
});
