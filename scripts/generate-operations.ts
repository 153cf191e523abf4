import type {
  MediaTypeObject,
  OpenAPI3,
  OperationObject,
  ParameterObject,
  ReferenceObject,
  SchemaObject,
} from "openapi-typescript";
import {
  type DescribedOperation,
  isReference,
  nameOf,
  operationsOf,
  resolved,
} from "./description.js";

const HEADER = `// Generated from spec/openapi.yaml by \`npm run generate\`. Do not edit:
// change the spec, run the command, and commit both.

/** What the description says of a parameter, as far as it is checked before a call is sent or shown in a log. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly isRequired?: true;
  /** Whether a log may show its value. */
  readonly isLoggable?: true;
  /** Whether an option of the client, or of a page, sends it, so that it is no parameter of methods. */
  readonly isClientOption?: true;
  readonly type?: "string" | "boolean" | "integer" | "number";
  /** What it has to be, in words. */
  readonly title?: string;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: RegExp;
  /** What is often given by mistake: how it looks, and what it is in words. */
  readonly mistake?: { readonly pattern: RegExp; readonly title: string };
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What the description says of an operation, as far as a call of it needs to know. */
export interface Operation {
  readonly operationId: string;
  readonly method: string;
  /** With the parameters in braces. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Whether the same call may be sent again when nobody knows what became of it. */
  readonly isIdempotent?: true;
  readonly successStatuses: readonly number[];
  /** Those of them whose replies may be empty. */
  readonly emptyStatuses?: readonly number[];
  /** The names of parameters of which a call has one. */
  readonly exactlyOneOf?: readonly string[];
  /** The body that a call may, or has to, have; \`constant\` is the only value that it can have. */
  readonly body?: { readonly isRequired?: true; readonly constant?: unknown };
  /** Whether a success is a page of \`items\`. */
  readonly isCollection?: true;
  /** The properties that every success has, by name. */
  readonly required?: Readonly<Record<string, Parameter["type"]>>;
  /** How to find out whether a call succeeded whose response is lost. */
  readonly check?: string;
}
`;

const IDEMPOTENT_METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"];
const PLACES = ["path", "query", "header"];
const TYPES = ["string", "boolean", "integer", "number"];
const CONSTRAINTS = ["title", "enum", "minLength", "maxLength", "minimum", "maximum"];

/** Generates the rows of all operations; those with a static path come before those that would match it too. */
export function generateOperations(description: OpenAPI3): string {
  const constants = new Map<string, string>();
  const nameIn = (parameter: ParameterObject | ReferenceObject) => {
    const text = parameterText(description, resolved(description, parameter));
    const name = isReference(parameter) ? nameOf(parameter) : parameter.name;
    return constantFor(constants, constantName(name), text);
  };
  const rows = operationsOf(description).map((operation) => {
    const parameters = operation.parameters
      .filter((one) => PLACES.includes(resolved(description, one).in))
      .map(nameIn);
    return `  ${rowText(description, operation, parameters)},\n`;
  });
  const declarations = [...constants].map(
    ([name, text]) => `const ${name}: Parameter = ${text};\n`,
  );
  return [
    HEADER,
    ...operationNames(description),
    unionOf("RequestHeader", "A header that an operation takes.", requestHeaders(description)),
    unionOf("ResponseHeader", "A header of a reply.", responseHeaders(description)),
    declarations.join(""),
    `/** All operations; static paths come before those with a parameter in the same place. */\nexport const operations: readonly Operation[] = [\n${rows.join("")}];\n`,
  ].join("\n");
}

/** A name that TypeScript takes: no word of the language starts with a capital, and no name with a digit. */
export function constantName(name: string): string {
  const word = name.replaceAll(/\W/g, "_");
  return /^\d/.test(word) ? `_${word}` : word.replace(/^./, (letter) => letter.toUpperCase());
}

/** The name of the constant with this text; another one for another parameter of the same name. */
function constantFor(constants: Map<string, string>, name: string, text: string): string {
  const known = constants.get(name) ?? text;
  constants.set(name, known);
  return known === text ? name : constantFor(constants, `${name}_`, text);
}

function parameterText(description: OpenAPI3, parameter: ParameterObject): string {
  const schema = parameter.schema === undefined ? {} : resolved(description, parameter.schema);
  const constraints = CONSTRAINTS.flatMap((key) => {
    const value: unknown = Reflect.get(schema, key);
    return value === undefined ? [] : [[key, JSON.stringify(value)]];
  });
  const type: unknown = Reflect.get(schema, "type");
  const pattern: unknown = Reflect.get(schema, "pattern");
  return objectText([
    ["name", JSON.stringify(parameter.name)],
    ["in", JSON.stringify(parameter.in)],
    ...(parameter.required ? [["isRequired", "true"]] : []),
    ...(parameter["x-loggable"] ? [["isLoggable", "true"]] : []),
    ...(parameter["x-client-option"] ? [["isClientOption", "true"]] : []),
    ...(typeof type === "string" && TYPES.includes(type) ? [["type", JSON.stringify(type)]] : []),
    ...constraints,
    ...(typeof pattern === "string" ? [["pattern", patternText(parameter.name, pattern)]] : []),
    ...mistakeText(parameter.name, Reflect.get(schema, "x-mistaken-for")),
  ]);
}

function patternText(name: string, pattern: string): string {
  try {
    return String(new RegExp(pattern, "u"));
  } catch {
    throw new Error(`The pattern of the parameter ${name} is no regular expression: ${pattern}`);
  }
}

/** What callers send by mistake, for the hint in the message. */
function mistakeText(name: string, schema: unknown): string[][] {
  const { pattern, title } = Object(schema);
  return typeof pattern === "string" && typeof title === "string"
    ? [
        [
          "mistake",
          objectText([
            ["pattern", patternText(name, pattern)],
            ["title", JSON.stringify(title)],
          ]),
        ],
      ]
    : [];
}

function rowText(
  description: OpenAPI3,
  described: DescribedOperation,
  parameters: readonly string[],
): string {
  const { operationId, method, path, operation } = described;
  const body = bodyText(description, operation);
  const required = requiredProperties(description, operation);
  const isIdempotent = operation["x-idempotent"] ?? IDEMPOTENT_METHODS.includes(method);
  const check = isIdempotent ? undefined : checkOf(description, operation);
  const successes = Object.entries(operation.responses ?? {})
    .filter(([status]) => /^2\d\d$/.test(status))
    .map(([status, response]) => ({ status, ...resolved(description, response) }));
  // A body that may be null comes without one as well, which is the same to whoever reads it.
  const empty = successes.filter(({ content = {} }) =>
    Object.values(content).every((media) => isNullable(description, resolved(description, media))),
  );
  const exactlyOneOf: unknown = operation["x-exactly-one-of"];
  const list = (replies: typeof successes) => `[${replies.map(({ status }) => status).join(", ")}]`;
  return objectText([
    ["operationId", JSON.stringify(operationId)],
    ["method", JSON.stringify(method)],
    ["path", JSON.stringify(path)],
    ["parameters", `[${parameters.join(", ")}]`],
    ...(isIdempotent ? [["isIdempotent", "true"]] : []),
    ["successStatuses", list(successes)],
    ...(empty.length === 0 ? [] : [["emptyStatuses", list(empty)]]),
    ...(Array.isArray(exactlyOneOf) ? [["exactlyOneOf", JSON.stringify(exactlyOneOf)]] : []),
    ...(body === undefined ? [] : [["body", body]]),
    ...(isCollection(description, described) ? [["isCollection", "true"]] : []),
    ...(required.length === 0 ? [] : [["required", objectText(required)]]),
    ...(check === undefined ? [] : [["check", JSON.stringify(check)]]),
  ]);
}

function isNullable(description: OpenAPI3, { schema }: MediaTypeObject): boolean {
  const {
    type,
    anyOf = [],
    oneOf = [],
  } = schema === undefined ? {} : Object(resolved(description, schema));
  return (
    [type].flat().includes("null") ||
    [...anyOf, ...oneOf].some((one) => isNullable(description, { schema: one }))
  );
}

function objectText(entries: readonly (readonly string[])[]): string {
  return `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(", ")} }`;
}

function requestHeaders(description: OpenAPI3): string[] {
  return operationsOf(description)
    .flatMap(({ parameters }) => parameters.map((one) => resolved(description, one)))
    .filter((parameter) => parameter.in === "header")
    .map(({ name }) => name);
}

function responseHeaders(description: OpenAPI3): string[] {
  return operationsOf(description)
    .flatMap(({ operation }) => Object.values(operation.responses ?? {}))
    .flatMap((response) => Object.keys(resolved(description, response).headers ?? {}));
}

function operationNames(description: OpenAPI3): string[] {
  const operations = operationsOf(description);
  const named = (selected: typeof operations) => selected.map(({ operationId }) => operationId);
  return [
    unionOf("OperationId", "The `operationId` of each operation.", named(operations)),
    unionOf(
      "CollectionOperationId",
      "The operations that return a collection, a page at a time.",
      named(operations.filter((operation) => isCollection(description, operation))),
    ),
  ];
}

function unionOf(type: string, comment: string, names: readonly string[]): string {
  const members = [...new Set(names)].sort().map((name) => `  | ${JSON.stringify(name)}`);
  return `/** ${comment} */\nexport type ${type} =\n${members.join("\n") || "  never"};\n`;
}

/** Returns the JSON schema of a success, without `null` among its alternatives; `undefined` where there is none. */
function successSchema(
  description: OpenAPI3,
  operation: OperationObject,
): SchemaObject | undefined {
  const [, success] =
    Object.entries(operation.responses ?? {}).find(([status]) => /^2\d\d$/.test(status)) ?? [];
  const { content = {} } = success === undefined ? {} : resolved(description, success);
  return schemaOf(description, content);
}

/** Returns the schema of JSON content, without `null` among its alternatives. */
function schemaOf(
  description: OpenAPI3,
  content: Readonly<Record<string, MediaTypeObject | ReferenceObject>>,
): SchemaObject | undefined {
  const json = content["application/json"];
  const { schema } = json === undefined ? {} : resolved(description, json);
  const found = schema === undefined ? undefined : resolved(description, schema);
  const alternatives: SchemaObject[] = [
    ...(Reflect.get(Object(found), "anyOf") ?? []),
    ...(Reflect.get(Object(found), "oneOf") ?? []),
  ]
    .map((one) => resolved(description, one))
    .filter((one) => Reflect.get(Object(one), "type") !== "null");
  return alternatives.length === 1 ? alternatives[0] : found;
}

function isCollection(description: OpenAPI3, { method, operation }: DescribedOperation): boolean {
  const schema = successSchema(description, operation);
  return method === "GET" && "items" in propertiesOf(description, schema);
}

/** Returns the properties of a schema, those of the members of its `allOf` included. */
function propertiesOf(description: OpenAPI3, schema: SchemaObject | undefined): object {
  const members: SchemaObject[] = Reflect.get(Object(schema), "allOf") ?? [];
  return Object.assign(
    {},
    ...members.map((member) => propertiesOf(description, resolved(description, member))),
    Reflect.get(Object(schema), "properties"),
  );
}

/** Returns the JSON types of the top-level properties that a success has to have, by name. */
function requiredProperties(description: OpenAPI3, operation: OperationObject): string[][] {
  const schema = successSchema(description, operation);
  const required: string[] = Reflect.get(Object(schema), "required") ?? [];
  return required.map((name) => {
    const property = Reflect.get(propertiesOf(description, schema), name);
    const { type } = Object(property === undefined ? undefined : resolved(description, property));
    return [JSON.stringify(name), TYPES.includes(type) ? JSON.stringify(type) : "undefined"];
  });
}

/** Returns the only value that the body of an operation can have; `undefined` when there are others. */
export function constantBody(description: OpenAPI3, { requestBody }: OperationObject): unknown {
  const { content = {} } = requestBody === undefined ? {} : resolved(description, requestBody);
  return constantOf(description, schemaOf(description, content));
}

function constantOf(description: OpenAPI3, schema: SchemaObject | undefined): unknown {
  const { const: constant, properties = {}, required = [] } = Object(schema);
  if (constant !== undefined) {
    return constant;
  }
  const names = Object.keys(properties);
  const values = names.map((name) =>
    required.includes(name)
      ? constantOf(description, resolved(description, properties[name]))
      : undefined,
  );
  return names.length > 0 && values.every((value) => value !== undefined)
    ? Object.fromEntries(names.map((name, index) => [name, values[index]]))
    : undefined;
}

function bodyText(description: OpenAPI3, operation: OperationObject): string | undefined {
  if (operation.requestBody === undefined) {
    return undefined;
  }
  const constant = constantBody(description, operation);
  return objectText([
    ...(resolved(description, operation.requestBody).required ? [["isRequired", "true"]] : []),
    ...(constant === undefined ? [] : [["constant", JSON.stringify(constant)]]),
  ]);
}

/** Returns how to check whether a call succeeded: the description of the link `check` of its success. */
function checkOf(description: OpenAPI3, operation: OperationObject): string | undefined {
  const [check] = Object.entries(operation.responses ?? {})
    .filter(([status]) => /^2\d\d$/.test(status))
    .map(([, response]) => resolved(description, response).links?.check)
    .filter((link) => link !== undefined);
  return check && resolved(description, check).description?.trim();
}
