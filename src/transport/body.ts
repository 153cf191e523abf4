import { brokenOff, incomplete, malformedResponse } from "../failure/failures.js";
import { masked } from "../failure/masked.js";
import {
  addToExchange,
  type Exchange,
  exchangeOf,
  type ReplyBody,
  rememberExchange,
} from "../wire/exchange.js";
import { bufferedResponse } from "./buffered-response.js";

/**
 * Most bytes of a body that are read. The link takes a few hundred; without a limit, one bad reply could fill the memory.
 */
export const LARGEST_BODY_BYTES = 1_048_576;

/**
 * Reads the whole reply, so that all that can go wrong on its way goes wrong within the attempt.
 * What the head of a failure says holds however its body ends: it is empty when it cannot be read.
 * Throws `PartnerCenterError` (malformed response) for a success whose body is too large, and what reading it throws.
 */
export async function readReply(response: Response, exchange: Exchange): Promise<Response> {
  rememberExchange(response, exchange);
  if (isWithoutBody(exchange.method, response.status)) {
    return response.status === 205 ? withoutLength(response) : response;
  }
  if (!response.ok) {
    return readFailure(response, exchange);
  }
  const body = await readBody(response);
  if (body === undefined) {
    throw malformedResponse(response, TOO_LARGE);
  }
  const text = decodedUtf8(body);
  addToExchange(response, { body: described(body, text) });
  return bufferedResponse(response, body, text ?? new TextDecoder().decode(body));
}

async function readFailure(response: Response, exchange: Exchange): Promise<Response> {
  const read = await readBody(response).then(
    (body) => ({ body }),
    (cause: unknown) => ({ cause }),
  );
  if (exchange.body !== undefined) {
    // It was cut off meanwhile.
    return response;
  }
  if ("cause" in read) {
    return withoutBody(response, brokenOff(read.cause, exchange), "network");
  }
  if (read.body === undefined) {
    return withoutBody(response, TOO_LARGE, "malformed-response");
  }
  // Callers of the raw client read it as it is.
  const text = masked(exchange.redact(new TextDecoder().decode(read.body)));
  return bufferedResponse(response, new TextEncoder().encode(text), text);
}

/** Reads a reply that came through the `fetch` of a single call, or was made by middleware of the user. */
export async function ensureRead(response: Response, exchange: Exchange): Promise<void> {
  if (exchangeOf(response) === undefined && !response.bodyUsed) {
    await readReply(response, exchange);
  }
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
  return bufferedResponse(response, new Uint8Array(), "");
}

/** openapi-fetch would read a body of the length that a 205 says it has. */
function withoutLength(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  Object.defineProperty(response, "headers", { value: headers });
  return bufferedResponse(response, new Uint8Array(), "");
}

/** Whether HTTP has no body for such a reply. */
export function isWithoutBody(method: string, status: number): boolean {
  return method === "HEAD" || status === 204 || status === 205 || status === 304;
}

/** Undefined for a body that is too large. */
async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { headers } = response;
  const length = Number(headers.get("content-length") ?? Number.NaN);
  if (length > LARGEST_BODY_BYTES) {
    await response.body?.cancel();
    return undefined;
  }
  // A length that HTTP itself holds the service to; it says nothing of what a compressed body unpacks to.
  if (length >= 0 && !headers.has("content-encoding")) {
    return new Uint8Array(await response.arrayBuffer());
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > LARGEST_BODY_BYTES) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  const body = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}

const TOO_LARGE = `more than ${inBytes(LARGEST_BODY_BYTES)}`;

function inBytes(count: number): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? "byte" : "bytes"}`;
}

function described(body: Uint8Array, text: string | undefined): ReplyBody {
  const format = text === undefined ? "not UTF-8" : isJson(text) ? "JSON" : "not JSON";
  return {
    isEmpty: text === "",
    isJson: format === "JSON",
    // Only failures say it, and writing a number out costs more than the rest of this.
    get words() {
      return body.byteLength === 0 ? "empty" : `${inBytes(body.byteLength)}, ${format}`;
    },
  };
}

/** Without the byte order mark, which the service sends before JSON; undefined for bytes that are no UTF-8. */
function decodedUtf8(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
