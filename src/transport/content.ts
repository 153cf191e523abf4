import { pageTitle } from "../failure/sanitize.js";
import type { ResponseBody } from "../wire/call-context.js";

/** A body in memory, decoded and parsed once at most, and only when it is asked for. */
export class Content implements ResponseBody {
  readonly bytes: ArrayBuffer;
  #text: string | undefined;
  #parsed: { readonly value: unknown } | undefined;
  #isUtf8 = true;

  constructor(bytes: ArrayBuffer) {
    this.bytes = bytes;
  }

  /** As UTF-8, without the byte order mark, which the service sends before JSON. */
  get text(): string {
    this.#text ??= this.#decoded();
    return this.#text;
  }

  get isEmpty(): boolean {
    return this.text === "";
  }

  get isJson(): boolean {
    try {
      this.#parsed ??= { value: this.#parse() };
      return this.#isUtf8;
    } catch {
      return false;
    }
  }

  /** Its JSON until it is taken, to look at and not to change; `undefined` when it is none. */
  get json(): unknown {
    return this.isJson ? this.#parsed?.value : undefined;
  }

  /** Its size, format and title, for messages. */
  get summary(): string {
    const { byteLength } = this.bytes;
    const format = this.isJson ? "JSON" : this.#isUtf8 ? "not JSON" : "not UTF-8";
    const known = [formatBytes(byteLength), format, pageTitle(this.text)];
    return byteLength === 0 ? "empty" : known.filter(Boolean).join(", ");
  }

  /** Its JSON, which belongs to who takes it. Throws `SyntaxError` when it is none. */
  takeJson(): unknown {
    const parsed = this.#parsed ?? { value: this.#parse() };
    this.#parsed = undefined;
    return parsed.value;
  }

  #parse(): unknown {
    return JSON.parse(this.text);
  }

  #decoded(): string {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(this.bytes);
    } catch {
      this.#isUtf8 = false;
      return new TextDecoder().decode(this.bytes);
    }
  }
}

/** Returns a number of bytes with its unit. */
export function formatBytes(count: number): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? "byte" : "bytes"}`;
}

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
