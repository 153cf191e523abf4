import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** One entry of the package, as `exports` names it. */
export interface Entry {
  /** "index" for the package itself, else the name behind the slash. */
  readonly name: string;
  /** Paths from the package's folder. */
  readonly module: string;
  readonly commonJs: string;
}

/** The entries of the package at `root` that are code: those that can be imported and required. */
export async function codeEntries(root: string): Promise<Entry[]> {
  const { exports } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  return Object.entries<unknown>(exports).flatMap(([path, target]) =>
    isPair(target)
      ? [
          {
            name: path === "." ? "index" : path.slice("./".length),
            module: target.import,
            commonJs: target.require,
          },
        ]
      : [],
  );
}

function isPair(target: unknown): target is { import: string; require: string } {
  return typeof target === "object" && target !== null && "import" in target && "require" in target;
}

/** The declarations beside a script. */
export function declarationsOf(script: string): string {
  return script.replace(/\.js$/, ".d.ts");
}

/** What a script of the ES modules is built from. */
export function sourceOf(script: string): string {
  return relative("dist/esm", script).replace(/\.js$/, ".ts");
}
