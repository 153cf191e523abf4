import { pipeline, type Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Dispatcher } from "undici";

type Body = Dispatcher.ResponseData["body"];

/** What holds a body: a `Response`, or something leaner. */
export interface Content
  extends Pick<Response, "body" | "bodyUsed" | "text" | "json" | "arrayBuffer" | "blob"> {}

/** Says what a failure to read a body is to the caller. */
export type Explain = (cause: unknown) => unknown;

const DECODERS: ReadonlyMap<string, () => Transform> = new Map([
  ["gzip", createGunzip],
  ["x-gzip", createGunzip],
  ["deflate", createInflate],
  ["br", createBrotliDecompress],
]);

/** What a body that is being received holds, unpacked as its headers say. */
export function contentOf(body: Body, headers: Headers, explain: Explain): Content {
  const decoder = DECODERS.get(headers.get("content-encoding")?.toLowerCase() ?? "")?.();
  return decoder === undefined
    ? lean(body, headers, explain)
    : new Response(
        streamOf(
          pipeline(body, decoder, () => undefined),
          explain,
        ),
        { headers },
      );
}

function lean(received: Body, headers: Headers, explain: Explain): Content {
  let body: ReadableStream<Uint8Array<ArrayBuffer>> | undefined;
  let taken = false;
  const read = async <Value>(as: () => Promise<Value>): Promise<Value> => {
    if (taken || body?.locked || (received.bodyUsed && !received.errored)) {
      throw unusable();
    }
    taken = true;
    if (received.errored) {
      throw explain(received.errored);
    }
    // Nobody else may read along, as with any response.
    body?.getReader();
    try {
      return await as();
    } catch (cause) {
      throw cause instanceof SyntaxError ? cause : explain(cause);
    }
  };
  return {
    get body() {
      if (body === undefined && taken) {
        body = new ReadableStream();
        body.getReader();
      }
      body ??= streamOf(received, explain);
      return body;
    },
    get bodyUsed() {
      return taken || received.bodyUsed;
    },
    text: () => read(() => received.text()),
    json: () => read(() => received.json()),
    arrayBuffer: () => read(() => received.arrayBuffer()),
    blob: async () => {
      const bytes = await read(() => received.arrayBuffer());
      return new Response(bytes, { headers }).blob();
    },
  };
}

function streamOf(source: Readable, explain: Explain): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = source.iterator();
  return new ReadableStream({
    type: "bytes",
    async pull(controller) {
      const { done, value } = await chunks.next().catch((cause) => {
        throw explain(cause);
      });
      if (done) {
        controller.close();
        controller.byobRequest?.respond(0);
      } else {
        controller.enqueue(new Uint8Array(value));
      }
    },
    async cancel() {
      source.on("error", () => undefined).destroy();
    },
  });
}

/** What reading a body twice ends with. */
export function unusable(): TypeError {
  return new TypeError("Body is unusable: it has been read already.");
}
