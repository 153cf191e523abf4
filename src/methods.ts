import type { MethodParameters, operations } from "../generated/openapi.js";
import {
  type CollectionOperationId,
  type Operation,
  type OperationId,
  operations as rows,
} from "../generated/operations.js";
import { PartnerCenterError } from "./failure/error.js";
import { malformedResponse } from "./failure/failures.js";
import { invalidParameter } from "./failure/invalid-parameter.js";
import { sanitized } from "./failure/sanitize.js";
import { checkParameters } from "./middleware/parameters.js";
import type { PageCall } from "./next-page.js";
import type { FetchOptions } from "./openapi-fetch.js";
import { type PagedItems, pagedItems } from "./paged-items.js";
import { dataOf, type Reply } from "./unwrap.js";
import { VERSION } from "./wire/operation.js";

type Operations = Pick<operations, OperationId>;

/**
 * The options of one call: `signal`, `headers`, `middleware` and the like, as openapi-fetch has them; without those that
 * would take a guarantee away, which the raw client still has.
 */
export interface CallOptions
  extends Omit<
    FetchOptions<unknown>,
    | "params"
    | "parseAs"
    | "body"
    | "baseUrl"
    | "fetch"
    | "redirect"
    | "querySerializer"
    | "bodySerializer"
    | "pathSerializer"
  > {}

/** What a call resolves with, and the response that had it. */
export interface WithResponse<Data> {
  /** The data of the call. */
  readonly data: Data;
  /** The response that had it. */
  readonly response: Response;
}

/** The promise of a call: resolves with its data, and rejects with a `PartnerCenterError`. */
export interface CallPromise<Data> extends Promise<Data> {
  /** Resolves with the response beside the data, for `traceOf(response)` and for headers. */
  withResponse(): Promise<WithResponse<Data>>;
}

type ContentOf<Success> = Success extends { content: { "application/json": infer Content } }
  ? Content
  : undefined;

type SuccessOf<Responses> = Responses[keyof Responses & (200 | 201 | 202 | 203 | 204 | 205 | 206)];

/** What a method resolves with. */
type MethodData<Id extends OperationId> = ContentOf<SuccessOf<Operations[Id]["responses"]>>;

/** What is in the collection that a method returns. */
type MethodItem<Id extends CollectionOperationId> =
  NonNullable<MethodData<Id>> extends { items?: infer Items }
    ? Extract<Items, readonly unknown[]>[number]
    : never;

type MethodResult<Id extends OperationId> = Id extends CollectionOperationId
  ? PagedItems<MethodItem<Id>>
  : CallPromise<MethodData<Id>>;

type Method<Id extends OperationId> =
  Record<never, never> extends MethodParameters[Id]
    ? (parameters?: MethodParameters[Id], options?: CallOptions) => MethodResult<Id>
    : (parameters: MethodParameters[Id], options?: CallOptions) => MethodResult<Id>;

/** A method for each operation of the description, by its `operationId`. */
export type Methods = { [Id in keyof Operations]: Method<Id> };

/** A client as it is when it runs: the types know only the paths of the description, and the service more. */
interface AnyClient {
  request(method: string, path: string, init: object): Promise<Reply>;
}

/** Creates the methods of a client, from the rows of the description. They do not use `this`. */
export function createMethods(client: object): Methods {
  const { request }: AnyClient = Object(client);
  const methods = rows.map((operation) => {
    const { operationId, method, path } = operation;
    const call = async (parameters: object, options: object) => {
      const init = callInit(operation, parameters);
      const reply = await request(method, path, { ...options, ...init });
      const { response } = reply;
      const data = dataOf(reply);
      const [missing] = Object.keys(operation.required ?? {});
      if (data === undefined && missing !== undefined) {
        throw malformedResponse(response, `empty without \`${missing}\``);
      }
      const canBeNull = operation.emptyStatuses?.includes(response.status);
      return { data: canBeNull ? (data ?? null) : data, response };
    };
    const list = (parameters: object, options: object) =>
      pagedItems(
        operation,
        () => ({ path, params: callInit(operation, parameters).params }),
        (page) => request(method, page.path, { ...options, params: page.params }),
      );
    const run = (parameters = {}, options = {}) =>
      operation.isCollection ? list(parameters, options) : callPromise(call(parameters, options));
    return [operationId, run];
  });
  return Object(Object.fromEntries(methods));
}

function callPromise<Data>(replied: Promise<WithResponse<Data>>): CallPromise<Data> {
  const promise = replied.then(({ data }) => data);
  const withResponse = () => {
    // Its rejection is that of the promise that is returned, which the caller handles.
    promise.catch(() => undefined);
    return replied;
  };
  return Object.assign(promise, { withResponse });
}

/**
 * Places the parameters of a method where they go in the request.
 * Throws `PartnerCenterError` (invalid-parameter) for an unknown name and a missing body.
 */
function callInit(
  operation: Operation,
  supplied: object,
): { readonly params: PageCall["params"]; readonly body?: unknown } {
  const { body: described, operationId, parameters } = operation;
  if (typeof supplied !== "object" || supplied === null || Array.isArray(supplied)) {
    const expected = "an object";
    throw invalidParameter({ parameter: "parameters", expected, received: supplied });
  }
  const known = parameters.filter(({ isClientOption }) => !isClientOption);
  const params = { path: { version: VERSION }, query: {}, header: {} };
  let body = described?.constant;
  for (const [name, value] of Object.entries(supplied)) {
    const parameter = known.find((one) => one.name === name);
    if (parameter === undefined && !(name === "body" && described !== undefined)) {
      throw unknownParameter(name, operationId, [
        ...known.map((one) => one.name),
        ...(described === undefined ? [] : ["body"]),
      ]);
    }
    if (value !== undefined) {
      if (parameter === undefined) {
        body = value;
      } else {
        Object.assign(params[parameter.in], { [name]: value });
      }
    }
  }
  if (described?.isRequired && body === undefined) {
    throw invalidParameter({ parameter: "body", expected: "a request body", received: body });
  }
  // Here as well, before openapi-fetch makes text of what is none, such as a symbol.
  checkParameters(operation, params);
  return { params, ...(body !== undefined && { body }) };
}

function unknownParameter(
  name: string,
  operationId: string,
  known: readonly string[],
): PartnerCenterError {
  // A token or a text of any length may have been passed as a name.
  const parameter = sanitized(name, undefined, 64);
  const near = known.filter((one) => isWithinEdits(name, one, MAX_EDITS));
  const names = (near.length > 0 ? near : known).map((one) => `\`${one}\``).join(", ");
  const advice = near.length > 0 ? `Did you mean ${names}?` : `It has ${names}.`;
  return new PartnerCenterError(
    `Invalid \`${parameter}\`: \`${operationId}\` has no such parameter. ${advice}`,
    { reason: "invalid-parameter", parameter, attempts: 0 },
  );
}

const MAX_EDITS = 2;

/** Whether at most so many letters have to be added, removed or replaced to make one name the other. */
function isWithinEdits(name: string, other: string, most: number): boolean {
  if (name === "" || other === "") {
    return name.length + other.length <= most;
  }
  const [rest, otherRest] = [name.slice(1), other.slice(1)];
  return name[0] === other[0]
    ? isWithinEdits(rest, otherRest, most)
    : most > 0 &&
        (isWithinEdits(rest, otherRest, most - 1) ||
          isWithinEdits(rest, other, most - 1) ||
          isWithinEdits(name, otherRest, most - 1));
}
