import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type BuildOptions, build, type Plugin, type StdinOptions, transform } from "esbuild";
import { codeEntries } from "./entries.js";
import { ROOT } from "./run.js";

/** The table that the core and the sandbox read. */
const SHARED_MODULE = "generated/operations.ts";
/** What else the entries share: everything in these folders, but not in those below them. */
const SHARED_FOLDERS = [
  "src",
  "src/failure",
  "src/middleware",
  "src/token",
  "src/transport",
  "src/wire",
];
const ENTRIES = (await codeEntries(ROOT)).map(({ module }) => sourceOf(module));
const COMMAND = "src/cli/main.ts";
/** What only the command needs becomes part of its script, so that whoever uses the library installs nothing for it. */
const COMMAND_PACKAGES = ["csv-parse", "csv-stringify", "p-map"];
const CORE = "src/core.js";

const SYNTAX = { legalComments: "none", platform: "neutral", target: "es2022" } as const;

const BUNDLED = {
  ...SYNTAX,
  absWorkingDir: ROOT,
  bundle: true,
  format: "esm",
  outbase: ".",
  outdir: "dist/esm",
  packages: "external",
} satisfies BuildOptions;

/**
 * Writes the scripts of the package, a file for each entry and one for what they share, unminified: files take longer
 * to load than their content, and one copy of what is shared keeps `instanceof` true across entries.
 */
export async function bundleModules(): Promise<void> {
  const shared = await sharedModules();
  await Promise.all([
    build({ ...BUNDLED, stdin: reexporting(shared), entryNames: CORE.replace(/\.js$/, "") }),
    build({ ...BUNDLED, entryPoints: ENTRIES, plugins: [sharing(shared)] }),
    build({
      ...BUNDLED,
      entryPoints: [COMMAND],
      // It shows no stack traces, which would have to be readable.
      minify: true,
      // Each of its commands loads what it needs itself.
      splitting: true,
      chunkNames: `${dirname(COMMAND)}/[name]-[hash]`,
      external: ["node:*"],
      plugins: [sharing([...shared, ...ENTRIES]), takingIn(COMMAND_PACKAGES)],
    }),
  ]);
  await writeFile(join(ROOT, "dist/esm", dirname(COMMAND), "licenses.txt"), await licenses());
  for (const script of [CORE, ...ENTRIES.map(scriptOf)]) {
    await writeCommonJs(script);
    // Two shared modules with an export of the same name would leave it out, and whoever imports it would not load.
    await import(pathToFileURL(join(ROOT, "dist/esm", script)).href);
  }
}

/**
 * The text alone is transformed: of a file, esbuild sees that its package says "module", and then takes the whole
 * of a CommonJS dependency for its default export.
 */
async function writeCommonJs(script: string): Promise<void> {
  const text = await readFile(join(ROOT, "dist/esm", script), "utf8");
  const { code } = await transform(text, { ...SYNTAX, format: "cjs" });
  const file = join(ROOT, "dist/cjs", script);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, code);
}

async function sharedModules(): Promise<string[]> {
  const folders = await Promise.all(
    SHARED_FOLDERS.map(async (folder) => {
      const names = await readdir(join(ROOT, folder));
      return names.filter((name) => name.endsWith(".ts")).map((name) => join(folder, name));
    }),
  );
  return [SHARED_MODULE, ...folders.flat()].filter((module) => !ENTRIES.includes(module));
}

function reexporting(modules: readonly string[]): StdinOptions {
  const contents = modules.map((module) => `export * from "./${scriptOf(module)}";`).join("\n");
  return { contents, resolveDir: ROOT };
}

/** Leaves these modules out: of the entries as they are, of the others what the shared file has. */
function sharing(modules: readonly string[]): Plugin {
  return {
    name: "sharing",
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
        const module = relative(ROOT, resolve(resolveDir, path)).replace(/\.js$/, ".ts");
        if (!modules.includes(module)) {
          return undefined;
        }
        const target = ENTRIES.includes(module) ? scriptOf(module) : CORE;
        const from = relative(ROOT, resolveDir);
        const specifier = relative(from, target);
        return { path: specifier.startsWith(".") ? specifier : `./${specifier}`, external: true };
      });
    },
  };
}

/** Takes these packages into the bundle, which leaves out all others. */
function takingIn(packages: readonly string[]): Plugin {
  return {
    name: "taking-in",
    setup({ onResolve }) {
      onResolve({ filter: new RegExp(`^(${packages.join("|")})(/|$)`) }, ({ path }) => ({
        path: fileURLToPath(import.meta.resolve(path)),
      }));
    },
  };
}

/** The licences of what the command's script has taken in, which ask to be passed on. */
async function licenses(): Promise<string> {
  const texts = await Promise.all(
    COMMAND_PACKAGES.map(async (name) => {
      const folder = join(ROOT, "node_modules", name);
      const file = (await readdir(folder)).find((entry) => /^license/i.test(entry));
      if (file === undefined) {
        throw new Error(`${name} comes without its licence.`);
      }
      return `${name}\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`;
    }),
  );
  return texts.join("\n\n");
}

function scriptOf(module: string): string {
  return module.replace(/\.ts$/, ".js");
}

function sourceOf(script: string): string {
  return relative("dist/esm", script).replace(/\.js$/, ".ts");
}
