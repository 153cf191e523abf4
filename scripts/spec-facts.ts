import { isDeepStrictEqual } from "node:util";

/** What is compared of a schema, and of a parameter of Swagger 2.0, which is a schema with a name. */
const COMPARED = [
  "type",
  "format",
  "enum",
  "default",
  "readOnly",
  "minLength",
  "maxLength",
  "pattern",
  "minimum",
  "maximum",
] as const;

type Schema = { readonly [Keyword in (typeof COMPARED)[number]]?: unknown } & {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
};

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}

interface Headers {
  readonly headers?: Readonly<Record<string, unknown>>;
}

interface SecurityScheme {
  readonly type: string;
  readonly in?: string;
  readonly name?: string;
}

interface Operation<OneParameter, OneResponse> {
  readonly parameters?: readonly OneParameter[];
  readonly responses: Readonly<Record<string, OneResponse>>;
}

type Paths<OneOperation> = Readonly<Record<string, Readonly<Record<string, OneOperation>>>>;

/** A Swagger 2.0 document without references. */
export interface Swagger {
  readonly swagger: "2.0";
  readonly basePath?: string;
  readonly produces?: readonly string[];
  readonly paths: Paths<
    Operation<Parameter & Schema, Headers & { readonly schema?: Schema }> & {
      readonly produces?: readonly string[];
    }
  >;
  readonly securityDefinitions?: Readonly<Record<string, SecurityScheme>>;
}

/** An OpenAPI 3 document without references. */
export interface OpenApi {
  readonly openapi: string;
  readonly paths: Paths<
    Operation<
      Parameter & { readonly schema: Schema },
      Headers & { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
    >
  >;
  readonly components?: {
    readonly securitySchemes?: Readonly<Record<string, SecurityScheme>>;
  };
}

/** Single statements of a description, each under a name that is the same in either format. */
export type Facts = Map<string, unknown>;

/** What a Swagger 2.0 document says of an operation; `undefined` where it does not know it. */
export function swaggerFacts(document: Swagger, path: string, method: string): Facts | undefined {
  const basePath = document.basePath?.replace(/\/$/, "") ?? "";
  const found = Object.entries(document.paths).find(([key]) => basePath + key === path);
  const operation = found?.[1][method];
  if (operation === undefined) {
    return undefined;
  }
  const facts: Facts = new Map();
  for (const parameter of operation.parameters ?? []) {
    addParameter(facts, parameter, parameter);
  }
  for (const type of operation.produces ?? document.produces ?? []) {
    facts.set(`media types > ${type}`, true);
  }
  for (const [status, response] of Object.entries(operation.responses)) {
    addResponse(facts, status, response, response.schema);
  }
  addSecurity(facts, document.securityDefinitions);
  return facts;
}

/** What an OpenAPI 3 document says of an operation that it has. */
export function openApiFacts(document: OpenApi, path: string, method: string): Facts {
  const operation = document.paths[path]?.[method];
  if (operation === undefined) {
    throw new Error(`The description has no ${method} ${path}.`);
  }
  const facts: Facts = new Map();
  for (const parameter of operation.parameters ?? []) {
    addParameter(facts, parameter, parameter.schema);
  }
  for (const [status, response] of Object.entries(operation.responses)) {
    const content = Object.entries(response.content ?? {});
    if (status.startsWith("2")) {
      for (const [type] of content) {
        facts.set(`media types > ${type}`, true);
      }
    }
    // Swagger 2.0 has one schema for all media types.
    addResponse(facts, status, response, content[0]?.[1].schema);
  }
  addSecurity(facts, document.components?.securitySchemes);
  return facts;
}

/** The statements on which two descriptions differ, in order; where one lacks a whole thing, not also what the other says of it. */
export function differences(here: Facts, there: Facts): Difference[] {
  const differing = [...new Set([...here.keys(), ...there.keys()])]
    .sort()
    .map((fact) => ({ fact, here: here.get(fact) ?? null, there: there.get(fact) ?? null }))
    .filter((difference) => !isDeepStrictEqual(difference.here, difference.there));
  return differing.filter(
    ({ fact }) => !differing.some((other) => fact.startsWith(`${other.fact} > `)),
  );
}

/** One statement on which two descriptions differ; `null` where one says nothing. */
export interface Difference {
  readonly fact: string;
  readonly here: unknown;
  readonly there: unknown;
}

function addParameter(facts: Facts, { name, in: place, required }: Parameter, schema: Schema) {
  // Names of headers have no case.
  const key = `${place} > ${place === "header" ? name.toLowerCase() : name}`;
  facts.set(key, true);
  facts.set(`${key} > required`, required ?? false);
  addSchema(facts, key, schema);
}

function addResponse(facts: Facts, status: string, { headers }: Headers, schema?: Schema) {
  facts.set(`response ${status}`, true);
  for (const name of Object.keys(headers ?? {})) {
    facts.set(`response ${status} > header > ${name.toLowerCase()}`, true);
  }
  if (schema !== undefined) {
    addSchema(facts, `response ${status} > body`, schema);
  }
}

function addSchema(facts: Facts, key: string, schema: Schema) {
  for (const keyword of COMPARED) {
    if (schema[keyword] !== undefined) {
      facts.set(`${key} > ${keyword}`, schema[keyword]);
    }
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    facts.set(`${key} > ${name}`, true);
    facts.set(`${key} > ${name} > required`, schema.required?.includes(name) ?? false);
    addSchema(facts, `${key} > ${name}`, property);
  }
  if (schema.items !== undefined) {
    addSchema(facts, `${key} > items`, schema.items);
  }
}

function addSecurity(facts: Facts, schemes: Readonly<Record<string, SecurityScheme>> = {}) {
  for (const [key, { type, in: place, name }] of Object.entries(schemes)) {
    facts.set(
      `security > ${key}`,
      [type, place, name].filter((part) => part !== undefined).join(" "),
    );
  }
}
