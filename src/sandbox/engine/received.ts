import { jsonOrText } from "./json.js";

/** A request as it arrived. */
export interface SandboxRequest {
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The whole URL. */
  readonly url: string;
  /** Lower-case names; of `authorization` the word Bearer at most. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body: parsed where it is JSON, else its text; undefined when there was none. */
  readonly body?: unknown;
}

/** What is kept of a request: everything but its token. */
export async function received(request: Request): Promise<SandboxRequest> {
  const { method, url, headers } = request;
  const entries = Array.from(headers, ([name, value]) => [
    name,
    name === "authorization" ? value.replace(/^(Bearer )?.*/i, "$1[redacted]") : value,
  ]);
  const body = request.body === null ? {} : { body: jsonOrText(await request.clone().text()) };
  return { method, url, headers: Object.fromEntries(entries), ...body };
}
