import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { generateExamples } from "./generate-examples.js";

const HEADER = `// Generated from spec/openapi.yaml by \`npm run generate\`. Do not edit:
// change the spec, run the command, and commit both.

`;

/** Generates the types of the description at `spec`, the same text for the same description. */
async function generateTypes(spec: URL): Promise<string> {
  const types = await openapiTS(spec, { alphabetize: true, silent: true });
  return HEADER + astToString(types);
}

async function readIfPresent(file: URL): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}

const spec = new URL("../spec/openapi.yaml", import.meta.url);
const generated = {
  "generated/openapi.ts": await generateTypes(spec),
  "generated/examples.ts": await generateExamples(spec),
};

for (const [name, text] of Object.entries(generated)) {
  const output = new URL(`../${name}`, import.meta.url);
  if (process.argv.includes("--check")) {
    const committed = await readIfPresent(output);
    if (committed !== text) {
      const state = committed === undefined ? "is missing" : "does not match spec/openapi.yaml";
      console.error(`${name} ${state}. Run \`npm run generate\` and commit the result.`);
      process.exitCode = 1;
    }
  } else {
    await mkdir(new URL(".", output), { recursive: true });
    await writeFile(output, text);
    console.log(`Wrote ${fileURLToPath(output)}`);
  }
}
