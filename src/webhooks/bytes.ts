/** Bytes in a row, one after the other. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only = new Uint8Array()] = chunks;
  if (chunks.length <= 1) {
    return only;
  }
  const bytes = new Uint8Array(chunks.reduce((size, { byteLength }) => size + byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
