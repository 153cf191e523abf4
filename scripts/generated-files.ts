import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { BUNDLE } from "./description.js";
import { generateExamples } from "./generate-examples.js";
import { generateNames } from "./generate-names.js";
import { generateOperations } from "./generate-operations.js";
import { generateTypes } from "./generate-types.js";
import { fillTables } from "./guide-tables.js";
import { ROOT } from "./run.js";

const GUIDE_WITH_TABLES = "spec/guides/the-shell.md";

const HEADER = `// Generated from spec/openapi.yaml by \`npm run generate\`. Do not edit:
// change the spec, run the command, and commit both.

`;

/** Generates the files that are made of a bundle of the description; returns their texts by their paths in the package. */
export async function generateFiles(bundle: string): Promise<Readonly<Record<string, string>>> {
  const description = JSON.parse(bundle);
  return {
    [BUNDLE]: bundle,
    "generated/openapi.ts": HEADER + (await generateTypes(description)),
    "generated/names.ts": HEADER + generateNames(description),
    "generated/operations.ts": generateOperations(description),
    "generated/examples.ts": generateExamples(description),
    [GUIDE_WITH_TABLES]: fillTables(await readFile(join(ROOT, GUIDE_WITH_TABLES), "utf8")),
  };
}
