import { examples } from "../../../generated/examples.js";
import { type Answer, invalidInput, refused } from "./answer.js";
import { type Call, textOf } from "./call.js";

/** What the sandbox does with a seek operation; the service is said to know others. */
const SEEK_OPERATIONS = ["Next", "First"];

/**
 * The page of a list that a call asks for: the first one, or that of its continuation token, which is opaque to the
 * caller. `view` is what the caller sees of an item. A token that is none of this list's, and one behind the last item, are refused with code 2000.
 */
export function pageOf<Item>(
  call: Call,
  path: string,
  items: readonly Item[],
  mostItems: number,
  view: (item: Item) => unknown = (item) => item,
): Answer {
  const { seekOperation = "Next", size = 0 } = call.query;
  if (!SEEK_OPERATIONS.includes(String(seekOperation))) {
    return invalidInput(`The sandbox seeks ${SEEK_OPERATIONS.join(" and ")} only.`);
  }
  // Without its token, the link to the next page leads to the first.
  const token = seekOperation === "Next" ? textOf(call.header["MS-ContinuationToken"]) : undefined;
  const start = token === undefined ? 0 : startOf(token, call);
  if (start === undefined) {
    return refused(400, {
      ...examples.PastLastPage,
      description: "The continuation token is none of this list.",
    });
  }
  if (start > 0 && start >= items.length) {
    return refused(400, examples.PastLastPage);
  }
  const length = Math.min(Number(size) || mostItems, mostItems);
  const found = items.slice(start, start + length).map(view);
  const next = start + length < items.length ? tokenOf(start + length, call) : undefined;
  return {
    body: {
      totalCount: found.length,
      items: found,
      ...(next !== undefined && { continuationToken: next }),
      links: {
        self: linkTo(`${path}?${queryOf(call, length)}`),
        ...(next !== undefined && {
          next: linkTo(`${path}?${queryOf(call, length)}&seekOperation=Next`, next),
        }),
      },
      attributes: { objectType: "Collection" },
    },
  };
}

function linkTo(uri: string, token?: string): object {
  const headers = token === undefined ? [] : [{ key: "MS-ContinuationToken", value: token }];
  return { uri, method: "GET", headers };
}

function queryOf({ query }: Call, length: number): string {
  const { seekOperation: _, ...others } = query;
  const pairs = Object.entries({ ...others, size: length });
  return new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
}

// With every character that a client could be tempted to encode, or to split at.
function tokenOf(start: number, { operation }: Call): string {
  return `AQ,${btoa(`${operation.operationId} ${start}`)}/+=`;
}

function startOf(token: string, call: Call): number | undefined {
  const [, encoded = ""] = /^AQ,(.*)\/\+=$/.exec(token) ?? [];
  const start = Number(decoded(encoded).split(" ")[1]);
  return start > 0 && tokenOf(start, call) === token ? start : undefined;
}

function decoded(encoded: string): string {
  try {
    return atob(encoded);
  } catch {
    return "";
  }
}
