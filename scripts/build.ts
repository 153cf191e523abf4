import { rm, writeFile } from "node:fs/promises";
import { run } from "./run.js";

await rm(new URL("../dist", import.meta.url), { recursive: true, force: true });
await Promise.all([
  run("tsc", "--project", "tsconfig.build.json"),
  run("tsc", "--project", "tsconfig.cjs.json"),
  run("redocly", "bundle", "partner-center", "--output", "dist/openapi.json"),
]);
// The root of the package says "module"; the nearest package.json decides.
await writeFile(new URL("../dist/cjs/package.json", import.meta.url), '{ "type": "commonjs" }\n');
