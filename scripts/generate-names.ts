import type { OpenAPI3 } from "openapi-typescript";
import { operationsOf } from "./description.js";
import { parametersName } from "./method-parameters.js";

/** Generates the types that the package exports by name: the schemas, and the parameters of the methods. */
export function generateNames(description: OpenAPI3): string {
  const names = [
    ...Object.keys(description.components?.schemas ?? {}),
    ...operationsOf(description).map(parametersName),
    ...["MethodParameters", "components", "operations", "paths"],
  ];
  const lines = names.sort().map((name) => `  ${name},\n`);
  return `export type {\n${lines.join("")}} from "./openapi.js";\n`;
}
