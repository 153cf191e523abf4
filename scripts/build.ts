import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeCommonJsTypes } from "./common-js-types.js";
import { ROOT, run } from "./run.js";
import { filesBelow, shippedFiles } from "./shipped.js";

// The declarations are checked as they are written. Comments are for them, where editors show them; in scripts they would be weight.
const SCRIPTS = ["--declaration", "false", "--noCheck", "--removeComments"];

await rm(new URL("../dist", import.meta.url), { recursive: true, force: true });
await Promise.all([
  run("tsc", "--project", "tsconfig.build.json", "--emitDeclarationOnly"),
  run("tsc", "--project", "tsconfig.build.json", ...SCRIPTS),
  run("tsc", "--project", "tsconfig.cjs.json", ...SCRIPTS),
  run("redocly", "bundle", "partner-center", "--output", "dist/openapi.json"),
]);
await writeCommonJsTypes();
// The root of the package says "module"; the nearest package.json decides.
await writeFile(new URL("../dist/cjs/package.json", import.meta.url), '{ "type": "commonjs" }\n');

// Declarations of modules that only the inside uses, and scripts of modules that hold only types.
const shipped = await shippedFiles(ROOT);
for (const file of await filesBelow(ROOT, "dist")) {
  if (!shipped.has(file)) {
    await rm(join(ROOT, file));
  }
}
