import { type Operation, operations } from "../../generated/operations.js";

/** The operation that a request calls, as the description has it, and the values in its path as they were meant. */
export interface Called {
  readonly operation: Operation;
  readonly pathValues: Readonly<Record<string, string>>;
}

/** The operation with this path template, as openapi-fetch is called with it; undefined where there is none. */
export function operationAt(method: string, pathTemplate: string): Operation | undefined {
  return operations.find(({ path, method: own }) => path === pathTemplate && own === method);
}

/** Finds the operation behind a method and a URL, whatever comes before its path; undefined where there is none. */
export function calledOperation(method: string, url: string): Called | undefined {
  const { pathname } = new URL(url);
  let called: Called | undefined;
  for (const operation of operations) {
    const pathValues = operation.method === method ? valuesInPath(operation, pathname) : undefined;
    // What is shorter could be the end of what is longer, with a value that looks like a part of it.
    if (pathValues && partsOf(operation) > partsOf(called?.operation)) {
      called = { operation, pathValues };
    }
  }
  return called;
}

function partsOf(operation: Operation | undefined): number {
  return operation?.path.split("/").length ?? 0;
}

// What HTTP says of methods (RFC 9110, section 9.2.2), for calls that the description does not have.
const IDEMPOTENT_METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"];

/** Whether a call may be sent again when nobody knows what became of it. */
export function mayBeRepeated({ method, url }: Request): boolean {
  const called = calledOperation(method, url);
  return called === undefined
    ? IDEMPOTENT_METHODS.includes(method)
    : called.operation.isIdempotent === true;
}

/** What the caller decided of a call, for words to the caller: the names of its parameters in path and query, and the body. */
export function givenParts(method: string, url: string, hasBody: boolean): string[] {
  const { searchParams } = new URL(url);
  const parameters = calledOperation(method, url)?.operation.parameters ?? [];
  const names = parameters
    // What can have one value only was not decided.
    .filter(({ name, in: place, enum: known }) =>
      place === "path" ? known?.length !== 1 : place === "query" && searchParams.has(name),
    )
    .map(({ name }) => `\`${name}\``);
  return hasBody ? [...names, "the body"] : names;
}

/** The values in the braces of an operation's path; undefined for a path that does not end as the operation's does. */
export function valuesInPath(
  { path, parameters }: Pick<Operation, "path" | "parameters">,
  pathname: string,
): Record<string, string> | undefined {
  const expected = path.split("/").slice(1);
  const found = pathname.split("/").slice(-expected.length);
  const values: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const [before = "", name] = part.split(/[{}]/);
    const segment = found[index] ?? "";
    if (name === undefined ? segment !== part : !segment.startsWith(before) || segment === before) {
      return undefined;
    }
    if (name !== undefined) {
      values[name] = decoded(segment.slice(before.length));
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
