import { jest } from "@jest/globals";
import { bufferedResponse } from "../../src/transport/buffered-response.js";
import { Content } from "../../src/transport/content.js";

interface Given {
  readonly body: Uint8Array<ArrayBuffer> | null;
  readonly status?: number;
  readonly headers?: Array<[string, string]>;
}

/** What the platform has and what we have, which have to pass the same tests. */
const RESPONSES: Array<[name: string, make: (given: Given) => Response]> = [
  [
    "a Response of the platform",
    ({ body, status = 200, headers = [] }) =>
      new Response(body, { status, statusText: "Fine", headers }),
  ],
  [
    "a BufferedResponse in memory",
    ({ body, status = 200, headers = [] }) =>
      bufferedResponse(headOf(status, headers), body && new Content(Uint8Array.from(body).buffer)),
  ],
  [
    "a BufferedResponse with a body of the platform",
    ({ body, status = 200, headers = [] }) =>
      bufferedResponse(headOf(status, headers), new Response(body, { headers })),
  ],
];

function headOf(status: number, headers: Array<[string, string]>) {
  const { type, redirected, url } = new Response();
  return { status, statusText: "Fine", headers: new Headers(headers), type, redirected, url };
}

const bytes = (text: string) => Uint8Array.from(new TextEncoder().encode(text));
const JSON_TEXT = '{"url":"https://contoso.com/é"}';
const READS = ["text", "json", "arrayBuffer", "blob", "bytes", "formData"];
const call = (response: Response, name: string): Promise<unknown> =>
  Reflect.get(response, name).call(response);

async function collected(stream: ReadableStream<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  await stream?.pipeTo(new WritableStream({ write: (chunk) => void chunks.push(chunk) }));
  return Buffer.concat(chunks).toString();
}

describe.each(RESPONSES)("%s", (_name, make) => {
  const json = (headers: Array<[string, string]> = [["Content-Type", "application/json"]]) =>
    make({ body: bytes(JSON_TEXT), headers });

  it("is a Response with all of its head", () => {
    const response = make({ body: bytes("a"), status: 404, headers: [["X-One", "1"]] });

    expect(response).toBeInstanceOf(Response);
    expect(response.headers).toBeInstanceOf(Headers);
    expect(response).toMatchObject({
      status: 404,
      statusText: "Fine",
      ok: false,
      redirected: false,
      type: "default",
      url: "",
      bodyUsed: false,
    });
    expect(make({ body: null }).ok).toBe(true);
  });

  it("gives headers in the order of their names, and each cookie by itself", () => {
    const { headers } = make({
      body: null,
      headers: [
        ["Set-Cookie", "b=2"],
        ["X-B", "1"],
        ["Set-Cookie", "a=1"],
        ["X-A", "1"],
        ["X-B", "2"],
      ],
    });

    expect([...headers]).toEqual([
      ["set-cookie", "b=2"],
      ["set-cookie", "a=1"],
      ["x-a", "1"],
      ["x-b", "1, 2"],
    ]);
    expect(headers.getSetCookie()).toEqual(["b=2", "a=1"]);
  });

  it("gives text, JSON, bytes and a blob of the type that the headers say", async () => {
    expect(await json().text()).toBe(JSON_TEXT);
    expect(await json().json()).toEqual(JSON.parse(JSON_TEXT));
    expect(Buffer.from(await json().arrayBuffer()).toString()).toBe(JSON_TEXT);
    const blob = await json().blob();
    expect([await blob.text(), blob.type]).toEqual([JSON_TEXT, "application/json"]);
    expect((await json([]).blob()).type).toBe("");
    expect(await collected(json().body)).toBe(JSON_TEXT);
  });

  it.each([
    ["application/x-www-form-urlencoded", "a=1"],
    [
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
    ],
  ])("gives a form that is %s", async (type, text) => {
    const form = await make({ body: bytes(text), headers: [["Content-Type", type]] }).formData();

    expect([...form]).toEqual([["a", "1"]]);
  });

  it("gives no form when the headers say of none", async () => {
    await expect(json().formData()).rejects.toMatchObject({ name: "TypeError" });
  });

  it("leaves the byte order mark out of text and JSON, and nothing out of bytes", async () => {
    const marked = () => make({ body: bytes(`\uFEFF${JSON_TEXT}`) });

    expect(await marked().text()).toBe(JSON_TEXT);
    expect(await marked().json()).toEqual(JSON.parse(JSON_TEXT));
    expect((await marked().arrayBuffer()).byteLength).toBe(bytes(JSON_TEXT).length + 3);
  });

  it("gives U+FFFD for what is no UTF-8", async () => {
    const broken = () => make({ body: Uint8Array.of(0x22, 0xff, 0xc3, 0x22) });

    expect(await broken().text()).toBe('"\uFFFD\uFFFD"');
    expect(await broken().json()).toBe("\uFFFD\uFFFD");
    expect([...new Uint8Array(await broken().arrayBuffer())]).toEqual([0x22, 0xff, 0xc3, 0x22]);
  });

  it.each(["", "<html>", "{"])(
    "rejects %p as JSON with a SyntaxError, and is used",
    async (text) => {
      const response = make({ body: bytes(text) });

      await expect(response.json()).rejects.toMatchObject({ name: "SyntaxError" });
      expect(response.bodyUsed).toBe(true);
    },
  );

  it.each(READS.slice(0, 4))("is used, locked and unreadable once %s was called", async (name) => {
    const response = json();
    const read = call(response, name);

    expect(response.bodyUsed).toBe(true);
    expect(response.body?.locked).toBe(true);
    for (const again of READS) {
      await expect(call(response, again)).rejects.toMatchObject({ name: "TypeError" });
    }
    expect(() => response.clone()).toThrow();
    expect(() => response.body?.getReader()).toThrow(/locked/);
    await expect(response.body?.cancel()).rejects.toThrow(/locked/);
    await read;
    expect(response.body?.locked).toBe(true);
  });

  it("is unreadable while a stream reads it, and readable after that let go unread", async () => {
    const response = json();
    const reader = response.body?.getReader();

    expect(response.bodyUsed).toBe(false);
    for (const name of READS) {
      await expect(call(response, name)).rejects.toMatchObject({ name: "TypeError" });
    }
    expect(() => response.clone()).toThrow();
    reader?.releaseLock();
    expect(await response.text()).toBe(JSON_TEXT);
  });

  it("is used up by a part of it", async () => {
    const response = json();
    const reader = response.body?.getReader();
    await reader?.read();
    reader?.releaseLock();

    expect(response.bodyUsed).toBe(true);
    await expect(response.text()).rejects.toMatchObject({ name: "TypeError" });
    expect(() => response.clone()).toThrow();
  });

  it("has the same body each time that is asked for", () => {
    const response = json();

    expect(response.body).toBe(response.body);
    expect(response.body).toBeInstanceOf(ReadableStream);
  });

  it("is used once its body is cancelled", async () => {
    const response = json();
    await response.body?.cancel("enough");

    expect(response.bodyUsed).toBe(true);
    await expect(response.text()).rejects.toMatchObject({ name: "TypeError" });
  });

  it("gives a body for two by tee, and is locked", async () => {
    const response = json();
    const [one = null, other = null] = response.body?.tee() ?? [];

    expect(await Promise.all([collected(one), collected(other)])).toEqual([JSON_TEXT, JSON_TEXT]);
    await expect(response.text()).rejects.toMatchObject({ name: "TypeError" });
  });

  it.each<[string, (response: Response) => unknown]>([
    ["untouched", () => undefined],
    ["with its stream asked for", (response) => response.body],
    ["cloned before", (response) => response.clone()],
  ])("gives its body to a clone of a clone, when it is %s", async (_how, prepare) => {
    const response = json();
    prepare(response);
    const copy = response.clone().clone();

    expect(copy).toBeInstanceOf(Response);
    expect(copy.headers).not.toBe(response.headers);
    expect([...copy.headers]).toEqual([...response.headers]);
    expect(copy).toMatchObject({ status: 200, statusText: "Fine", ok: true, bodyUsed: false });
    expect(await copy.json()).toEqual(JSON.parse(JSON_TEXT));
    expect(response.bodyUsed).toBe(false);
    expect(await response.text()).toBe(JSON_TEXT);
    expect(copy.bodyUsed).toBe(true);
  });

  it("gives a clone JSON of its own", async () => {
    const response = json();
    const copy = response.clone();

    expect(await response.json()).not.toBe(await copy.json());
  });

  it.each([204, 205, 304])(
    "has no body with %d, and reads as nothing again and again",
    async (status) => {
      const response = make({ body: null, status });

      for (const one of [response, response.clone()]) {
        expect(one).toMatchObject({ status, body: null, bodyUsed: false });
        expect([await one.text(), await one.text()]).toEqual(["", ""]);
        expect((await one.arrayBuffer()).byteLength).toBe(0);
        await expect(one.json()).rejects.toMatchObject({ name: "SyntaxError" });
        expect(one.bodyUsed).toBe(false);
      }
    },
  );

  it("has an empty body that can be read once", async () => {
    const response = make({ body: new Uint8Array() });

    expect(response.body).not.toBeNull();
    expect(await response.text()).toBe("");
    expect(response.bodyUsed).toBe(true);
    await expect(response.text()).rejects.toMatchObject({ name: "TypeError" });
  });

  it("can be the body of another response", async () => {
    expect(await new Response(json().body).text()).toBe(JSON_TEXT);
  });

  it("is nothing that its members work without", async () => {
    const text = json().text;

    await expect((async () => text.call(Object(1)))()).rejects.toMatchObject({ name: "TypeError" });
  });
});

describe("a BufferedResponse", () => {
  const buffered = (text: string) =>
    bufferedResponse(headOf(200, []), new Content(bytes(text).buffer));

  it("gives bytes also where the platform has no such member yet", async () => {
    expect(await buffered("a").bytes()).toEqual(Uint8Array.of(97));
  });

  it("builds no response of the platform for text or JSON", async () => {
    const [one, two, three] = [buffered("1"), buffered("1"), buffered("1")];
    const { Response: own } = globalThis;
    globalThis.Response = new Proxy(own, {
      construct: () => {
        throw new Error("built");
      },
    });
    try {
      expect([await one?.text(), await two?.json()]).toEqual(["1", 1]);
      expect(() => three?.body).toThrow("built");
    } finally {
      globalThis.Response = own;
    }
  });
});

describe("Content", () => {
  it.each([
    ["", "empty", false],
    ["1", "1 byte, JSON", true],
    ["[1,2]", "5 bytes, JSON", true],
    ["<html>", "6 bytes, not JSON", false],
    [`"${"a".repeat(1_500)}"`, "1,502 bytes, JSON", true],
  ])("says of %p in words that it is %s", (text, words, isJson) => {
    const content = new Content(bytes(text).buffer);

    expect([content.summary, content.isJson, content.isEmpty]).toEqual([
      words,
      isJson,
      text === "",
    ]);
  });

  it("is no JSON when it is no UTF-8, whatever is in the quotes", () => {
    const content = new Content(Uint8Array.of(0x22, 0xff, 0x22).buffer);

    expect([content.isJson, content.summary]).toEqual([false, "3 bytes, not UTF-8"]);
  });

  it("parses once, however often it is asked, until the JSON is taken", () => {
    const parse = jest.spyOn(JSON, "parse");
    try {
      const content = new Content(bytes('{"a":1}').buffer);
      const taken = [content.isJson, content.summary, content.takeJson()];

      expect(parse).toHaveBeenCalledTimes(1);
      expect(taken).toEqual([true, "7 bytes, JSON", { a: 1 }]);
      expect(content.takeJson()).not.toBe(taken[2]);
    } finally {
      parse.mockRestore();
    }
  });
});
