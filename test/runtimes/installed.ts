import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Where `npm run test:runtimes` installs the runtimes. */
export const INSTALLED = fileURLToPath(new URL("node_modules", import.meta.url));

/** The version at which a runtime is pinned. */
export async function pinnedVersion(name: string): Promise<string> {
  const manifest = await readFile(`${INSTALLED}/${name}/package.json`, "utf8");
  return JSON.parse(manifest).version;
}

/** What runs programs, and the arguments before the name of one. */
export const RUNTIMES: ReadonlyArray<
  readonly [name: string, path: string, args: readonly string[]]
> = [
  ["node-20", "bin/node", []],
  ["node-22", "bin/node", []],
  ["node-24", "bin/node", []],
  ["node-26", "bin/node", []],
  ["@oven/bun-linux-x64", "bin/bun", []],
  [
    "@deno/linux-x64-glibc",
    "deno",
    ["run", "--allow-net=127.0.0.1", "--allow-read", "--allow-env"],
  ],
];
