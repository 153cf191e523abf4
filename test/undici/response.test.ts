import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import type { Handler } from "../server.js";
import { FETCHES, streamed } from "./fetches.js";

const TEXT = '{"url":"https://contoso.com/é"}';
const withText: Handler = (response) => {
  response.writeHead(200, "Just fine", [
    ...["Content-Type", "application/json"],
    ...["Set-Cookie", "a=1"],
    ...["Set-Cookie", "b=2"],
    ...["X-Twice", "1"],
    ...["X-Twice", "2"],
  ]);
  response.end(TEXT);
};
const encoded =
  (encoding: string, bytes: Buffer): Handler =>
  (response) =>
    response.writeHead(200, { "Content-Encoding": encoding }).end(bytes);

type Read = (response: Response) => Promise<unknown>;

const READS: Array<[name: string, read: Read, expected: unknown]> = [
  ["text", (one) => one.text(), TEXT],
  ["json", (one) => one.json(), JSON.parse(TEXT)],
  ["arrayBuffer", async (one) => Buffer.from(await one.arrayBuffer()).toString(), TEXT],
  ["blob", async (one) => (await one.blob()).text(), TEXT],
  ["body", async (one) => (await streamed(one)).toString(), TEXT],
];

describe.each(FETCHES)("a response of %s", (_name, withFetch) => {
  it("has all of its head", () =>
    withFetch(withText, async (fetch, { url }) => {
      const response = await fetch(`${url}/path?query=1#fragment`);

      expect(response).toBeInstanceOf(Response);
      expect(response.headers).toBeInstanceOf(Headers);
      expect(response).toMatchObject({
        status: 200,
        statusText: "Just fine",
        ok: true,
        url: `${url}/path?query=1`,
        redirected: false,
        type: "basic",
        bodyUsed: false,
      });
      expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
      expect(response.headers.get("x-twice")).toBe("1, 2");
      expect(response.body).toBeInstanceOf(ReadableStream);
      expect(await response.text()).toBe(TEXT);
    }));

  it.each(READS)("gives its body by %s, once", (_name, read, expected) =>
    withFetch(withText, async (fetch, { url }) => {
      const response = await fetch(url);

      await expect(read(response)).resolves.toEqual(expected);
      expect(response.bodyUsed).toBe(true);
      for (const again of ["text", "json", "arrayBuffer", "blob", "formData"]) {
        await expect(Reflect.get(response, again).call(response)).rejects.toMatchObject({
          name: "TypeError",
        });
      }
      expect(() => response.clone()).toThrow(/./);
    }),
  );

  it.each(READS)("gives its body to a clone by %s, and stays whole", (_name, read, expected) =>
    withFetch(withText, async (fetch, { url }) => {
      const response = await fetch(url);
      const copy = response.clone();

      await expect(read(copy)).resolves.toEqual(expected);
      await expect(read(response)).resolves.toEqual(expected);
      expect(copy).toMatchObject({
        status: 200,
        statusText: "Just fine",
        url: `${url}/`,
        ok: true,
      });
      expect(copy.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
      expect(copy.headers).not.toBe(response.headers);
    }),
  );

  it("can be read by one of two that ask at once", () =>
    withFetch(withText, async (fetch, { url }) => {
      const response = await fetch(url);
      const both = await Promise.allSettled([response.text(), response.text()]);

      expect(both).toMatchObject([{ status: "fulfilled", value: TEXT }, { status: "rejected" }]);
    }));

  it("cannot be read or cloned while a stream reads it", () =>
    withFetch(withText, async (fetch, { url }) => {
      const response = await fetch(url);
      const reader = response.body?.getReader();

      await expect(response.text()).rejects.toMatchObject({ name: "TypeError" });
      expect(() => response.clone()).toThrow(/./);
      await reader?.cancel();
    }));

  it.each<[string, (response: Response) => unknown]>([
    ["after", () => undefined],
    ["before", (response) => response.body],
  ])("is read whole by nobody else, whose stream was asked for %s that", (_when, prepare) =>
    withFetch(withText, async (fetch, { url }) => {
      const response = await fetch(url);
      prepare(response);
      const text = response.text();

      expect(() => response.body?.getReader()).toThrow(/locked/);
      await expect(response.body?.cancel()).rejects.toThrow(/locked/);
      await expect(text).resolves.toBe(TEXT);
    }),
  );

  it("comes before its body, piece by piece", () => {
    let next = () => undefined as unknown;
    return withFetch(
      (response) => {
        response.writeHead(200).write("one");
        next = () => response.end("two");
      },
      async (fetch, { url }) => {
        const reader = (await fetch(url)).body?.getReader();

        expect(Buffer.from((await reader?.read())?.value ?? "").toString()).toBe("one");
        next();
        expect(Buffer.from((await reader?.read())?.value ?? "").toString()).toBe("two");
        expect((await reader?.read())?.done).toBe(true);
      },
    );
  });

  it("has a stream of bytes", () =>
    withFetch(withText, async (fetch, { url }) => {
      const reader = (await fetch(url)).body?.getReader({ mode: "byob" });

      const { value } = (await reader?.read(new Uint8Array(5))) ?? {};

      expect(Buffer.from(value ?? "").toString()).toBe(TEXT.slice(0, 5));
      await reader?.cancel();
    }));

  it("reads a form", () =>
    withFetch(
      (response) =>
        response.writeHead(200, { "Content-Type": "application/x-www-form-urlencoded" }).end("a=1"),
      async (fetch, { url }) => {
        expect((await (await fetch(url)).formData()).get("a")).toBe("1");
      },
    ));

  it("leaves out the byte order mark of text and JSON only", () =>
    withFetch(
      (response) => response.end(`\uFEFF${TEXT}`),
      async (fetch, { url }) => {
        expect(await (await fetch(url)).text()).toBe(TEXT);
        expect(await (await fetch(url)).json()).toEqual(JSON.parse(TEXT));
        expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(TEXT.length + 4);
      },
    ));

  it("rejects text that is no JSON with a SyntaxError", () =>
    withFetch(
      (response) => response.end("<html>"),
      async (fetch, { url }) => {
        await expect((await fetch(url)).json()).rejects.toMatchObject({ name: "SyntaxError" });
      },
    ));

  it.each([
    ["HEAD", 200],
    ["GET", 204],
    ["GET", 304],
  ])("has no body after %s with %d", (method, status) =>
    withFetch(
      (response) => response.writeHead(status).end(),
      async (fetch, { url }) => {
        const response = await fetch(url, { method });

        expect(response).toMatchObject({ status, body: null, bodyUsed: false });
        expect(response.clone().body).toBeNull();
        expect(await response.text()).toBe("");
        expect(response.bodyUsed).toBe(false);
      },
    ),
  );

  it("has an empty body after 200 with nothing", () =>
    withFetch(
      (response) => response.writeHead(200, { "Content-Length": "0" }).end(),
      async (fetch, { url }) => {
        const response = await fetch(url);

        expect(response.body).not.toBeNull();
        expect(await response.text()).toBe("");
        expect(response.bodyUsed).toBe(true);
      },
    ));

  it.each([
    ["gzip", gzipSync(TEXT)],
    ["deflate", deflateSync(TEXT)],
    ["br", brotliCompressSync(TEXT)],
  ])("is unpacked when it comes as %s", (encoding, bytes) =>
    withFetch(encoded(encoding, bytes), async (fetch, { url }) => {
      const response = await fetch(url);

      expect(response.headers.get("content-encoding")).toBe(encoding);
      expect(response.clone()).toMatchObject({ status: 200, url: `${url}/` });
      expect(await response.json()).toEqual(JSON.parse(TEXT));
    }),
  );

  it.each<[string, string, Buffer, string]>([
    ["raw deflate", "deflate", deflateRawSync(TEXT), TEXT],
    ["one packed twice", "gzip, br", brotliCompressSync(gzipSync(TEXT)), TEXT],
    ["raw deflate within gzip", "deflate, gzip", gzipSync(deflateRawSync(TEXT)), TEXT],
    ["nothing as gzip", "gzip", Buffer.alloc(0), ""],
    ["nothing as deflate", "deflate", Buffer.alloc(0), ""],
    ["nothing as br", "br", Buffer.alloc(0), ""],
    ["what came of gzip that was cut", "gzip", gzipSync(TEXT).subarray(0, -4), TEXT],
    ["a coding that nobody knows, as it is", "gzip, foo", Buffer.from(TEXT), TEXT],
  ])("gives %s", (_what, encoding, bytes, expected) =>
    withFetch(encoded(encoding, bytes), async (fetch, { url }) => {
      expect(await (await fetch(url)).text()).toBe(expected);
    }),
  );

  it.each([
    ["empty", Buffer.alloc(0)],
    ["cut", gzipSync(TEXT).subarray(0, 20)],
    ["none", Buffer.from(TEXT)],
  ])("ends no process when gzip that nobody reads is %s", (_what, bytes) =>
    withFetch(encoded("gzip", bytes), async (fetch, { url }) => {
      const uncaught: unknown[] = [];
      const onUncaught = (error: unknown) => uncaught.push(error);
      process.on("uncaughtException", onUncaught);
      const response = await fetch(url);
      await new Promise((resolve) => setTimeout(resolve, 50));
      process.off("uncaughtException", onUncaught);

      expect(uncaught).toEqual([]);
      await response.text().catch(() => undefined);
    }),
  );

  it("settles `closed` of a reader that reads no more, when the connection breaks", () =>
    withFetch(
      (response) => {
        response.writeHead(200, { "Content-Length": "10" }).write("12345");
        setTimeout(() => response.destroy(), 20);
      },
      async (fetch, { url }) => {
        const reader = (await fetch(url)).body?.getReader();

        await expect(reader?.closed).rejects.toMatchObject({ message: "terminated" });
      },
    ));

  it("rejects a body that is packed wrongly", () =>
    withFetch(encoded("gzip", Buffer.from(TEXT)), async (fetch, { url }) => {
      await expect((await fetch(url)).text()).rejects.toMatchObject({
        message: "terminated",
        cause: { code: "Z_DATA_ERROR" },
      });
    }));

  it("gives 404 and 500 as they are", () =>
    withFetch(
      (response, { url }) => response.writeHead(Number(url.slice(1))).end("why"),
      async (fetch, { url }) => {
        for (const status of [404, 500]) {
          const response = await fetch(`${url}/${status}`);

          expect(response).toMatchObject({ status, ok: false });
          expect(await response.text()).toBe("why");
        }
      },
    ));
});
