import type { IncomingMessage } from "node:http";

/** A request that the served sandbox refuses before it plays anything. */
export class RequestRefused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const MAX_BODY_BYTES = 1024 * 1024;

/** Values of `Sec-Fetch-Site` that no page of another origin causes. Another port is "same-site". */
const OWN_SITES: readonly unknown[] = [undefined, "same-origin", "none"];

/**
 * Returns the URL that a request is for. Throws {@link RequestRefused} for what a web page may have sent: 421 for a
 * host that is not this server, as after DNS rebinding, and 403 for a page of another origin.
 */
export function admittedUrl(incoming: IncomingMessage, port: number): URL {
  const { origin, "sec-fetch-site": site } = incoming.headers;
  const ownOrigins = ["127.0.0.1", "localhost"].map((host) => new URL(`http://${host}:${port}`));
  const target = readTarget(incoming);
  const own = ownOrigins.find(({ host }) => host === target.host.toLowerCase());
  if (own === undefined || target.protocol !== "http:") {
    const names = ownOrigins.map((url) => url.origin).join(" and ");
    throw new RequestRefused(421, `This sandbox answers at ${names} only.`);
  }
  const isOwnOrigin = origin === undefined || ownOrigins.some((url) => url.origin === origin);
  if (!isOwnOrigin || !OWN_SITES.includes(site)) {
    throw new RequestRefused(403, "This sandbox answers no web page of another origin.");
  }
  return new URL(`${own.origin}${target.path}`);
}

/** In the absolute form, the target's own host counts and `Host` is ignored (RFC 9112, section 3.2.2). */
function readTarget({ url = "/", headersDistinct }: IncomingMessage) {
  if (url.startsWith("/") || !URL.canParse(url)) {
    return { protocol: "http:", host: headersDistinct.host?.join() ?? "", path: url };
  }
  const { protocol, host, pathname, search } = new URL(url);
  return { protocol, host, path: `${pathname}${search}` };
}

/** Reads a body into one buffer, however small its chunks. Discards one that is too long, and then rejects with 413. */
export async function readBody(incoming: IncomingMessage): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(MAX_BODY_BYTES);
  let length = 0;
  for await (const chunk of incoming) {
    if (length + chunk.length <= MAX_BODY_BYTES) {
      bytes.set(chunk, length);
    }
    length += chunk.length;
  }
  if (length > MAX_BODY_BYTES) {
    throw new RequestRefused(413, `A body may have ${MAX_BODY_BYTES} bytes at most.`);
  }
  return bytes.buffer.slice(0, length);
}
