import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { createWebhookVerifier, type WebhookRequest } from "partner-center-client/webhooks";
import { refusal } from "./refusal.js";
import { bytesOf, delivery, makeAuthority, trusting, verifyOnce } from "./sender.js";

const MEBIBYTE = 1_048_576;

const authority = makeAuthority();
const { leaf } = authority;
const { options } = trusting(authority);

const { verify } = createWebhookVerifier(options);

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
    [
      "a web stream in pieces",
      (body) => webStream(Array.from(body, (byte) => Uint8Array.of(byte))),
    ],
    ["a Node stream in pieces", (body) => Readable.from([body.subarray(0, 9), body.subarray(9)])],
    ["a Buffer", (body) => Buffer.from(body)],
    ["an ArrayBuffer", (body) => body.slice().buffer],
    ["a DataView of a part", (body) => dataView(body)],
    ["a Blob", (body) => new Blob([body.slice()])],
    ["text", (body) => new TextDecoder().decode(body)],
  ])("may come as %s", async (_title, as) => {
    const { headers, body } = delivery(leaf);

    await expect(verify({ headers, body: as(body) })).resolves.toHaveProperty("isKnown", true);
  });

  it("needs no more memory in chunks of one byte than in one chunk", async () => {
    setFlagsFromString("--expose-gc");
    const collect: () => void = runInNewContext("gc");
    const inUse = () => {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const before = inUse();
    let growth = Number.NaN;
    async function* oneByOne() {
      for (let index = 0; index < MEBIBYTE / 4; index += 1) {
        yield Buffer.from(" ");
      }
      growth = inUse() - before;
    }

    await refusal(verify({ headers: delivery(leaf).headers, body: oneByOne() }));

    expect(growth).toBeLessThan(MEBIBYTE * 4);
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

  it("as text is verified as UTF-8, with the byte order mark that the sender wrote", async () => {
    const text = '\uFEFF{"EventName":"test-created","ResourceName":"Zoë 🙂"}';
    const { headers } = delivery(leaf, text);

    await expect(verify({ headers, body: text })).resolves.toHaveProperty("resourceName", "Zoë 🙂");
    await expect(verify({ headers, body: text.slice(1) })).rejects.toMatchObject({
      reason: "wrong-signature",
    });
  });

  it.each<[string, (size: number) => WebhookRequest["body"]]>([
    ["bytes", (size) => new Uint8Array(size)],
    ["an ArrayBuffer", (size) => new ArrayBuffer(size)],
    ["a DataView", (size) => new DataView(new ArrayBuffer(size))],
    ["a Blob", (size) => new Blob([new Uint8Array(size)])],
    ["text", (size) => "a".repeat(size)],
    ["text of fewer characters than bytes", (size) => "é".repeat(Math.ceil(size / 2))],
    ["a web stream", (size) => new Blob([new Uint8Array(size)]).stream()],
    ["a Node stream", (size) => Readable.from([new Uint8Array(size)])],
  ])("of more than 1 MiB is refused as %s", async (_title, bodyOf) => {
    const { headers } = delivery(leaf);

    await expect(verify({ headers, body: bodyOf(MEBIBYTE + 1) })).rejects.toMatchObject({
      reason: "too-large",
      status: 413,
    });
    await expect(verify({ headers, body: bodyOf(MEBIBYTE) })).rejects.toMatchObject({
      reason: "wrong-signature",
    });
  });

  it("is limited by its bytes, not by the length that it announces", async () => {
    const { headers } = delivery(leaf);

    for (const length of ["3", "many", "-1"]) {
      await expect(
        verify({
          headers: { ...headers, "content-length": length },
          body: webStream([new Uint8Array(3), new Uint8Array(MEBIBYTE)]),
        }),
      ).rejects.toMatchObject({ reason: "too-large" });
    }
  });

  it.each<[string, () => WebhookRequest["body"]]>([
    ["a web stream", () => new ReadableStream({ pull: () => new Promise(() => undefined) })],
    ["a web stream in a trickle", () => trickle()],
    ["a Node stream", () => new Readable({ read: () => undefined })],
    [
      "a Blob",
      () => Object.assign(new Blob(), { arrayBuffer: () => new Promise<never>(() => undefined) }),
    ],
  ])("that does not arrive within `timeoutMs` is refused with 408: %s", async (_title, bodyOf) => {
    const { headers } = delivery(leaf);

    await expect(
      verifyOnce({ headers, body: bodyOf() }, { ...options, timeoutMs: 50 }),
    ).rejects.toMatchObject({ reason: "body-timeout", status: 408 });
  });

  it("that is refused is neither cancelled nor destroyed, as the response needs its connection", async () => {
    const { headers } = delivery(leaf);
    let isCancelled = false;
    const cancel = () => {
      isCancelled = true;
    };
    const web = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      cancel,
    });
    const node = new Readable({ read: () => node.push(Buffer.alloc(65_536)) });
    const silent = new Readable({ read: () => undefined });

    await refusal(verify({ headers, body: web }));
    await refusal(verify({ headers, body: node }));
    await refusal(verifyOnce({ headers, body: silent }, { ...options, timeoutMs: 20 }));

    expect([isCancelled, web.locked]).toEqual([false, false]);
    expect([node.destroyed, silent.destroyed]).toEqual([false, false]);
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

  it.each<[string, unknown, string]>([
    ["what a parser made of it", { EventName: "test-created" }, "an object"],
    ["a list of bytes", [123, 125], "an array"],
    ["a number", 5, "a number"],
    ["missing without `null`", undefined, "undefined"],
  ])("that is %s is a mistake of the caller", async (_title, body, kind) => {
    const request = { headers: delivery(leaf).headers, body } as WebhookRequest;

    await expect(verify(request)).rejects.toThrow(
      new TypeError(
        `Expected \`request.body\` to be the bytes as they arrived, or a stream that nothing has read yet (no body parser before), got ${kind}.`,
      ),
    );
  });

  it("whose chunks are text is a mistake of the caller, whose text stays out of the message", async () => {
    const { headers, body } = delivery(leaf);
    const decoded = Readable.from([Buffer.from(body)]).setEncoding("utf8");

    await expect(verify({ headers, body: decoded })).rejects.toThrow(
      new TypeError(
        "Expected `request.body` to be a stream whose chunks are bytes (no `setEncoding` before), got a string.",
      ),
    );
  });
});

describe("over HTTP", () => {
  /** Sends the start of a request to a server that verifies it, and returns the start of the response. */
  async function responseTo(
    receiver: typeof verify,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<string> {
    const server = createServer((request, response) => {
      refusal(receiver({ headers: request.headers, body: request })).then(({ status }) =>
        response.writeHead(status, { connection: "close" }).end(),
      );
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const socket = connect(typeof address === "object" ? (address?.port ?? 0) : 0, "127.0.0.1");
    const lines = Object.entries({ host: "partner.example", ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    socket.write(["POST / HTTP/1.1", ...lines, "", body].join("\r\n"));
    const [response] = await once(socket, "data");
    socket.destroy();
    server.closeAllConnections();
    server.close();
    return String(response);
  }

  it("the response to a body that is too large arrives", async () => {
    // Without a length, so that only reading tells.
    const headers = { ...delivery(leaf).headers, "transfer-encoding": "chunked" };
    const body = `${(MEBIBYTE + 1).toString(16)}\r\n${"a".repeat(MEBIBYTE + 1)}\r\n`;

    await expect(responseTo(verify, headers, body)).resolves.toMatch(/^HTTP\/1.1 413 /);
  });

  it("the response to a body that stops arriving arrives", async () => {
    const impatient = createWebhookVerifier({ ...options, timeoutMs: 50 });
    const headers = { ...delivery(leaf).headers, "content-length": "100" };

    await expect(responseTo(impatient.verify, headers, "{")).resolves.toMatch(/^HTTP\/1.1 408 /);
  });
});

function webStream(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(chunk);
      }
      controller.close();
    },
  });
}

/** A stream that never ends, and delivers one byte each few milliseconds. */
function trickle(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      controller.enqueue(Uint8Array.of(32));
    },
  });
}

/** A view of the bytes in the middle of a larger buffer. */
function dataView(body: Uint8Array): DataView {
  const larger = new Uint8Array(body.byteLength + 16);
  larger.set(body, 8);
  return new DataView(larger.buffer, 8, body.byteLength);
}
