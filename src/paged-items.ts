import type { Operation } from "../generated/operations.js";
import { httpFailure, malformedResponse } from "./failure/failures.js";
import { parseFault } from "./failure/fault.js";
import { invalidParameter } from "./failure/invalid-parameter.js";
import {
  basePathOf,
  continuationTokenIn,
  nextPage,
  type PageCall,
  pageKey,
  pageWithToken,
  urlOf,
} from "./next-page.js";
import { dataOf, type Reply } from "./unwrap.js";
import { HEADER_VALUE_RULE, isHeaderValue } from "./wire/headers.js";

/** A page of a collection. */
export interface Page<Item> {
  /** The items of this page; there may be none. */
  readonly items: readonly Item[];
  /**
   * The raw `MS-ContinuationToken` of the next page, to resume with later; `undefined` after the last page, and where the
   * service sends none.
   */
  readonly continuationToken: string | undefined;
  /** The response that had this page. */
  readonly response: Response;
}

/** Options of {@link PagedItems.byPage}. */
export interface ByPageOptions {
  /**
   * The `continuationToken` of the page after which to resume. The other parameters have to be the same.
   * @default the first page
   */
  readonly continuationToken?: string | undefined;
}

/**
 * The items of a collection, one after the other, however many pages they come in.
 * A page is requested when the reader gets there, and not before. Each iteration starts again.
 *
 * Iterating throws `PartnerCenterError` for a page that cannot be read, that is no collection, or whose link leads to
 * another origin or to a page that was read before; and the reason of `signal` on abort.
 */
export interface PagedItems<Item> extends AsyncIterable<Item> {
  /** Returns the same items a page at a time, from the first page or from the one that a token stands for. */
  byPage(options?: ByPageOptions): AsyncIterable<Page<Item>>;
}

/** Sends the call of a page. */
export type GetPage = (call: PageCall) => Promise<Reply>;

const RESTART = "Start again without the token.";

/** Creates the items of a collection. `first` returns the call of the first page, or throws for an invalid parameter. */
export function pagedItems<Item>(
  operation: Operation,
  first: () => PageCall,
  getPage: GetPage,
): PagedItems<Item> {
  const byPage = (options?: ByPageOptions) => pages<Item>(operation, first, getPage, options ?? {});
  return {
    byPage: (options) => ({ [Symbol.asyncIterator]: () => byPage(options) }),
    async *[Symbol.asyncIterator]() {
      for await (const { items } of byPage()) {
        yield* items;
      }
    },
  };
}

async function* pages<Item>(
  operation: Operation,
  firstCall: () => PageCall,
  getPage: GetPage,
  { continuationToken }: ByPageOptions,
): AsyncGenerator<Page<Item>, void> {
  const first = firstCall();
  const read = new Set<string>();
  let basePath: string | undefined;
  let call: PageCall | undefined = resumed(operation, first, continuationToken);
  for (let number = 1; call !== undefined; number += 1) {
    read.add(await pageKey(call));
    const reply = await getPage(call);
    const { response } = reply;
    if (number > 1 && isPastTheEnd(reply)) {
      return;
    }
    if (continuationToken !== undefined && isPastTheEnd(reply)) {
      throw httpFailure(response, reply.error, Date.now(), [RESTART]);
    }
    const data: unknown = dataOf(reply);
    if (!isCollection<Item>(data)) {
      throw malformedResponse(response, `page ${number}, no collection`);
    }
    basePath ??= basePathOf(first.path, urlOf(response));
    yield { items: data?.items ?? [], continuationToken: continuationTokenIn(data), response };
    call = nextPage(operation, first, basePath, data, response);
    if (call !== undefined && read.has(await pageKey(call))) {
      throw malformedResponse(response, `page ${number}, which links to an earlier page`);
    }
  }
}

function resumed({ parameters }: Operation, first: PageCall, token: unknown): PageCall {
  if (token === undefined) {
    return first;
  }
  if (!isHeaderValue(token)) {
    const parameter = "continuationToken";
    throw invalidParameter({ parameter, expected: HEADER_VALUE_RULE, received: token });
  }
  return pageWithToken(parameters, first, token);
}

/** The service may refuse to return a page after the last one, or one whose token has expired. */
function isPastTheEnd({ response, error }: Reply): boolean {
  return response.status === 400 && parseFault(error).code === "2000";
}

function isCollection<Item>(
  data: unknown,
): data is { readonly items?: readonly Item[] | null } | null | undefined {
  const isObject = typeof (data ?? {}) === "object" && !Array.isArray(data);
  return isObject && Array.isArray(Object(data).items ?? []);
}
