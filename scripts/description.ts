import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  OpenAPI3,
  OperationObject,
  ParameterObject,
  PathItemObject,
  ReferenceObject,
} from "openapi-typescript";
import { ROOT, redocly } from "./run.js";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch"] as const;

/** An operation and where it stands. */
export interface DescribedOperation {
  /** Empty for a webhook without one. */
  readonly operationId: string;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
  /** What it is in the generated types. */
  readonly type: string;
  readonly parameters: readonly (ParameterObject | ReferenceObject)[];
}

/** The description in one file, from the package's folder. */
export const BUNDLE = "generated/openapi.json";

/** Reads the committed bundle. */
export async function readDescription(): Promise<OpenAPI3> {
  return JSON.parse(await readFile(join(ROOT, BUNDLE), "utf8"));
}

/** Bundles spec/openapi.yaml and returns its text. Rejects when it cannot be read. */
export async function bundleDescription(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "partner-center-description-"));
  try {
    const file = join(folder, "openapi.json");
    await redocly("bundle", "partner-center", "--output", file);
    return await readFile(file, "utf8");
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * All operations; static paths come before those with a parameter in the same place.
 * Throws for one without an id, which all that is generated goes by.
 */
export function operationsOf(description: OpenAPI3): DescribedOperation[] {
  const operations = Object.entries(description.paths ?? {})
    .flatMap(([path, item]) => operationsAt(description, path, resolved(description, item)))
    .sort((one, other) => parametersIn(one.path) - parametersIn(other.path));
  const nameless = operations.find(({ operationId }) => operationId === "");
  if (nameless !== undefined) {
    throw new Error(`${nameless.method} ${nameless.path} has no operationId.`);
  }
  return operations;
}

/** The calls that the service makes; `path` is the name of the event. */
export function webhooksOf(description: OpenAPI3): DescribedOperation[] {
  return Object.entries(description.webhooks ?? {}).flatMap(([name, item]) =>
    operationsAt(description, name, resolved(description, item)).map((one) =>
      one.operationId === ""
        ? { ...one, type: `webhooks["${name}"]["${one.method.toLowerCase()}"]` }
        : one,
    ),
  );
}

function operationsAt(
  description: OpenAPI3,
  path: string,
  item: PathItemObject,
): DescribedOperation[] {
  return METHODS.flatMap((method) => {
    const operation = item[method];
    if (operation === undefined || isReference(operation)) {
      return [];
    }
    const { operationId = "" } = operation;
    const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
    // Of one name the last counts: that of the operation wins over that of the path.
    const parameters = new Map(all.map((one) => [nameAndPlace(resolved(description, one)), one]));
    const type = `operations[${JSON.stringify(operationId)}]`;
    return [
      {
        operationId,
        method: method.toUpperCase(),
        path,
        operation,
        type,
        parameters: [...parameters.values()],
      },
    ];
  });
}

function nameAndPlace({ in: place, name }: ParameterObject): string {
  // Names of headers have no case.
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

function parametersIn(path: string): number {
  return path.split("{").length;
}

/** What stands here, or where a reference leads to. */
export function resolved<Part extends object>(
  description: OpenAPI3,
  part: Part | ReferenceObject,
): Part {
  return isReference(part) ? resolved(description, partAt(description, keysOf(part.$ref))) : part;
}

/** Follows keys into the description. */
export function partAt(description: OpenAPI3, [first = "", ...rest]: readonly string[]) {
  return rest.reduce((part, key) => Reflect.get(part, key), Reflect.get(description, first));
}

/** Returns the keys of a JSON pointer such as `#/paths/~1customers/get`. */
export function keysOf(pointer: string): string[] {
  return pointer
    .slice("#/".length)
    .split("/")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function isReference(part: object): part is ReferenceObject {
  return "$ref" in part;
}

/** The name of the component that a reference leads to. */
export function nameOf({ $ref }: ReferenceObject): string {
  return $ref.replace(/^.*\//, "");
}
