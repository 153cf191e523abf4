import { type Operation, operations } from "../../generated/operations.js";
import { valuesInPath } from "../wire/operation.js";

/**
 * The operations at the path of a URL, one for each method; none where the description has no such path below
 * `basePath`.
 */
export function operationsAt(url: string, basePath: string): readonly Operation[] {
  const { pathname } = new URL(url);
  const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : "";
  // A static path comes first in the description's table, and wins.
  const found = operations.find((operation) => isAt(operation, path));
  return operations.filter((operation) => operation.path === found?.path);
}

function isAt({ path: template, parameters }: Operation, path: string): boolean {
  const values = valuesInPath(template, path);
  return (
    values !== undefined &&
    template.split("/").length === path.split("/").length &&
    parameters.every(
      ({ in: place, name, enum: known }) =>
        place !== "path" || known === undefined || known.includes(values[name]),
    )
  );
}
