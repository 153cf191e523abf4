import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { BUNDLE, bundleDescription } from "./description.js";
import { generateExamples } from "./generate-examples.js";
import { generateOperations } from "./generate-operations.js";
import { generateTypes } from "./generate-types.js";

const HEADER = `// Generated from spec/openapi.yaml by \`npm run generate\`. Do not edit:
// change the spec, run the command, and commit both.

`;

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

/** What is generated, by the path to write it to. */
async function generate(): Promise<Readonly<Record<string, string>>> {
  const bundle = await bundleDescription();
  const description = JSON.parse(bundle);
  const examples = await readdir(new URL("../spec/components/examples/", import.meta.url));
  return {
    [BUNDLE]: bundle,
    "generated/openapi.ts": HEADER + (await generateTypes(description)),
    "generated/operations.ts": generateOperations(description),
    "generated/examples.ts": generateExamples(description, examples.sort()),
  };
}

const generated = await generate().catch((error: unknown) => {
  // The libraries' errors hold the whole description.
  console.error(`Nothing was generated: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
  return {};
});

if (process.argv.includes("--check")) {
  for (const [name, text] of Object.entries(generated)) {
    const committed = await readIfPresent(new URL(`../${name}`, import.meta.url));
    if (committed !== text) {
      const state = committed === undefined ? "is missing" : "does not match spec/openapi.yaml";
      console.error(`${name} ${state}.`);
      process.exitCode = 1;
    }
  }
  if (process.exitCode === 1) {
    console.error("Run `npm run generate` and commit the result.");
  }
} else {
  for (const [name, text] of Object.entries(generated)) {
    const output = new URL(`../${name}`, import.meta.url);
    await mkdir(new URL(".", output), { recursive: true });
    await writeFile(output, text);
    console.log(`Wrote ${fileURLToPath(output)}`);
  }
}
