import { brokenOff, fetchFailure, incomplete, malformedResponse } from "../failure/failures.js";
import { masked } from "../failure/sanitize.js";
import { type CallContext, contextOf, type ResponseBody } from "../wire/call-context.js";
import { bufferedResponse, type Head, isSuccess } from "./buffered-response.js";
import { Content, formatBytes, GrowingBuffer } from "./content.js";

/** Maximum bytes of a response body. The link has a few hundred; without a limit, one response could fill the memory. */
export const MAX_RESPONSE_BYTES = 1_048_576;

/** A response whose body has not been read. */
export interface Received {
  readonly head: Head;
  /** Reads the body; `undefined` for more than {@link MAX_RESPONSE_BYTES}. */
  readBody(): Promise<ArrayBuffer | undefined>;
}

const tooLarge = () => `more than ${formatBytes(MAX_RESPONSE_BYTES)}`;

/**
 * Reads the whole response, so that everything that can go wrong on its way goes wrong within the attempt.
 * The head of a failure is reported however its body ends: a body that cannot be read becomes empty.
 * Rejects with `PartnerCenterError`: malformed-response for a success whose body is too large, network for one whose
 * body breaks off.
 */
export async function readResponse(
  { head, readBody }: Received,
  context: CallContext,
): Promise<Response> {
  if (isWithoutBody(context.method, head.status)) {
    return bufferedResponse(head.status === 205 ? withoutLength(head) : head, null, context);
  }
  let bytes: ArrayBuffer | undefined;
  try {
    bytes = await readBody();
  } catch (cause) {
    if (isSuccess(head.status)) {
      throw fetchFailure(context, cause, withoutBody(head, context));
    }
    return withoutBody(head, context, brokenOff(cause, context), "network");
  }
  if (bytes === undefined) {
    if (isSuccess(head.status)) {
      throw malformedResponse(withoutBody(head, context), tooLarge());
    }
    return withoutBody(head, context, tooLarge(), "malformed-response");
  }
  const content = new Content(bytes);
  if (isSuccess(head.status)) {
    context.body = content;
    // A byte order mark alone is an empty body, too.
    const isEmpty = bytes.byteLength <= 3 && content.isEmpty;
    return bufferedResponse(isEmpty ? withoutLength(head) : head, content, context);
  }
  // Callers of the raw client read it as it is.
  const text = masked(context.redact(content.text));
  const clean =
    text === content.text ? content : new Content(new TextEncoder().encode(text).buffer);
  return bufferedResponse(head, clean, context);
}

/** Whether a fetch returned a response, as far as it is read here. */
export function isResponse(value: unknown): value is Response {
  const { status, headers, body } = Object(value);
  const isBody = body === null || body === undefined || typeof body.getReader === "function";
  return typeof status === "number" && typeof headers?.get === "function" && isBody;
}

/** Whether a response has been read, or cannot be: those that came through the client's own transport have. */
export function isRead(response: Response): boolean {
  return contextOf(response) !== undefined || response.bodyUsed;
}

/** Reads a response that user code made or fetched; returns the response to use in its place. */
export async function ensureRead(response: Response, context: CallContext): Promise<Response> {
  return isRead(response)
    ? response
    : readResponse({ head: response, readBody: () => readBytes(response) }, context);
}

/** Creates the response that stands for a head whose body is missing, and why. */
export function withoutBody(
  head: Head,
  context: CallContext,
  summary = "empty",
  missing?: ResponseBody["missing"],
): Response {
  if (missing !== undefined) {
    context.body ??= { summary, isEmpty: true, isJson: false, missing };
  }
  return bufferedResponse(head, new Content(new ArrayBuffer()), context);
}

/** Creates the response for a failure whose body did not arrive in time. */
export function afterBodyTimeout(head: Head, context: CallContext, timeoutMs: number): Response {
  return withoutBody(head, context, incomplete(timeoutMs), "timeout");
}

/** openapi-fetch would parse a body of the length that is announced, though nothing is in it. */
function withoutLength({ url, status, statusText, type, redirected, headers }: Head): Head {
  const others = new Headers(headers);
  others.delete("content-length");
  return { url, status, statusText, type, redirected, headers: others };
}

/** Whether HTTP allows no body for such a response. */
export function isWithoutBody(method: string, status: number): boolean {
  return method === "HEAD" || status === 204 || status === 205 || status === 304;
}

/**
 * Reads the body of a response; `undefined` for more than {@link MAX_RESPONSE_BYTES}.
 * Reads chunk by chunk, which costs less than letting the response collect them.
 */
export async function readBytes(response: Response): Promise<ArrayBuffer | undefined> {
  const reader = response.body?.getReader();
  const { headers } = response;
  // HTTP holds the service to this length, which says nothing about the size of a decompressed body.
  const length = headers.has("content-encoding") ? null : headers.get("content-length");
  const received = new GrowingBuffer();
  while (Number(length) <= MAX_RESPONSE_BYTES && received.size <= MAX_RESPONSE_BYTES) {
    const part = await reader?.read();
    received.append(part?.value ?? new Uint8Array());
    if (part?.value === undefined || String(received.size) === length) {
      return received.toArrayBuffer();
    }
  }
  await reader?.cancel();
  return undefined;
}
