import type {
  Header,
  Method,
  OpenApi,
  Operation,
  Parameter,
  PathItem,
  Schema,
  SecurityRequirement,
  SecurityScheme,
  Swagger,
} from "./spec-documents.js";

/** Single statements of a description, each under a name that is the same in either format. */
export type Facts = Map<string, unknown>;

/** What is said in words, by examples, or for tools alone. Every other keyword is compared, known here or not. */
const NOT_COMPARED = [
  "summary",
  "description",
  "title",
  "example",
  "examples",
  "externalDocs",
  "tags",
  "operationId",
  "links",
  "x-codeSamples",
  "x-idempotent",
  "x-loggable",
];

const BODY = "body";

/** Keywords whose content is compared part by part. */
const SCHEMA_PARTS = ["properties", "required", "items"];
const PARAMETER_PARTS = ["name", "in", "required", "schema", "items", "content"];
const RESPONSE_PARTS = ["headers", "schema", "content"];
const OPERATION_PARTS = [
  "parameters",
  "responses",
  "requestBody",
  "consumes",
  "produces",
  "security",
];

/** What a Swagger 2.0 document says of all its operations: where they are, and how to sign in. */
export function swaggerDocumentFacts({ host, schemes, securityDefinitions }: Swagger): Facts {
  const facts: Facts = new Map();
  addAll(facts, "host", host === undefined ? [] : [host]);
  addAll(facts, "scheme", schemes);
  addSecuritySchemes(facts, securityDefinitions);
  return facts;
}

/** What an OpenAPI 3 document says of all its operations: where they are, and how to sign in. */
export function openApiDocumentFacts({ servers = [], components }: OpenApi): Facts {
  const facts: Facts = new Map();
  for (const server of servers) {
    const { host, protocol } = new URL(server.url);
    addAll(facts, "host", [host]);
    addAll(facts, "scheme", [protocol.replace(":", "")]);
  }
  addSecuritySchemes(facts, components?.securitySchemes);
  return facts;
}

/** What a Swagger 2.0 document says of an operation; `undefined` where it does not know it. */
export function swaggerFacts(document: Swagger, path: string, method: Method): Facts | undefined {
  const basePath = document.basePath?.replace(/\/$/, "") ?? "";
  const [, item] = Object.entries(document.paths).find(([key]) => basePath + key === path) ?? [];
  const operation = item?.[method];
  if (item === undefined || operation === undefined) {
    return undefined;
  }
  const facts = operationFacts(item, operation);
  addAll(facts, "media types", operation.produces ?? document.produces);
  addAll(facts, "media types of requests", operation.consumes ?? document.consumes);
  addSecurity(facts, operation.security ?? document.security);
  return facts;
}

/** What an OpenAPI 3 document says of an operation that it has. */
export function openApiFacts(document: OpenApi, path: string, method: Method): Facts {
  const item = document.paths[path];
  const operation = item?.[method];
  if (item === undefined || operation === undefined) {
    throw new Error(`The description has no ${method} ${path}.`);
  }
  const facts = operationFacts(item, operation);
  for (const [status, { content }] of Object.entries(operation.responses)) {
    if (status.startsWith("2")) {
      addAll(facts, "media types", Object.keys(content ?? {}));
    }
  }
  addAll(facts, "media types of requests", Object.keys(operation.requestBody?.content ?? {}));
  addSecurity(facts, operation.security ?? document.security);
  return facts;
}

/** What both formats say alike. */
function operationFacts({ parameters = [] }: PathItem, operation: Operation): Facts {
  const facts: Facts = new Map();
  addOthers(facts, "operation", operation, OPERATION_PARTS);
  const all = [...parameters, ...(operation.parameters ?? [])];
  // Of one name the last counts: that of the operation wins over that of the path.
  for (const [key, parameter] of new Map(all.map((one) => [parameterKey(one), one]))) {
    addParameter(facts, key, parameter);
  }
  if (operation.requestBody !== undefined) {
    const { content = {} } = operation.requestBody;
    const [schema] = Object.values(content).map((media) => media.schema);
    addParameter(facts, BODY, { ...operation.requestBody, ...(schema && { schema }) });
  }
  for (const [status, response] of Object.entries(operation.responses)) {
    const key = `response ${status}`;
    facts.set(key, true);
    addOthers(facts, key, response, RESPONSE_PARTS);
    for (const [name, header] of Object.entries(response.headers ?? {})) {
      addParameter(facts, `${key} > header > ${name.toLowerCase()}`, header);
    }
    // Swagger 2.0 has one schema for all media types.
    const [content] = Object.values(response.content ?? {});
    addSchema(facts, `${key} > body`, response.schema ?? content?.schema);
  }
  return facts;
}

function parameterKey({ in: place, name }: Parameter): string {
  if (place === "body") {
    // The parameter of Swagger 2.0 that is the body; its name is said nowhere.
    return BODY;
  }
  // Names of headers have no case.
  return `${place} > ${place === "header" ? name.toLowerCase() : name}`;
}

/** A parameter, or a header of a response: a schema in Swagger 2.0, and something that has one in OpenAPI 3. */
function addParameter(facts: Facts, key: string, parameter: Parameter | Header) {
  facts.set(key, true);
  facts.set(`${key} > required`, parameter.required ?? false);
  addOthers(facts, key, parameter, PARAMETER_PARTS);
  addSchema(facts, key, parameter.schema ?? (parameter.items && { items: parameter.items }));
}

function addSchema(facts: Facts, key: string, given: Schema = {}) {
  const schema = withoutNull(given);
  if (schema !== given) {
    facts.set(`${key} > or null`, true);
  }
  addOthers(facts, key, schema, SCHEMA_PARTS);
  for (const name of schema.required ?? []) {
    facts.set(`${key} > ${name} > required`, true);
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

/** Of something or null: the something, as Swagger 2.0 has no null. */
function withoutNull(schema: Schema): Schema {
  const { anyOf, ...others } = schema;
  if (!Array.isArray(anyOf)) {
    return schema;
  }
  const alternatives: Schema[] = anyOf.filter(({ type }: Schema) => type !== "null");
  const [only] = alternatives;
  return alternatives.length === 1 && only !== undefined && anyOf.length === 2
    ? { ...others, ...only }
    : schema;
}

function addSecuritySchemes(facts: Facts, schemes: Readonly<Record<string, SecurityScheme>> = {}) {
  for (const [key, { type, in: place, name }] of Object.entries(schemes)) {
    const words = [type, place, name].filter((part) => part !== undefined).join(" ");
    facts.set(`security > ${key}`, words);
  }
}

function addSecurity(facts: Facts, requirements: readonly SecurityRequirement[] = []) {
  for (const requirement of requirements) {
    const names = Object.keys(requirement).sort().join(" and ") || "nothing";
    facts.set(`security required > ${names}`, Object.values(requirement).flat());
  }
}

function addAll(facts: Facts, key: string, values: readonly string[] = []) {
  for (const value of values) {
    facts.set(`${key} > ${value}`, true);
  }
}

/** Every keyword but those whose parts are compared. */
function addOthers(facts: Facts, key: string, described: object, parts: readonly string[]) {
  for (const [keyword, value] of Object.entries(described)) {
    if (!NOT_COMPARED.includes(keyword) && !parts.includes(keyword)) {
      facts.set(`${key} > ${keyword}`, value);
    }
  }
}
