import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleModules } from "./bundle-modules.js";
import { writeCommonJsTypes } from "./common-js-types.js";
import { COMPILER, ROOT, run } from "./run.js";
import { BUNDLED_FOLDERS, filesBelow, shippedFiles } from "./shipped.js";

await rm(new URL("../dist", import.meta.url), { recursive: true, force: true });
const [, bundled] = await Promise.all([
  // Comments are in the declarations, where editors show them; in scripts they would be weight.
  run(COMPILER, "--project", "tsconfig.build.json", "--emitDeclarationOnly"),
  bundleModules(),
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
// Beside the package, for the SBOM.
await writeFile(join(ROOT, BUNDLED_FOLDERS), JSON.stringify(bundled));
