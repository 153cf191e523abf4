import { brokenOff, fetchFailure, incomplete, malformedResponse } from "../failure/failures.js";
import { masked } from "../failure/masked.js";
import {
  addToExchange,
  type Exchange,
  exchangeOf,
  type ReplyBody,
  rememberExchange,
} from "../wire/exchange.js";
import { Content, inBytes, joined } from "./content.js";
import { type Head, LeanResponse } from "./lean-response.js";

/**
 * Most bytes of a body that are read. The link takes a few hundred; without a limit, one bad reply could fill the memory.
 */
export const LARGEST_BODY_BYTES = 1_048_576;

const tooLarge = () => `more than ${inBytes(LARGEST_BODY_BYTES)}`;

/**
 * Reads the whole reply, so that all that can go wrong on its way goes wrong within the attempt; at once when it has no
 * body, or has it in memory.
 * What the head of a failure says holds however its body ends: it is empty when it cannot be read.
 * Rejects with `PartnerCenterError`: malformed response for a success whose body is too large, network for one whose
 * body breaks off.
 */
export function readReply(response: Response, exchange: Exchange): Response | Promise<Response> {
  if (isWithoutBody(exchange.method, response.status)) {
    return answering(response.status === 205 ? withoutLength(response) : response, exchange);
  }
  const content = LeanResponse.contentOf(response);
  return content === undefined
    ? bytesOf(response).then(
        (bytes) => replyWith(bytes && new Content(bytes), response, exchange),
        (cause: unknown) => brokenReply(cause, response, exchange),
      )
    : replyWith(content, response, exchange);
}

/** The reply with this body, without the token that was sent; with none if it is too large. */
function replyWith(content: Content | undefined, response: Response, exchange: Exchange): Response {
  if (content === undefined) {
    const head = headOnly(response, exchange);
    if (response.ok) {
      throw malformedResponse(head, tooLarge());
    }
    return withoutBody(head, tooLarge(), "malformed-response");
  }
  if (response.ok) {
    exchange.body = content;
    const isLean = LeanResponse.contentOf(response) !== undefined;
    return answering(isLean ? response : new LeanResponse(response, content), exchange);
  }
  // Callers of the raw client read it as it is.
  const text = masked(exchange.redact(content.text));
  const clean =
    text === content.text ? content : new Content(new TextEncoder().encode(text).buffer);
  return answering(new LeanResponse(response, clean), exchange);
}

function brokenReply(cause: unknown, response: Response, exchange: Exchange): Response {
  const head = headOnly(response, exchange);
  if (response.ok) {
    throw fetchFailure(exchange, cause, head);
  }
  // Unless it was cut off meanwhile.
  return exchange.body === undefined
    ? withoutBody(head, brokenOff(cause, exchange), "network")
    : head;
}

/** Whether a reply has been read, or cannot be: those that came through the client's own transport have. */
export function isRead(response: Response): boolean {
  return exchangeOf(response) !== undefined || response.bodyUsed;
}

/**
 * Reads a reply that came through the `fetch` of a single call, or was made by middleware of the user; gives the one
 * that stands in its place then.
 */
export async function ensureRead(response: Response, exchange: Exchange): Promise<Response> {
  return isRead(response) ? response : readReply(response, exchange);
}

/** What came of a reply without its body, and what it answers. */
export function headOnly(head: Head, exchange: Exchange): Response {
  return answering(new LeanResponse(head, new Content(new ArrayBuffer())), exchange);
}

/** A failure whose body has not come in time. */
export function cutOff(response: Response, timeoutMs: number): Response {
  return withoutBody(response, incomplete(timeoutMs), "timeout");
}

function withoutBody(
  response: Response,
  words: string,
  missing: NonNullable<ReplyBody["missing"]>,
): Response {
  addToExchange(response, { body: { words, isEmpty: true, isJson: false, missing } });
  return response;
}

function answering(response: Response, exchange: Exchange): Response {
  rememberExchange(response, exchange);
  return response;
}

/** openapi-fetch would read a body of the length that a 205 says it has. */
function withoutLength(response: Response): Response {
  const { url, status, statusText, type, redirected } = response;
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  return new LeanResponse({ url, status, statusText, type, redirected, headers }, null);
}

/** Whether HTTP has no body for such a reply. */
export function isWithoutBody(method: string, status: number): boolean {
  return method === "HEAD" || status === 204 || status === 205 || status === 304;
}

/** Undefined for a body that is too large. Chunk by chunk, which costs less than to let the response collect them. */
async function bytesOf(response: Response): Promise<ArrayBuffer | undefined> {
  const reader = response.body?.getReader();
  const { headers } = response;
  // HTTP itself holds the service to this length, which says nothing of what a compressed body unpacks to.
  const length = headers.has("content-encoding") ? null : headers.get("content-length");
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (Number(length) <= LARGEST_BODY_BYTES && size <= LARGEST_BODY_BYTES) {
    const part = await reader?.read();
    chunks.push(part?.value ?? new Uint8Array());
    size += part?.value?.byteLength ?? 0;
    if (part?.value === undefined || String(size) === length) {
      return joined(chunks, size);
    }
  }
  await reader?.cancel();
  return undefined;
}
