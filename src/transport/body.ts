import type { PartnerCenterError } from "../failure/error.js";
import { malformedResponse } from "../failure/failures.js";
import { addToExchange, type Exchange, rememberExchange } from "../wire/exchange.js";
import { bufferedResponse } from "./buffered-response.js";

/**
 * Most bytes of a body that are read. The link takes a few hundred; without a limit, one bad reply could fill the memory.
 */
export const LARGEST_BODY_BYTES = 1_048_576;

/**
 * Reads the whole body of a reply, so that all that can go wrong on its way goes wrong within the attempt.
 * Throws `PartnerCenterError` (malformed response) for a body that is too large.
 */
export async function receiveBody(response: Response, exchange: Exchange): Promise<Response> {
  rememberExchange(response, exchange);
  if (isWithoutBody(exchange.method, response.status)) {
    return response;
  }
  const body = await readBody(response);
  if (!response.ok) {
    const text = exchange.redact(new TextDecoder().decode(body));
    return bufferedResponse(response, new TextEncoder().encode(text), text);
  }
  const text = decodedUtf8(body);
  addToExchange(response, { received: described(body, text) });
  return bufferedResponse(response, body, text ?? new TextDecoder().decode(body));
}

/** Whether HTTP has no body for such a reply. */
export function isWithoutBody(method: string, status: number): boolean {
  return method === "HEAD" || status === 204 || status === 205 || status === 304;
}

async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const { headers } = response;
  const length = Number(headers.get("content-length") ?? Number.NaN);
  if (length > LARGEST_BODY_BYTES) {
    await response.body?.cancel();
    throw tooLarge(response);
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
      throw tooLarge(response);
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

function tooLarge(response: Response): PartnerCenterError {
  return malformedResponse(response, `more than ${inBytes(LARGEST_BODY_BYTES)}`);
}

function inBytes(count: number): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? "byte" : "bytes"}`;
}

function described(body: Uint8Array, text: string | undefined): NonNullable<Exchange["received"]> {
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
