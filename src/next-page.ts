import type { RequestHeader } from "../generated/operations.js";
import { VERSION } from "./call-init.js";
import { malformedResponse } from "./failure/failures.js";
import { contextOf } from "./wire/call-context.js";
import { isHeaderName, isHeaderValue } from "./wire/headers.js";
import { operationAt } from "./wire/operation.js";

const CONTINUATION_TOKEN_HEADER = "MS-ContinuationToken" satisfies RequestHeader;

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
  first: PageCall,
  basePath: string,
  data: unknown,
  response: Response,
): PageCall | undefined {
  const { links, continuationToken: token } = Object(data);
  const { uri, method, headers } = Object(links?.next);
  if (typeof uri === "string" && uri !== "") {
    const path = pathOf(uri, first.path, basePath, urlOf(response));
    const header = headersOf(headers);
    if (path === undefined || header === undefined || !/^get$/i.test(method ?? "GET")) {
      throw malformedResponse(response, "a page whose link to the next one cannot be followed");
    }
    return { path, params: { header } };
  }
  if (typeof token !== "string" || token === "") {
    return undefined;
  }
  const isSought = operationAt("GET", first.path)?.parameters.some(
    ({ name }) => name === "seekOperation",
  );
  const query = { ...first.params.query, ...(isSought && { seekOperation: "Next" }) };
  const header = { [CONTINUATION_TOKEN_HEADER]: token };
  return { path: first.path, params: { ...first.params, query, header } };
}

/** Returns what comes before the path of an operation in the URL of a call to it: the path of the base URL. */
export function basePathOf(path: string, url: string): string {
  const { pathname } = new URL(url);
  return pathname.split("/").slice(0, -path.split("/").slice(1).length).join("/");
}

/** What a call is known by: its token, whatever else stands beside it, and the whole call where it has none. */
export function pageKey(call: PageCall): string {
  const headers = Object.entries(call.params.header ?? {});
  const token = headers.find(
    ([name]) => name.toLowerCase() === CONTINUATION_TOKEN_HEADER.toLowerCase(),
  );
  return token?.[1] ?? JSON.stringify(call);
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

/** The headers that belong to a link, by name; undefined for what cannot be sent. */
function headersOf(headers: unknown = []): Record<string, string> | undefined {
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
  // The token is this client's to send.
  return canBeSent
    ? Object.fromEntries(entries.filter(([key]: string[]) => !/^authorization$/i.test(key ?? "")))
    : undefined;
}
