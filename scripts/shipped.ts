import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, normalize, relative } from "node:path";
import ts from "typescript";

/** The licences of the packages that the command has in its script; they go where it goes. */
export const BUNDLED_LICENCES = "dist/esm/src/cli/licences.txt";

/** The folders of all packages that are bundled; the build writes it, and the package does not have it. */
export const BUNDLED_FOLDERS = "dist/bundled.json";

/**
 * The files of a package that its `exports` and `bin` lead to, by way of what they import, as paths from its folder,
 * whether they are there or not. The package.json files that say of which kind these scripts are belong to them.
 */
export async function shippedFiles(root: string): Promise<Set<string>> {
  const { exports, bin } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const shipped = new Set<string>();
  // Nobody imports a command, so that it needs no declarations.
  const pending = [...targets(exports).flatMap(withDeclarations), ...targets(bin)];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    const path = normalize(file);
    if (!shipped.has(path)) {
      shipped.add(path);
      if (existsSync(join(root, path))) {
        const alongside = [...packageFilesAbove(path), licencesBeside(path), `${path}.map`].filter(
          (file) => existsSync(join(root, file)),
        );
        pending.push(...alongside, ...imports(path, await readFile(join(root, path), "utf8")));
      }
    }
  }
  return shipped;
}

/** The files below `folder`, as paths from `root`. */
export async function filesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function targets(target: unknown): string[] {
  if (typeof target === "string") {
    return [target];
  }
  return typeof target === "object" && target !== null
    ? Object.values(target).flatMap(targets)
    : [];
}

function withDeclarations(script: string): string[] {
  return script.endsWith(".js") ? [script, script.replace(/\.js$/, ".d.ts")] : [script];
}

function packageFilesAbove(path: string): string[] {
  const folder = dirname(path);
  return folder === "." ? [] : [join(folder, "package.json"), ...packageFilesAbove(folder)];
}

function licencesBeside(path: string): string {
  return join(dirname(path), basename(BUNDLED_LICENCES));
}

function imports(path: string, text: string): string[] {
  if (!/\.[jt]s$/.test(path)) {
    return [];
  }
  const declares = path.endsWith(".d.ts");
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => join(dirname(path), fileName))
    .map((file) => (declares ? file.replace(/\.js$/, ".d.ts") : file));
}
