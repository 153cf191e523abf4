import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bundleDescription } from "./description.js";
import { generateFiles } from "./generated-files.js";
import { findSpecProblems, formatProblems } from "./spec-problems.js";

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

async function generate(): Promise<Readonly<Record<string, string>>> {
  const bundle = await bundleDescription().catch(async (error: unknown) => {
    const problems = await findSpecProblems();
    throw problems.length === 0 ? error : new Error(formatProblems(problems));
  });
  return generateFiles(bundle);
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
