import type { OpenAPI3 } from "openapi-typescript";
import { operationsOf, webhooksOf } from "../description.js";
import { extractFacts, type Facts } from "./facts.js";

/** A page of Microsoft's documentation, and the operations that it is about. */
export interface Page {
  readonly url: string;
  readonly operations: readonly string[];
}

const LEARN = "https://learn.microsoft.com/partner-center";
const EVERY = "every operation";

/** Pages that are not the `externalDocs` of an operation. */
const FURTHER_PAGES: ReadonlyArray<readonly [operation: string, url: string]> = [
  [EVERY, `${LEARN}/developer/partner-center-authentication`],
  [EVERY, `${LEARN}/developer/headers`],
  [EVERY, `${LEARN}/developer/error-codes`],
  ["getRelationshipRequestLink", `${LEARN}/developer/request-reseller-relationship`],
  ["removeResellerRelationship", `${LEARN}/remove-a-relationship`],
];

const MAX_PAGE_BYTES = 4 * 1024 * 1024;

/** Returns the pages to watch, each once: those that the description links, and a few about all operations. */
export function listPages(description: OpenAPI3): Page[] {
  const described = [...operationsOf(description), ...webhooksOf(description)];
  const links = [
    [EVERY, description.externalDocs?.url] as const,
    ...described.map(
      ({ operation, operationId, path }) =>
        [operationId || path, operation.externalDocs?.url] as const,
    ),
    ...FURTHER_PAGES,
  ];
  const urls = new Set(links.flatMap(([, url]) => url ?? []));
  return [...urls].map((url) => ({
    url,
    operations: links.flatMap(([operation, link]) => (link === url ? [operation] : [])),
  }));
}

/** What reading a page brought: its facts, or why there are none. */
export interface PageResult {
  readonly facts?: Facts;
  readonly failure?: string;
}

/** Fetches a page, which may take so many milliseconds, and returns its facts. */
export async function readPage(url: URL, timeout: number): Promise<PageResult> {
  return fetchFacts(url, timeout).then(
    (facts) => ({ facts }),
    ({ message, cause }: { message: string; cause?: { message: string } }) => ({
      failure: cause?.message ?? message,
    }),
  );
}

async function fetchFacts(url: URL, timeout: number): Promise<Facts> {
  const response = await fetch(url, {
    headers: { Accept: "text/html", "Accept-Language": "en-US" },
    signal: AbortSignal.timeout(timeout),
  });
  if (!isSamePage(url, new URL(response.url))) {
    throw new Error(`redirects to ${response.url}`);
  }
  if (response.status !== 200) {
    throw new Error(`status ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_PAGE_BYTES) {
      throw new Error(`more than ${MAX_PAGE_BYTES} bytes`);
    }
    chunks.push(chunk);
  }
  const facts = extractFacts(Buffer.concat(chunks).toString());
  if (facts === undefined) {
    throw new Error("no article with facts in the HTML");
  }
  return facts;
}

/** Whether a redirect only added a locale to the path, as Learn does. */
function isSamePage(requested: URL, received: URL): boolean {
  const path = ({ pathname }: URL) => pathname.replace(/\/$/, "").toLowerCase();
  return requested.host === received.host && path(received).endsWith(path(requested));
}
