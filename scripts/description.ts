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
import { run } from "./run.js";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch"] as const;

/** An operation and where it stands. */
export interface DescribedOperation {
  readonly operationId: string;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
  /** What it is in the generated types. */
  readonly type: string;
  readonly parameters: readonly (ParameterObject | ReferenceObject)[];
}

/**
 * The description in one file, with what every operation has in common at each of them.
 * Rejects when Redocly cannot read it, which then has said why.
 */
export async function readDescription(): Promise<OpenAPI3> {
  const folder = await mkdtemp(join(tmpdir(), "partner-center-description-"));
  try {
    const output = join(folder, "openapi.json");
    await run("redocly", "bundle", "partner-center", "--output", output);
    return JSON.parse(await readFile(output, "utf8"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** All operations; static paths come before those with a parameter in the same place. */
export function operationsOf(description: OpenAPI3): DescribedOperation[] {
  return Object.entries(description.paths ?? {})
    .flatMap(([path, item]) => operationsAt(path, resolved(description, item)))
    .sort((one, other) => parametersIn(one.path) - parametersIn(other.path));
}

/** The calls that the service makes; `path` is the name of the event. */
export function webhooksOf(description: OpenAPI3): DescribedOperation[] {
  return Object.entries(description.webhooks ?? {}).flatMap(([name, item]) =>
    operationsAt(name, resolved(description, item)).map((one) =>
      one.operation.operationId === undefined
        ? { ...one, type: `webhooks["${name}"]["${one.method.toLowerCase()}"]` }
        : one,
    ),
  );
}

function operationsAt(path: string, item: PathItemObject): DescribedOperation[] {
  return METHODS.flatMap((method) => {
    const operation = item[method];
    if (operation === undefined || "$ref" in operation) {
      return [];
    }
    const { operationId = `${method} ${path}` } = operation;
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
    const type = `operations["${operationId}"]`;
    return [{ operationId, method: method.toUpperCase(), path, operation, type, parameters }];
  });
}

function parametersIn(path: string): number {
  return path.split("{").length;
}

/** What stands here, or where a reference leads to. */
export function resolved<Part extends object>(
  description: OpenAPI3,
  part: Part | ReferenceObject,
): Part {
  return isReference(part) ? resolved(description, pointedTo(description, part)) : part;
}

function pointedTo(description: OpenAPI3, { $ref }: ReferenceObject) {
  const steps = $ref.slice("#/".length).split("/");
  return steps.reduce(
    (node, step) => Reflect.get(node, step.replaceAll("~1", "/").replaceAll("~0", "~")),
    JSON.parse(JSON.stringify(description)),
  );
}

export function isReference(part: object): part is ReferenceObject {
  return "$ref" in part;
}

/** The name of the component that a reference leads to. */
export function nameOf({ $ref }: ReferenceObject): string {
  return $ref.replace(/^.*\//, "");
}
