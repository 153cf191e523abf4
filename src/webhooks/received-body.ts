import { invalidSecretOption } from "../invalid-option.js";
import { GrowingBuffer } from "../transport/content.js";
import { WebhookVerificationError } from "./verification-error.js";
import { withTimeout } from "./with-timeout.js";

/** A stream as the web has it, as far as it is read here. */
export interface ReadableBody {
  /** Takes the stream for one reader. */
  getReader(): {
    /** Gives the next bytes, and says when there are no more. */
    read(): Promise<{
      /** Whether there are no more bytes. */
      done: boolean;
      /** The next bytes. */
      value?: Uint8Array | undefined;
    }>;
    /** Lets another reader have the stream. */
    releaseLock(): void;
  };
}

/**
 * The body of a request: a stream that nothing has read yet, or all of it as it arrived. A string counts as UTF-8, and
 * must have its byte order mark if the sender wrote one.
 */
export type ReceivedBody =
  | ReadableBody
  | AsyncIterable<Uint8Array>
  | string
  | ArrayBuffer
  | ArrayBufferView
  | Blob
  | null;

/** Maximum bytes of a body. An event has a few hundred. */
const MAX_EVENT_BYTES = 1_048_576;

interface Part {
  readonly done?: boolean | undefined;
  readonly value?: unknown;
}

/**
 * Returns the bytes of a body. A stream that has more than the limit, or takes too long, is neither cancelled nor
 * destroyed, because the response needs its connection.
 * Throws `WebhookVerificationError` (too-large, incomplete-body, body-timeout), and `TypeError` for a body that is of
 * another type or was read before, and for chunks that are not bytes.
 */
export function receiveBody(
  body: ReceivedBody,
  timeoutMs: number,
): Uint8Array | Promise<Uint8Array> {
  const bytes = body === null ? new Uint8Array() : toBytes(body);
  if (bytes !== undefined) {
    checkLength(bytes.byteLength);
    return bytes;
  }
  if (typeof body === "string") {
    // Each UTF-16 code unit becomes at least one byte.
    checkLength(body.length);
    return receiveBody(new TextEncoder().encode(body), timeoutMs);
  }
  if (typeof body !== "object" || body === null || wasRead(body)) {
    throw unexpectedBody(body);
  }
  if (isBlob(body)) {
    checkLength(body.size);
    return inTime(timeoutMs, async () => new Uint8Array(await complete(() => body.arrayBuffer())));
  }
  if (!isStream(body)) {
    throw unexpectedBody(body);
  }
  return inTime(timeoutMs, async (signal) => {
    const received = await collect(body, MAX_EVENT_BYTES, signal, complete);
    if (received === undefined) {
      throw new WebhookVerificationError("too-large");
    }
    return received;
  });
}

/** Throws `WebhookVerificationError` (too-large) for more bytes than the limit. */
export function checkLength(size: number): void {
  if (size > MAX_EVENT_BYTES) {
    throw new WebhookVerificationError("too-large");
  }
}

/**
 * Reads a stream to its end. Returns undefined as soon as it has more bytes than `most`. `readPart` may replace what a
 * failed read throws.
 * Throws `TypeError` for a chunk that is not bytes.
 */
export async function collect(
  body: ReadableBody | AsyncIterable<Uint8Array>,
  most: number,
  signal: AbortSignal,
  readPart: (read: () => Promise<Part>) => Promise<Part> = (read) => read(),
): Promise<Uint8Array | undefined> {
  const { read, release } = openStream(body);
  let received = new GrowingBuffer();
  // A read that never ends keeps no bytes in memory.
  signal.addEventListener("abort", () => {
    received = new GrowingBuffer();
  });
  try {
    while (!signal.aborted) {
      const { done, value } = await readPart(read);
      if (done) {
        return new Uint8Array(received.toArrayBuffer());
      }
      const chunk = toBytes(value);
      if (chunk === undefined) {
        throw invalidSecretOption(
          "request.body",
          "a stream whose chunks are bytes (no `setEncoding` before)",
          value,
        );
      }
      if (received.size + chunk.byteLength > most) {
        return undefined;
      }
      received.append(chunk);
    }
    return undefined;
  } finally {
    release();
  }
}

/** Not `for await`, which destroys a stream that it leaves early, and its connection. */
function openStream(body: ReadableBody | AsyncIterable<Uint8Array>) {
  if ("getReader" in body) {
    const reader = body.getReader();
    return { read: (): Promise<Part> => reader.read(), release: () => reader.releaseLock() };
  }
  const iterator = body[Symbol.asyncIterator]();
  return { read: (): Promise<Part> => iterator.next(), release: () => undefined };
}

function inTime<Value>(
  timeoutMs: number,
  run: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  return withTimeout(timeoutMs, () => new WebhookVerificationError("body-timeout"), run);
}

/** Reads from the body. Throws `WebhookVerificationError` (incomplete-body) if that fails. */
async function complete<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch {
    throw new WebhookVerificationError("incomplete-body");
  }
}

/** Views a value as bytes; undefined if it has none. */
function toBytes(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) {
    return value;
  }
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  return isArrayBuffer(value) ? new Uint8Array(value) : undefined;
}

/** Of any realm, as in tests that run in a context of their own. */
function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === "[object ArrayBuffer]";
}

function isBlob(body: object): body is Blob {
  return "arrayBuffer" in body && "size" in body;
}

/** Whether somebody else reads it or has read it: its bytes are gone then. Streams of the web and of Node tell it thus. */
function wasRead(body: object): boolean {
  return Reflect.get(body, "locked") === true || Reflect.get(body, "readableDidRead") === true;
}

function isStream(body: object): body is ReadableBody | AsyncIterable<Uint8Array> {
  return "getReader" in body || Symbol.asyncIterator in body;
}

function unexpectedBody(body: unknown): TypeError {
  return invalidSecretOption(
    "request.body",
    "the bytes as they arrived, or a stream that nothing has read yet (no body parser before)",
    body,
  );
}
