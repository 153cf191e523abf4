import type { components } from "../../generated/openapi.js";
import { type Operation, operations, type Parameter } from "../../generated/operations.js";

/** The version of the API that is called unless a call names another one. */
export const VERSION = "1" satisfies components["parameters"]["Version"];

/** The operation that a request calls, as the description has it, and the values in its path as they were meant. */
export interface Called {
  readonly operation: Operation;
  readonly pathValues: Readonly<Record<string, string>>;
}

/** The operation with this path template, as openapi-fetch is called with it; undefined where there is none. */
export function operationAt(method: string, pathTemplate: string): Operation | undefined {
  return operations.find(({ path, method: own }) => path === pathTemplate && own === method);
}

/** Whether a value has the type that the description gives it. */
export function isOfType(type: NonNullable<Parameter["type"]>, value: unknown): boolean {
  switch (type) {
    case "integer":
      return Number.isInteger(value);
    case "number":
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

/** Returns a URL without query and fragment. */
export function withoutQuery(url: string): string {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}

/** Returns the query of a URL, parsed; empty when there is none. */
export function queryOf(url: string): URLSearchParams {
  const [, query = ""] = /\?([^#]*)/.exec(url) ?? [];
  return new URLSearchParams(query);
}

/**
 * Finds the operation behind a method and the URL of a `Request`, whatever comes before its path; `undefined` where there
 * is none.
 */
export function calledOperation(method: string, url: string): Called | undefined {
  // Behind the scheme and the host, which may look like a part of a path.
  const found = withoutQuery(url).split("/").slice(3);
  let called: Called | undefined;
  let length = 0;
  for (const { operation, parts: expected } of TEMPLATES) {
    // What is shorter could be the end of what is longer, with a value that looks like a part of it.
    const pathValues =
      operation.method === method && expected.length > length
        ? matchTemplate(operation, expected, found)
        : undefined;
    if (pathValues !== undefined) {
      called = { operation, pathValues };
      length = expected.length;
    }
  }
  return called;
}

// What HTTP says of methods (RFC 9110, section 9.2.2), for calls that the description does not have.
const IDEMPOTENT_METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"];

/** Whether a call may be retried when its response is lost. */
export function isIdempotent({ method, url }: Pick<Request, "method" | "url">): boolean {
  const called = calledOperation(method, url);
  return called === undefined
    ? IDEMPOTENT_METHODS.includes(method)
    : called.operation.isIdempotent === true;
}

const MAYBE_SUCCEEDED = "The request may have succeeded; check before you retry.";

/** Returns what to know if the response to a call is lost that must not be retried, and how to check; else nothing. */
export function explainLoss(call: Pick<Request, "method" | "url">): readonly string[] {
  const check = calledOperation(call.method, call.url)?.operation.check;
  return isIdempotent(call) ? [] : [MAYBE_SUCCEEDED, check].filter((hint) => hint !== undefined);
}

/** Returns what the caller supplied, for messages: the names of its path and query parameters, and the body. */
export function suppliedParameters(method: string, url: string, hasBody: boolean): string[] {
  const query = queryOf(url);
  const parameters = calledOperation(method, url)?.operation.parameters ?? [];
  const names = parameters
    // What can have one value only was not decided.
    .filter(({ name, in: place, enum: known }) =>
      place === "path" ? known?.length !== 1 : place === "query" && query.has(name),
    )
    .map(({ name }) => `\`${name}\``);
  return hasBody ? [...names, "the body"] : names;
}

/** Returns the values of the parameters in a path; `undefined` for a path that does not end as the operation's does. */
export function valuesInPath(
  operation: Pick<Operation, "path" | "parameters">,
  pathname: string,
): Record<string, string> | undefined {
  return matchTemplate(operation, splitTemplate(operation), pathname.split("/"));
}

function splitTemplate({ path }: Pick<Operation, "path">): readonly string[] {
  return path.split("/").slice(1);
}

// Split once: a log looks up the operation of each attempt.
const TEMPLATES = /* @__PURE__ */ operations.map((operation) => ({
  operation,
  parts: splitTemplate(operation),
}));

function matchTemplate(
  { parameters }: Pick<Operation, "parameters">,
  expected: readonly string[],
  found: readonly string[],
): Record<string, string> | undefined {
  const values: Record<string, string> = {};
  // From the end, where operations differ most.
  for (let index = 1; index <= expected.length; index += 1) {
    const part = expected.at(-index) ?? "";
    const segment = found.at(-index) ?? "";
    const before = part.indexOf("{");
    const isMatch =
      before === -1
        ? segment === part
        : segment.length > before && segment.startsWith(part.slice(0, before));
    if (!isMatch) {
      return undefined;
    }
    if (before !== -1) {
      values[part.slice(before + 1, -1)] = decoded(segment.slice(before));
    }
  }
  const isKnown = parameters.every(
    ({ in: place, name, enum: known = [values[name]] }) =>
      place !== "path" || known.includes(values[name]),
  );
  return isKnown ? values : undefined;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
