import { Duplex, pipeline, type Readable } from "node:stream";
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
} from "node:zlib";

/** Says what a failure to read a body is to the caller. */
export type Explain = (cause: unknown) => unknown;

// Of a body that ends too early they give what there is, as the fetch of Node does.
const ZLIB = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const BROTLI = {
  flush: constants.BROTLI_OPERATION_FLUSH,
  finishFlush: constants.BROTLI_OPERATION_FLUSH,
};
const DECODERS: ReadonlyMap<string, () => Duplex> = new Map([
  ["gzip", () => createGunzip(ZLIB)],
  ["x-gzip", () => createGunzip(ZLIB)],
  ["deflate", () => Duplex.from(inflated)],
  ["br", () => createBrotliDecompress(BROTLI)],
]);

/** A body as a stream, unpacked when all of its codings are known. It fails at once, whether or not anybody reads. */
export function streamOf(
  received: Readable,
  headers: Headers,
  explain: Explain,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const codings =
    headers
      .get("content-encoding")
      ?.toLowerCase()
      .split(",")
      .map((coding) => coding.trim()) ?? [];
  const decoders = codings.toReversed().map((coding) => DECODERS.get(coding)?.());
  const known = decoders.filter((decoder) => decoder !== undefined);
  const source =
    known.length === decoders.length
      ? known.reduce<Readable>((packed, decoder) => pipeline(packed, decoder, ignore), received)
      : received;
  return new ReadableStream({
    type: "bytes",
    start(controller) {
      source.on("data", (chunk) => {
        controller.enqueue(new Uint8Array(chunk));
        source.pause();
      });
      source.on("end", () => {
        controller.close();
        controller.byobRequest?.respond(0);
      });
      source.on("error", (cause) => controller.error(explain(cause)));
    },
    pull() {
      source.resume();
    },
    cancel() {
      source.destroy();
    },
  });
}

/** Unpacks "deflate", which some servers take for zlib's format, as they should, and some for what is inside of it. */
async function* inflated(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = packed[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (!first.done) {
    const isZlib = ((first.value[0] ?? 0) & 0x0f) === 0x08;
    const whole = async function* () {
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => chunks };
    };
    const decoder = isZlib ? createInflate(ZLIB) : createInflateRaw(ZLIB);
    yield* pipeline(whole, decoder, ignore);
  }
}

// Whoever reads is told by the last of the streams.
function ignore(): void {}
