import { readdir, readFile } from "node:fs/promises";
import { parse } from "yaml";

const HEADER = `// Generated from spec/components/examples by \`npm run generate\`. Do not edit:
// change the example, run the command, and commit both.

import type { components } from "./openapi.js";

`;

interface Reference {
  readonly $ref: string;
}

interface ResponseDescription {
  readonly content: Readonly<
    Record<string, { readonly schema: Reference; readonly examples?: Record<string, Reference> }>
  >;
}

/** Generates the named examples as values of their schemas, the same text for the same description. */
export async function generateExamples(spec: URL): Promise<string> {
  const schemas = await schemasOfExamples(new URL("components/responses/", spec));
  const folder = new URL("components/examples/", spec);
  const entries: string[] = [];
  for (const file of (await readdir(folder)).sort()) {
    const name = nameOf(file);
    const schema = schemas.get(name);
    if (schema === undefined) {
      throw new Error(`spec/components/examples/${file} is the example of no response.`);
    }
    const { value } = JSON.parse(await readFile(new URL(file, folder), "utf8"));
    const literal = JSON.stringify(value, null, 2).replaceAll("\n", "\n  ");
    entries.push(`  ${name}: ${literal} satisfies components["schemas"]["${schema}"],\n`);
  }
  return `${HEADER}/** What the service answers, by the name of the example. */
export const examples = {\n${entries.join("")}};\n`;
}

/** The name of the schema that each example belongs to. */
async function schemasOfExamples(folder: URL): Promise<Map<string, string>> {
  const schemas = new Map<string, string>();
  for (const file of await readdir(folder)) {
    const response: ResponseDescription = parse(await readFile(new URL(file, folder), "utf8"));
    for (const { schema, examples = {} } of Object.values(response.content)) {
      for (const example of Object.values(examples)) {
        schemas.set(nameOf(example.$ref), nameOf(schema.$ref));
      }
    }
  }
  return schemas;
}

/** The name of a component is that of its file. */
function nameOf(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.\w+$/, "");
}
