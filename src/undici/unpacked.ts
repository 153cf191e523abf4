import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
} from "node:zlib";

type Decode = (packed: Uint8Array, maxOutputLength: number) => Uint8Array;

// Of a body that ends too early they give what there is, as the fetch of Node does.
const finishFlush = constants.Z_SYNC_FLUSH;
const gunzip: Decode = (packed, maxOutputLength) =>
  gunzipSync(packed, { finishFlush, maxOutputLength });
// Some servers take "deflate" for zlib's format, as they should, and some for what is inside of it.
const inflate: Decode = (packed, maxOutputLength) => {
  const isZlib = ((packed[0] ?? 0) & 0x0f) === 0x08;
  return (isZlib ? inflateSync : inflateRawSync)(packed, { finishFlush, maxOutputLength });
};
const unbrotli: Decode = (packed, maxOutputLength) => {
  const finishFlush = constants.BROTLI_OPERATION_FLUSH;
  return brotliDecompressSync(packed, { finishFlush, maxOutputLength });
};
const DECODERS: Readonly<Record<string, Decode | undefined>> = {
  gzip: gunzip,
  "x-gzip": gunzip,
  deflate: inflate,
  br: unbrotli,
};

// As many as the fetch of Node takes off.
const MOST_CODINGS = 5;

/**
 * A body without its codings, or as it is when one of them is not known.
 *
 * @throws Error of zlib, with the code ERR_BUFFER_TOO_LARGE for more than `largest` bytes; another for more than five.
 */
export function unpacked(packed: Uint8Array, codings: string, largest: number): Uint8Array {
  const decoders = codings.split(",").map((coding) => DECODERS[coding.trim().toLowerCase()]);
  if (decoders.length > MOST_CODINGS) {
    throw new Error("the body has too many content codings");
  }
  const known = decoders.filter((decode) => decode !== undefined);
  return known.length === decoders.length
    ? known.reduceRight((bytes, decode) => decode(bytes, largest), packed)
    : packed;
}
