/** The values that certificates are made of, each as DER (X.690) writes it: tag, length, contents. */
type Bytes = Uint8Array<ArrayBuffer>;

/** A value with the tag that it has in X.690, or in the structure that it belongs to. */
export function tagged(tag: number, ...contents: readonly Uint8Array[]): Bytes {
  const bytes = contents.flatMap((content) => [...content]);
  return Uint8Array.from([tag, ...lengthOf(bytes.length), ...bytes]);
}

export function sequence(...values: readonly Uint8Array[]): Bytes {
  return tagged(0x30, ...values);
}

export function setOf(value: Uint8Array): Bytes {
  return tagged(0x31, value);
}

export function isTrue(): Bytes {
  return tagged(0x01, Uint8Array.of(0xff));
}

/** An integer that is not negative, from its bytes, the highest first. */
export function integer(bytes: Uint8Array): Bytes {
  const first = bytes.findIndex((byte) => byte !== 0);
  const significant = first < 0 ? Uint8Array.of(0) : bytes.subarray(first);
  // The highest bit would be the sign.
  return tagged(0x02, Uint8Array.of(...((significant[0] ?? 0) > 0x7f ? [0] : [])), significant);
}

/** A string of bits, the last byte of which has some that do not count. */
export function bitString(bytes: Uint8Array, unusedBits = 0): Bytes {
  return tagged(0x03, Uint8Array.of(unusedBits), bytes);
}

export function octetString(bytes: Uint8Array): Bytes {
  return tagged(0x04, bytes);
}

export function utf8String(text: string): Bytes {
  return tagged(0x0c, new TextEncoder().encode(text));
}

/** A moment from 1950 to 2049, to the second. */
export function utcTime(moment: Date): Bytes {
  const digits = moment.toISOString().replace(/\D/g, "");
  return tagged(0x17, new TextEncoder().encode(`${digits.slice(2, 14)}Z`));
}

/** An object identifier, from its numbers with dots between them. */
export function objectIdentifier(text: string): Bytes {
  const [first = 0, second = 0, ...others] = text.split(".").map(Number);
  return tagged(0x06, Uint8Array.from([first * 40 + second, ...others].flatMap(base128)));
}

/** Seven bits a byte, the highest first, and the eighth bit where more follow. */
function base128(number: number): number[] {
  const higher = Math.floor(number / 128);
  return [...(higher === 0 ? [] : base128(higher).map((byte) => byte | 0x80)), number % 128];
}

function lengthOf(length: number): number[] {
  if (length < 0x80) {
    return [length];
  }
  const bytes = length > 0xff ? [length >> 8, length & 0xff] : [length];
  return [0x80 | bytes.length, ...bytes];
}
