import { exchangeFor, rememberExchange } from "../exchange.js";
import { malformedResponse } from "../failures.js";
import { bufferedResponse } from "./buffered-response.js";

const REDACTED = "[redacted]";

/**
 * Reads the whole body of a reply, so that all that can go wrong with it goes wrong within the attempt.
 * Throws `PartnerCenterError` (malformed response) for a success that is not the JSON that was asked for.
 */
export async function receiveBody(request: Request, response: Response): Promise<Response> {
  rememberExchange(response, exchangeFor(request));
  if (isWithoutBody(request.method, response.status)) {
    return response;
  }
  const body = new Uint8Array(await response.arrayBuffer());
  if (!response.ok) {
    return bufferedResponse(response, body, redacted(request, new TextDecoder().decode(body)));
  }
  if (!asksForJson(request)) {
    return bufferedResponse(response, body, new TextDecoder().decode(body));
  }
  return bufferedResponse(response, body, checkedJson(response, body));
}

function isWithoutBody(method: string, status: number): boolean {
  return method === "HEAD" || status === 204 || status === 205 || status === 304;
}

// A caller that asks for XML reads it with `parseAs: "text"`.
function asksForJson(request: Request): boolean {
  return /\bjson\b/i.test(request.headers.get("accept") ?? "");
}

function checkedJson(response: Response, body: Uint8Array): string {
  const size = `${body.byteLength.toLocaleString("en-US")} ${body.byteLength === 1 ? "byte" : "bytes"}`;
  if (body.byteLength === 0) {
    throw malformedResponse(response, "empty");
  }
  const text = decodedUtf8(body);
  if (text === undefined) {
    throw malformedResponse(response, `${size}, not UTF-8`);
  }
  // The error of JSON.parse quotes the text, so it is no cause to keep.
  if (!isJson(text)) {
    throw malformedResponse(response, `${size}, not JSON`);
  }
  return text;
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

/** The error page of a proxy may show the request it refused, token included. */
function redacted(request: Request, text: string): string {
  const token = request.headers.get("authorization")?.replace(/^Bearer\s+/i, "");
  return token ? text.replaceAll(token, REDACTED) : text;
}
