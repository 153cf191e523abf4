import type { OpenAPI3, ReferenceObject, SchemaObject } from "openapi-typescript";
import { resolved } from "./description.js";

/** Which properties a value is without: what a reply has alone, or what a request has alone. */
type LeftOut = "readOnly" | "writeOnly";

// Deeper than any description that is not its own part.
const DEEPEST = 12;

/** Values that a schema allows and that have all it describes: one for each alternative that it has. */
export function describedValues(
  description: OpenAPI3,
  schema: SchemaObject | ReferenceObject,
  leftOut: LeftOut,
): unknown[] {
  const { anyOf = [], oneOf = [] } = parts(description, schema);
  const alternatives = [...anyOf, ...oneOf];
  return alternatives.length === 0
    ? [describedValue(description, schema, leftOut)]
    : alternatives.flatMap((one) => describedValues(description, one, leftOut));
}

function describedValue(
  description: OpenAPI3,
  schema: SchemaObject | ReferenceObject,
  leftOut: LeftOut,
  depth = 0,
): unknown {
  const { anyOf = [], oneOf = [], allOf = [], ...own } = parts(description, schema);
  const inner = (one: SchemaObject | ReferenceObject) =>
    describedValue(description, one, leftOut, depth + 1);
  const [alternative] = [...anyOf, ...oneOf];
  if (alternative !== undefined) {
    return inner(alternative);
  }
  if (depth < DEEPEST && (own.properties || own.additionalProperties || allOf.length > 0)) {
    const properties = Object.entries(own.properties ?? {})
      .filter(([, property]) => !parts(description, property)[leftOut])
      .map(([name, property]) => [name, inner(property)]);
    const others = Object(own.additionalProperties);
    const more = Object.keys(others).length === 0 ? {} : { other: inner(others) };
    return Object.assign({}, ...allOf.map(inner), more, Object.fromEntries(properties));
  }
  if (depth < DEEPEST && own.items) {
    return [inner(own.items)];
  }
  return own.const ?? own.examples?.[0] ?? own.example ?? own.enum?.[0] ?? own.default ?? null;
}

/** The keywords of a schema, as far as they are read here. */
interface Parts {
  readonly anyOf?: readonly (SchemaObject | ReferenceObject)[];
  readonly oneOf?: readonly (SchemaObject | ReferenceObject)[];
  readonly allOf?: readonly (SchemaObject | ReferenceObject)[];
  readonly properties?: Readonly<Record<string, SchemaObject | ReferenceObject>>;
  readonly additionalProperties?: boolean | SchemaObject | ReferenceObject;
  readonly items?: SchemaObject | ReferenceObject;
  readonly examples?: readonly unknown[];
  readonly example?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
}

function parts(description: OpenAPI3, schema: SchemaObject | ReferenceObject): Parts {
  return Object(resolved(description, schema));
}
