import type { paths } from "../generated/openapi.js";
import { type CallInit, VERSION } from "./call-init.js";
import type { PartnerCenterClient } from "./client.js";
import { malformedResponse } from "./failure/failures.js";
import { parseFault } from "./failure/fault.js";
import { basePathOf, nextPage, type PageCall, pageKey, urlOf } from "./next-page.js";
import { type Reply, unwrap } from "./unwrap.js";

/** What an object has to have that need not be given. */
type NoMembers = Record<never, never>;

type Get<Path extends keyof paths> = paths[Path]["get"];

type Data<Path extends keyof paths> =
  Get<Path> extends {
    responses: { 200: { content: { "application/json": infer Content } } };
  }
    ? Content
    : never;

type Items<Path extends keyof paths> =
  NonNullable<Data<Path>> extends { items?: infer List }
    ? Extract<List, readonly unknown[]>
    : never;

/** The paths of those operations whose reply is a collection: it has `items`. */
export type CollectionPath = {
  [Path in keyof paths]: [Items<Path>] extends [never] ? never : Path;
}[keyof paths];

/** What is in the collection at a path. */
export type CollectionItem<Path extends CollectionPath> = Items<Path>[number];

type ParametersOf<Path extends CollectionPath> =
  Get<Path> extends { parameters: infer All extends { query?: object; path: object } }
    ? All
    : never;

type PathParameters<Path extends CollectionPath> = Omit<ParametersOf<Path>["path"], "version">;

type Parameterized<Path extends CollectionPath> = Pick<ParametersOf<Path>, "query"> &
  (NoMembers extends PathParameters<Path>
    ? { path?: PathParameters<Path> }
    : { path: PathParameters<Path> });

/** Parameters of path and query for the first page, and the options for the call of each page. */
export type PaginateInit<Path extends CollectionPath> = CallInit<Get<Path>> &
  (NoMembers extends Parameterized<Path>
    ? {
        /** The parameters of the first page. */
        params?: Parameterized<Path>;
      }
    : {
        /** The parameters of the first page. */
        params: Parameterized<Path>;
      });

/** The items of a collection, one after the other, however many pages they come in. */
export interface PagedItems<Item> extends AsyncIterable<Item> {
  /** The same, a page at a time; a page may be empty. */
  byPage(): AsyncIterable<readonly Item[]>;
}

/** The options of a call, whatever its path. */
interface AnyInit {
  readonly params?: Partial<PageCall["params"]>;
}

/** A client that is called with a path that only the service knows. */
interface AnyClient {
  GET(path: string, init: object): Promise<Reply>;
}

/**
 * Reads a collection page by page: `for await (const customer of paginate(client, "/v{version}/customers")) …`.
 * A page is asked for when its reader gets there, and not before. Each iteration starts again with the first page.
 *
 * Iterating throws `PartnerCenterError` for a page that cannot be had, that is no collection, or whose link leads to
 * another origin or to a page that was read before; `TypeError` for a parameter that the description rules out; and
 * the reason of `init.signal` on abort. What the pages before had has been given by then.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-a-list-of-customers
 */
export function paginate<Path extends CollectionPath>(
  client: PartnerCenterClient,
  path: Path,
  ...[init]: NoMembers extends PaginateInit<Path>
    ? [init?: PaginateInit<Path>]
    : [init: PaginateInit<Path>]
): PagedItems<CollectionItem<Path>> {
  const byPage = () => pages<CollectionItem<Path>>(client, path, init ?? {});
  return {
    byPage: () => ({ [Symbol.asyncIterator]: byPage }),
    async *[Symbol.asyncIterator]() {
      for await (const page of byPage()) {
        yield* page;
      }
    },
  };
}

async function* pages<Item>(
  client: AnyClient,
  path: string,
  { params, ...options }: AnyInit,
): AsyncGenerator<readonly Item[], void> {
  const first = { path, params: { ...params, path: { version: VERSION, ...params?.path } } };
  const read = new Set<string>();
  let basePath: string | undefined;
  let call: PageCall | undefined = first;
  for (let number = 1; call !== undefined; number += 1) {
    read.add(pageKey(call));
    const reply: Reply = await client.GET(call.path, { ...options, params: call.params });
    if (number > 1 && isPastTheEnd(reply)) {
      return;
    }
    const data: unknown = await unwrap(reply);
    if (!isCollection<Item>(data)) {
      throw malformedResponse(reply.response, `page ${number}, which is no collection`);
    }
    yield data?.items ?? [];
    basePath ??= basePathOf(path, urlOf(reply.response));
    call = nextPage(first, basePath, data, reply.response);
    if (call !== undefined && read.has(pageKey(call))) {
      throw malformedResponse(
        reply.response,
        `page ${number}, after which comes a page that was read before`,
      );
    }
  }
}

/** A service that has no next page may say so when it is asked for it. */
function isPastTheEnd({ response, error }: Reply): boolean {
  return response.status === 400 && parseFault(error).code === "2000";
}

function isCollection<Item>(
  data: unknown,
): data is { readonly items?: readonly Item[] | null } | null | undefined {
  if (data === null || data === undefined) {
    return true;
  }
  const isObject = typeof data === "object" && !Array.isArray(data);
  const items: unknown = isObject ? Reflect.get(data, "items") : "";
  return items === undefined || items === null || Array.isArray(items);
}
