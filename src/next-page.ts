import type { Operation, Parameter } from "../generated/operations.js";
import { malformedResponse } from "./failure/failures.js";
import { contextOf } from "./wire/call-context.js";
import { CONTINUATION_TOKEN_HEADER, isHeaderName, isHeaderValue } from "./wire/headers.js";
import { VERSION } from "./wire/operation.js";

/** The call that gets a page, as openapi-fetch is given it. */
export interface PageCall {
  /** A path template with its parameters, or a path with its query as the service wrote it. */
  readonly path: string;
  readonly params: {
    readonly path?: object | undefined;
    readonly query?: object | undefined;
    readonly header?: Readonly<Record<string, string>>;
  };
}

/**
 * The call of the page after this one: `links.next` with all of its headers, else the same call with the
 * `continuationToken` of the body; undefined after the last page.
 * Throws `PartnerCenterError` (malformed response) for a link that leads to another origin, or that is none.
 */
export function nextPage(
  { parameters }: Operation,
  first: PageCall,
  basePath: string,
  data: unknown,
  response: Response,
): PageCall | undefined {
  const { links, continuationToken: token } = Object(data);
  const { uri, method, headers } = Object(links?.next);
  if (typeof uri === "string" && uri !== "") {
    const path = pathOf(uri, first.path, basePath, urlOf(response));
    const header = headersOf(headers, parameters);
    if (path === undefined || header === undefined || !/^get$/i.test(method ?? "GET")) {
      throw malformedResponse(response, "a page whose link to the next one cannot be followed");
    }
    return { path, params: { header } };
  }
  if (typeof token !== "string" || token === "") {
    return undefined;
  }
  return pageWithToken(parameters, first, token);
}

/** Returns the call of the page that a continuation token stands for, with the parameters of the first page. */
export function pageWithToken(
  parameters: readonly Parameter[],
  { path, params }: PageCall,
  token: string,
): PageCall {
  const isSought = parameters.some(({ name }) => name === "seekOperation");
  const query = { ...params.query, ...(isSought && { seekOperation: "Next" }) };
  const header = { ...params.header, [CONTINUATION_TOKEN_HEADER]: token };
  return { path, params: { ...params, query, header } };
}

/** Returns the raw continuation token that a page has for the next one; `undefined` when it has none. */
export function continuationTokenIn(data: unknown): string | undefined {
  const { links, continuationToken } = Object(data);
  const headers: unknown[] = [Object(links?.next).headers ?? []].flat();
  const { value } = Object(headers.find((header) => isTokenHeader(Object(header).key)));
  const token: unknown = value ?? continuationToken;
  return typeof token === "string" && token !== "" ? token : undefined;
}

function isTokenHeader(name: unknown): boolean {
  return String(name).toLowerCase() === CONTINUATION_TOKEN_HEADER.toLowerCase();
}

/** Returns what comes before the path of an operation in the URL of a call to it: the path of the base URL. */
export function basePathOf(path: string, url: string): string {
  const { pathname } = new URL(url);
  return pathname.split("/").slice(0, -path.split("/").slice(1).length).join("/");
}

/**
 * Returns what identifies the page that a call gets: a hash of its token, or of the whole call if it has none. Tokens may
 * have kilobytes, and a list thousands of pages.
 */
export async function pageKey(call: PageCall): Promise<string> {
  const [, token] =
    Object.entries(call.params.header ?? {}).find(([name]) => isTokenHeader(name)) ?? [];
  const text = token ?? JSON.stringify(call);
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(hash).toString();
}

/** The path and query of a link, below the base URL and with its version; undefined for one that leads elsewhere. */
function pathOf(uri: string, path: string, basePath: string, sent: string): string | undefined {
  const link = URL.canParse(uri, sent) ? new URL(uri, sent) : undefined;
  if (
    link === undefined ||
    link.origin !== new URL(sent).origin ||
    link.username ||
    link.password
  ) {
    return undefined;
  }
  const [version = ""] = path.split("}");
  const { pathname } = link;
  const below = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : pathname;
  // With or without the version in front, as the service had it at the time.
  const unversioned = below.replace(/^.*?\/v\d+(?=\/)/, "");
  return `${version.replace("{version", VERSION)}${unversioned}${link.search}`;
}

/** Returns the URL that was called, without its query. */
export function urlOf(response: Response): string {
  return contextOf(response)?.url ?? response.url;
}

/**
 * Returns the headers of a link that may be sent, by name: those of Microsoft (`MS-*`), and those that the description
 * names; `undefined` for headers that HTTP cannot carry. Any other, such as `Host` or `Cookie`, could lead the token away.
 */
function headersOf(
  headers: unknown = [],
  parameters: readonly Parameter[],
): Record<string, string> | undefined {
  if (headers !== null && !Array.isArray(headers)) {
    return undefined;
  }
  const entries = (headers ?? []).map((header: unknown) => {
    const { key, value } = Object(header);
    return [key, value];
  });
  const canBeSent = entries.every(
    ([key, value]: unknown[]) => isHeaderName(key) && isHeaderValue(value),
  );
  const described = parameters
    .filter((parameter) => parameter.in === "header")
    .map(({ name }) => name.toLowerCase());
  const isAllowed = ([key = ""]: readonly string[]) =>
    /^ms-/i.test(key) || described.includes(key.toLowerCase());
  return canBeSent ? Object.fromEntries(entries.filter(isAllowed)) : undefined;
}
