import { invalidSecretOption } from "../invalid-option.js";
import { joined } from "./bytes.js";
import { WebhookVerificationError } from "./verification-error.js";

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

/** The body of a request: its bytes as they arrived, or a stream of them that nothing has read yet. */
export type ReceivedBody = Uint8Array | ReadableBody | AsyncIterable<Uint8Array> | null;

/** Maximum bytes of a body. An event has a few hundred. */
export const MAX_EVENT_BYTES = 1_048_576;

/**
 * The bytes of a body. A stream that has more than the limit is left as it is, neither cancelled nor destroyed, because
 * the answer needs its connection.
 * Throws `WebhookVerificationError` (too-large, incomplete-body), and `TypeError` for what is no body or was read before.
 */
export function receivedBody(body: ReceivedBody): Uint8Array | Promise<Uint8Array> {
  if (body === null) {
    return new Uint8Array();
  }
  if (body instanceof Uint8Array) {
    refuseLength(body.byteLength);
    return body;
  }
  if (typeof body !== "object" || wasRead(body) || !isStream(body)) {
    throw invalidSecretOption(
      "request.body",
      "the bytes as they arrived, or a stream that nothing has read yet (no body parser before)",
      body,
    );
  }
  return readWithin(MAX_EVENT_BYTES, body).catch((error: unknown) => {
    throw new WebhookVerificationError(
      error instanceof RangeError ? "too-large" : "incomplete-body",
    );
  });
}

/** Throws `WebhookVerificationError` (too-large) for more bytes than the limit. */
export function refuseLength(size: number): void {
  if (size > MAX_EVENT_BYTES) {
    throw new WebhookVerificationError("too-large");
  }
}

/** Reads a stream to its end, or throws `RangeError` as soon as it has more bytes. */
export async function readWithin(
  most: number,
  body: ReadableBody | AsyncIterable<Uint8Array>,
): Promise<Uint8Array> {
  const reader = "getReader" in body ? body.getReader() : undefined;
  const iterator = "getReader" in body ? undefined : body[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      // Not `for await`, which destroys a stream that it leaves early, and its connection.
      const part = await (reader?.read() ?? iterator?.next());
      if (part === undefined || part.done || part.value === undefined) {
        return joined(chunks);
      }
      size += part.value.byteLength;
      if (size > most) {
        throw new RangeError(`more than ${most} bytes`);
      }
      chunks.push(part.value);
    }
  } finally {
    reader?.releaseLock();
  }
}

/** Whether somebody else reads it or has read it: its bytes are gone then. Streams of the web and of Node tell it thus. */
function wasRead(body: object): boolean {
  return Reflect.get(body, "locked") === true || Reflect.get(body, "readableDidRead") === true;
}

function isStream(body: object): boolean {
  return "getReader" in body || Symbol.asyncIterator in body;
}
