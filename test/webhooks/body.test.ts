import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { type WebhookRequest } from "partner-center-client/webhooks";
import { refusal } from "./refusal.js";
import { bytesOf, delivery, makeAuthority, trusting, verifyOnce } from "./sender.js";

const MEBIBYTE = 1_048_576;

const authority = makeAuthority();
const { leaf } = authority;
const { options } = trusting(authority);

const verify = (request: WebhookRequest) => verifyOnce(request, options);

describe("a body", () => {
  it("with any one of its bits changed is refused", async () => {
    const { headers, body } = delivery(leaf);

    for (const [index, byte] of body.entries()) {
      const changed = body.with(index, byte ^ (1 << (index % 8)));
      await expect(verify({ headers, body: changed })).rejects.toMatchObject({
        reason: "wrong-signature",
      });
    }
  });

  it("is refused with any one character of its signature changed", async () => {
    const { headers, body, signature } = delivery(leaf);

    for (const [index, character] of [...signature].entries()) {
      const other = character === "A" ? "B" : "A";
      const changed = `${signature.slice(0, index)}${other}${signature.slice(index + 1)}`;
      const authorization = `Signature ${changed}`;
      const refused = await refusal(verify({ headers: { ...headers, authorization }, body }));

      expect(["wrong-signature", "malformed-signature"]).toContain(refused.reason);
    }
  });

  it("is refused with any one bit of its signature changed", async () => {
    const { headers, body, signature } = delivery(leaf);
    const bytes = Buffer.from(signature, "base64");

    for (const [index, byte] of bytes.entries()) {
      const changed = Buffer.from(bytes.with(index, byte ^ (1 << (index % 8))));
      const authorization = `Signature ${changed.toString("base64")}`;

      await expect(verify({ headers: { ...headers, authorization }, body })).rejects.toMatchObject({
        reason: "wrong-signature",
      });
    }
  });

  it.each<[string, Uint8Array]>([
    ["a byte order mark", bytesOf('\uFEFF{"EventName":"test-created"}')],
    ["CRLF", bytesOf('{\r\n  "EventName": "test-created"\r\n}\r\n')],
    ["another name twice", bytesOf('{"A":1,"A":2,"EventName":"test-created"}')],
  ])("with %s is verified as it came, and read", async (_title, body) => {
    await expect(verify(delivery(leaf, body))).resolves.toHaveProperty("eventName", "test-created");
  });

  it.each<[string, Uint8Array]>([
    ["without its byte order mark", bytesOf('\uFEFF{"EventName":"test-created"}')],
    ["with LF in place of CRLF", bytesOf('{\r\n"EventName":"test-created"}')],
  ])("is refused %s, because other bytes were signed", async (_title, body) => {
    const changed = bytesOf(new TextDecoder().decode(body).replaceAll("\r", ""));

    await expect(verify({ ...delivery(leaf, body), body: changed })).rejects.toMatchObject({
      reason: "wrong-signature",
    });
  });

  it.each<[string, Uint8Array]>([
    ["no bytes", new Uint8Array()],
    ["bytes that are no UTF-8", Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d)],
    ["UTF-16", new Uint8Array(Buffer.from('\uFEFF{"EventName":"test-created"}', "utf16le"))],
  ])("with %s is no event, though it is signed", async (_title, body) => {
    await expect(verify(delivery(leaf, body))).rejects.toMatchObject({
      reason: "not-an-event",
      status: 400,
    });
  });

  it("of 1 MiB is read, and with one byte more refused with 413", async () => {
    const padded = (size: number) => bytesOf('{"EventName":"test-created"}'.padEnd(size));

    await expect(verify(delivery(leaf, padded(MEBIBYTE)))).resolves.toHaveProperty("isKnown", true);
    await expect(verify(delivery(leaf, padded(MEBIBYTE + 1)))).rejects.toMatchObject({
      reason: "too-large",
      status: 413,
    });
  });

  it("is refused for a length that it announces, before a byte of it is read", async () => {
    const { headers } = delivery(leaf);
    let reads = 0;
    const body = new ReadableStream(
      {
        pull() {
          reads += 1;
        },
      },
      { highWaterMark: 0 },
    );

    await expect(
      verify({ headers: { ...headers, "content-length": `${MEBIBYTE + 1}` }, body }),
    ).rejects.toMatchObject({ reason: "too-large" });
    expect(reads).toBe(0);
  });

  it("of a stream without end is left after 1 MiB", async () => {
    const { headers } = delivery(leaf);
    let chunks = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(65_536));
      },
    });

    await expect(verify({ headers, body })).rejects.toMatchObject({ reason: "too-large" });
    expect(chunks).toBeLessThan(20);
  });

  it("is never unpacked, whatever Content-Encoding says", async () => {
    const { headers, body } = delivery(leaf);
    const lies = { ...headers, "content-encoding": "gzip" };

    await expect(verify({ headers: lies, body })).resolves.toHaveProperty("isKnown", true);
    await expect(
      verify({ headers: lies, body: new Uint8Array(gzipSync(body)) }),
    ).rejects.toMatchObject({ reason: "wrong-signature" });
    await expect(verify(delivery(leaf, new Uint8Array(gzipSync(body))))).rejects.toMatchObject({
      reason: "not-an-event",
    });
  });

  it.each<[string, (body: Uint8Array) => WebhookRequest["body"]]>([
    ["a stream of the web in pieces", (body) => webStream(body)],
    [
      "a stream of Node in pieces",
      (body) => Readable.from([body.subarray(0, 9), body.subarray(9)]),
    ],
    ["a buffer", (body) => Buffer.from(body)],
  ])("may come as %s", async (_title, as) => {
    const { headers, body } = delivery(leaf);

    await expect(verify({ headers, body: as(body) })).resolves.toHaveProperty("isKnown", true);
  });

  it("that ends too soon is refused with 400", async () => {
    const { headers, body } = delivery(leaf);
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(body.subarray(0, 9));
        controller.error(new Error("the connection is gone"));
      },
    });

    await expect(verify({ headers, body: broken })).rejects.toMatchObject({
      reason: "incomplete-body",
      status: 400,
    });
  });

  it("that is missing is no event", async () => {
    const { headers } = delivery(leaf, "");

    await expect(verify({ headers, body: null })).rejects.toMatchObject({ reason: "not-an-event" });
  });

  it("that something else has read is a mistake of the caller", async () => {
    const { headers, body } = delivery(leaf);
    const request = new Request("https://partner.example", {
      method: "POST",
      headers,
      body: body.slice(),
    });
    await request.text();
    const stream = Readable.from([body]);
    for await (const _chunk of stream);

    for (const read of [request, { headers, body: stream }]) {
      await expect(verify(read)).rejects.toThrow(
        new TypeError(
          "Expected `request.body` to be the bytes as they arrived, or a stream that nothing has read yet (no body parser before), got an object.",
        ),
      );
    }
  });

  it.each<[string, string]>([
    ["what a parser made of it", "an object"],
    ["text", "a string"],
  ])("that is %s is a mistake of the caller", async (title, kind) => {
    const { headers, body } = delivery(leaf);
    const text = new TextDecoder().decode(body);
    const parsed = title === "text" ? text : JSON.parse(text);

    await expect(verify({ headers, body: parsed })).rejects.toThrow(`got ${kind}.`);
    await expect(verify({ headers, body: parsed })).rejects.toBeInstanceOf(TypeError);
  });
});

describe("over HTTP", () => {
  it("the answer to a body that is too large arrives", async () => {
    const server = createServer((request, response) => {
      refusal(verify({ headers: request.headers, body: request })).then(({ status }) =>
        response.writeHead(status, { connection: "close" }).end(),
      );
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const socket = connect(typeof address === "object" ? (address?.port ?? 0) : 0, "127.0.0.1");
    // Without a length, so that only reading tells.
    socket.write("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    socket.write(`${(MEBIBYTE + 1).toString(16)}\r\n${"a".repeat(MEBIBYTE + 1)}\r\n`);
    const [answer] = await once(socket, "data");
    socket.destroy();
    server.closeAllConnections();
    server.close();

    expect(String(answer)).toMatch(/^HTTP\/1.1 413 /);
  });
});

function webStream(body: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const byte of body) {
        controller.enqueue(Uint8Array.of(byte));
      }
      controller.close();
    },
  });
}
