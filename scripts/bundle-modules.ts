import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type BuildOptions,
  build,
  type Metafile,
  type Plugin,
  type StdinOptions,
  transform,
} from "esbuild";
import { bundledFolders, bundledLicences } from "./bundled-licences.js";
import { codeEntries, sourceOf } from "./entries.js";
import { ROOT } from "./run.js";
import { BUNDLED_LICENCES } from "./shipped.js";

/** Dependencies that are modules alone: the CommonJS scripts have their text, as some hosts cannot require a module. */
const MODULES_ALONE = ["oauth4webapi"];
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
const CORE = "src/core.js";

const { dependencies, peerDependencies } = JSON.parse(
  await readFile(join(ROOT, "package.json"), "utf8"),
);

const SYNTAX = { legalComments: "none", platform: "neutral", target: "es2022" } as const;

const BUNDLED = {
  ...SYNTAX,
  absWorkingDir: ROOT,
  bundle: true,
  format: "esm",
  outbase: ".",
  outdir: "dist/esm",
  packages: "external",
  // With the sources in it, as these are not in the package.
  sourcemap: true,
} satisfies BuildOptions;

/**
 * Writes the scripts of the package, a file for each entry and one for what they share, unminified: files take longer
 * to load than their content, and one copy of what is shared keeps `instanceof` true across entries.
 * Returns the folders of the packages whose text is in them.
 */
export async function bundleModules(): Promise<string[]> {
  const shared = await sharedModules();
  const [metafiles] = await Promise.all([
    bundleCommand([...shared, ...ENTRIES]),
    build({ ...BUNDLED, stdin: reExporting(shared), entryNames: CORE.replace(/\.js$/, "") }),
    build({ ...BUNDLED, entryPoints: ENTRIES, plugins: [sharing(shared)] }),
  ]);
  const folders = bundledFolders(...metafiles);
  await writeFile(join(ROOT, BUNDLED_LICENCES), await bundledLicences(folders));
  for (const script of [CORE, ...ENTRIES.map(scriptOf)]) {
    folders.push(...(await writeCommonJs(script)));
    // Two shared modules with an export of the same name would leave it out, and whoever imports it would not load.
    await import(pathToFileURL(join(ROOT, "dist/esm", script)).href);
  }
  return [...new Set(folders)];
}

/**
 * Writes the scripts of the command: one with the parser and help, which has to load fast and is therefore a single
 * file, and one for each module that it imports when it is needed. Leaves out what the package has besides.
 */
async function bundleCommand(elsewhere: readonly string[]): Promise<Metafile[]> {
  const folder = dirname(COMMAND);
  const options = {
    ...BUNDLED,
    metafile: true,
    // It shows no stack traces, which would have to be readable.
    minify: true,
    sourcemap: false,
    // What the command alone needs is in its scripts, so that nobody else installs it.
    packages: "bundle",
    external: ["node:*", ...Object.keys(dependencies), ...Object.keys(peerDependencies)],
    plugins: [sharing(elsewhere, folder)],
  } satisfies BuildOptions;
  const lazy = new Set<string>();
  const first = await build({
    ...options,
    entryPoints: [COMMAND],
    plugins: [leavingOut(lazy), takingNode(), ...options.plugins],
  });
  const rest = await build({
    ...options,
    entryPoints: [...lazy],
    splitting: true,
    entryNames: `${folder}/[name]`,
    chunkNames: `${folder}/[name]-[hash]`,
  });
  return [first.metafile, rest.metafile];
}

/** Leaves out the modules that are imported when they are needed, and collects them. */
function leavingOut(lazy: Set<string>): Plugin {
  return {
    name: "leaving-out",
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
        if (kind !== "dynamic-import") {
          return undefined;
        }
        lazy.add(resolve(resolveDir, path.replace(/\.js$/, ".ts")));
        return { path: `./${basename(path)}`, external: true };
      });
    },
  };
}

/**
 * The text alone is transformed: of a file, esbuild sees that its package says "module", and then takes the whole
 * of a CommonJS dependency for its default export. Returns the folders of the packages that the script has in it.
 */
async function writeCommonJs(script: string): Promise<string[]> {
  const source = join(ROOT, "dist/esm", script);
  const file = join(ROOT, "dist/cjs", script);
  await mkdir(dirname(file), { recursive: true });
  const [text, sourceMap] = await Promise.all([
    readFile(source, "utf8"),
    readFile(`${source}.map`, "base64"),
  ]);
  // esbuild reads the map of its input only from the input itself.
  const input = text.replace(
    /(?<=\n\/\/# sourceMappingURL=).*\n$/,
    `data:application/json;base64,${sourceMap}\n`,
  );
  const { code, map } = await transform(input, { ...SYNTAX, format: "cjs", sourcemap: "external" });
  if (!MODULES_ALONE.some((name) => code.includes(`require("${name}")`))) {
    await writeFile(file, `${code}//# sourceMappingURL=${basename(script)}.map\n`);
    await writeFile(`${file}.map`, map);
    return [];
  }
  const { metafile } = await build({
    ...SYNTAX,
    absWorkingDir: ROOT,
    entryPoints: [source],
    outfile: file,
    format: "cjs",
    bundle: true,
    sourcemap: true,
    metafile: true,
    external: ["node:*"],
    plugins: [keepingScriptsOf(source)],
  });
  const folders = bundledFolders(metafile);
  await writeFile(join(dirname(file), basename(BUNDLED_LICENCES)), await bundledLicences(folders));
  return folders;
}

/** Leaves out the scripts that a script imports, which the package has, and minifies what it has of other packages. */
function keepingScriptsOf(script: string): Plugin {
  return {
    name: "keeping-scripts",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, importer }) =>
        importer === script ? { path, external: true } : undefined,
      );
      onLoad({ filter: /[\\/]node_modules[\\/].*\.js$/ }, async ({ path }) => {
        const { code } = await transform(await readFile(path, "utf8"), { ...SYNTAX, minify: true });
        return { contents: code };
      });
    },
  };
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

function reExporting(modules: readonly string[]): StdinOptions {
  const contents = modules.map((module) => `export * from "./${scriptOf(module)}";`).join("\n");
  return { contents, resolveDir: ROOT };
}

/** Leaves these modules out: of the entries as they are, of the others what the shared file has. Scripts go to one folder. */
function sharing(modules: readonly string[], outputFolder?: string): Plugin {
  return {
    name: "sharing",
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
        const module = relative(ROOT, resolve(resolveDir, path)).replace(/\.js$/, ".ts");
        if (!modules.includes(module)) {
          return undefined;
        }
        const target = ENTRIES.includes(module) ? scriptOf(module) : CORE;
        const from = outputFolder ?? entryFolder(relative(ROOT, resolveDir));
        const specifier = relative(from, target);
        return { path: specifier.startsWith(".") ? specifier : `./${specifier}`, external: true };
      });
    },
  };
}

/**
 * Takes the modules of Node from the running process: a module cannot require them, as CommonJS packages do, and an
 * import of them would load parts that nothing uses, which is most of the time that help takes.
 */
function takingNode(): Plugin {
  return {
    name: "taking-node",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: "node" }));
      onLoad({ filter: /.*/, namespace: "node" }, ({ path }) => ({
        contents:
          path === "node:child_process"
            ? // Only for commands that are programs of their own, of which there are none.
              "module.exports = {};"
            : `module.exports = process.getBuiltinModule("${path}");`,
      }));
    },
  };
}

/** Returns the folder of the entry that a module belongs to, and of its script. */
function entryFolder(sourceFolder: string): string {
  return sourceFolder.split("/").slice(0, 2).join("/");
}

function scriptOf(module: string): string {
  return module.replace(/\.ts$/, ".js");
}
