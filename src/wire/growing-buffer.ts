/** Collects chunks in one buffer, so that a thousand chunks of one byte need no more memory than one of a thousand. */
export class GrowingBuffer {
  #bytes: Uint8Array<ArrayBuffer> | undefined;
  /** The number of bytes so far. */
  size = 0;

  append(chunk: Uint8Array): void {
    const size = this.size + chunk.byteLength;
    if (this.#bytes === undefined || this.#bytes.byteLength < size) {
      const larger = new Uint8Array(Math.max(size, 2 * this.size));
      larger.set(this.#bytes?.subarray(0, this.size) ?? []);
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.size);
    this.size = size;
  }

  /** Returns the bytes, which keep nothing else in memory. */
  toArrayBuffer(): ArrayBuffer {
    const bytes = this.#bytes ?? new Uint8Array();
    return bytes.byteLength === this.size ? bytes.buffer : bytes.buffer.slice(0, this.size);
  }
}
