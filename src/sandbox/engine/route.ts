import { type Operation, operations } from "../../../generated/operations.js";
import { valuesInPath } from "../../wire/operation.js";

/**
 * The operations at the path of a URL, one for each method; none where the description has no such path below
 * `basePath`.
 */
export function operationsAt(url: string, basePath: string): readonly Operation[] {
  const { pathname } = new URL(url);
  const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : "";
  const isAt = (operation: Operation) =>
    valuesInPath(operation, path) !== undefined &&
    operation.path.split("/").length === path.split("/").length;
  // A static path comes first in the description's table, and wins.
  const found = operations.find(isAt);
  return operations.filter((operation) => operation.path === found?.path);
}
