import type { Operation, Parameter } from "../../../generated/operations.js";
import { valuesInPath } from "../../wire/operation.js";
import { jsonOrText } from "./json.js";

type Values = Readonly<Record<string, unknown>>;

/** The parameters of a call as the service reads them: under the names of the description, as values of its types. */
export interface Parameters {
  readonly path: Values;
  readonly query: Values;
  readonly header: Values;
}

/** A call as the service reads it. */
export interface Call extends Parameters {
  readonly operation: Operation;
  /** What comes before the operation's path. */
  readonly baseUrl: string;
  /** Parsed JSON, or the text where it is none; undefined without a body. */
  readonly body: unknown;
}

/** Reads a request. */
export async function readCall(
  request: Request,
  operation: Operation,
  basePath: string,
): Promise<Call> {
  return {
    ...readParameters(request, operation),
    operation,
    baseUrl: `${new URL(request.url).origin}${basePath}`,
    body: bodyIn(await request.text()),
  };
}

/** Reads the parameters. One in the query may be written in any case, as in samples of Microsoft's. */
export function readParameters(
  { url, headers }: Pick<Request, "url" | "headers">,
  operation: Operation,
): Parameters {
  const { pathname, searchParams } = new URL(url);
  const sent = new Map(Array.from(searchParams, ([name, text]) => [name.toLowerCase(), text]));
  return {
    path: valuesInPath(operation, pathname) ?? {},
    query: read(operation, "query", (name) => sent.get(name.toLowerCase())),
    header: read(operation, "header", (name) => headers.get(name) ?? undefined),
  };
}

/** The value of a property that the caller may have written in any case. */
export function propertyOf(body: unknown, name: string): unknown {
  const found = Object.keys(Object(body)).find((key) => key.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : Object(body)[found];
}

/** Text as it is, and undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function read(
  { parameters, exactlyOneOf = [] }: Operation,
  place: Parameter["in"],
  textNamed: (name: string) => string | undefined,
): Values {
  const own = parameters.filter((parameter) => parameter.in === place);
  const pairs = own.flatMap(({ name, type }) => {
    const text = textNamed(name);
    // Where one of two is to be given, libraries of Microsoft's send the other one empty.
    const isLeftOut = text === undefined || (text === "" && exactlyOneOf.includes(name));
    return isLeftOut ? [] : [[name, typed(text, type)] as const];
  });
  return Object.fromEntries(pairs);
}

function typed(text: string, type: Parameter["type"]): unknown {
  switch (type) {
    case "boolean":
      return /^(true|false)$/i.test(text) ? /^true$/i.test(text) : text;
    case "integer":
    case "number":
      return /^-?\d+$/.test(text) ? Number(text) : text;
    default:
      return text;
  }
}

function bodyIn(text: string): unknown {
  return text === "" ? undefined : jsonOrText(text);
}
