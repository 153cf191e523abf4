import type { Operation, Parameter } from "../../generated/operations.js";
import { PartnerCenterError } from "../failure/error.js";
import { invalidParameter } from "../failure/invalid-parameter.js";
import type { Middleware } from "../openapi-fetch.js";
import { operationAt } from "../wire/operation.js";

/**
 * Checks the parameters of each call against the description before anything is sent.
 * Throws `PartnerCenterError` (invalid-parameter), which names the parameter, what was expected and what was received.
 */
export function parameters(): Middleware {
  return {
    onRequest({ schemaPath, request, params }) {
      const operation = operationAt(request.method, schemaPath);
      if (operation !== undefined) {
        checkParameters(operation, params);
      }
    },
  };
}

/** The parameters of a call, by where they go, as openapi-fetch takes them. */
export type CallParameters = Readonly<
  Partial<Record<Parameter["in"], Readonly<Record<string, unknown>> | undefined>>
>;

const TYPE_WORDS = {
  string: "text",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
} satisfies Record<NonNullable<Parameter["type"]>, string>;

/**
 * Checks the parameters of a call before anything is sent.
 * Throws `PartnerCenterError` (invalid-parameter) for a value that the description rules out, and for an empty part of a
 * path, with which the call would go to another operation. What the description leaves open is not checked.
 */
export function checkParameters(
  { parameters, exactlyOneOf }: Operation,
  supplied: CallParameters,
): void {
  for (const parameter of parameters) {
    const value = supplied[parameter.in]?.[parameter.name];
    const rule =
      value === undefined ? parameter.isRequired && "a value" : brokenRule(parameter, value);
    if (rule) {
      throw invalidParameter({
        parameter: parameter.name,
        expected: parameter.title ?? rule,
        received: value,
        mistake: mistakenFor(parameter, value),
      });
    }
  }
  const named = exactlyOneOf?.filter((name) => supplied.query?.[name] !== undefined);
  if (exactlyOneOf !== undefined && named?.length !== 1) {
    const names = exactlyOneOf.map((name) => `\`${name}\``).join(" or ");
    throw new PartnerCenterError(`Pass either ${names}.`, {
      reason: "invalid-parameter",
      parameter: exactlyOneOf[0],
      attempts: 0,
    });
  }
}

/** Returns what the value was probably mistaken for, in words. */
function mistakenFor({ mistake }: Parameter, value: unknown): string | undefined {
  return mistake !== undefined && typeof value === "string" && mistake.pattern.test(value)
    ? mistake.title
    : undefined;
}

/** Returns what the value has to be, in words; `undefined` when it is. */
function brokenRule(parameter: Parameter, value: unknown): string | undefined {
  const { type, enum: known, pattern } = parameter;
  if (type !== undefined && !isOfType(type, value)) {
    return TYPE_WORDS[type];
  }
  if (known !== undefined && !known.includes(value)) {
    return `one of ${known.map((one) => JSON.stringify(one)).join(", ")}`;
  }
  if (typeof value === "number") {
    const range = brokenRange(value, parameter.minimum, parameter.maximum);
    return range && `a number ${range}`;
  }
  if (typeof value !== "string") {
    return undefined;
  }
  // URL parsers take dots for a step up, and leave an empty part out of what a path means.
  if (parameter.in === "path" && /^(\s*|\.\.?)$/.test(value)) {
    return "a part of a path, neither blank nor dots";
  }
  const range = brokenRange([...value].length, parameter.minLength, parameter.maxLength);
  if (range !== undefined) {
    return `text of ${range} characters`;
  }
  return pattern === undefined || pattern.test(value) ? undefined : `text like ${pattern.source}`;
}

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

function brokenRange(
  size: number,
  least = Number.NEGATIVE_INFINITY,
  most = Number.POSITIVE_INFINITY,
): string | undefined {
  if (size >= least && size <= most) {
    return undefined;
  }
  if (most === Number.POSITIVE_INFINITY) {
    return `${least} or more`;
  }
  return least === Number.NEGATIVE_INFINITY ? `${most} or less` : `from ${least} to ${most}`;
}
