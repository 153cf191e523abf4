import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Where `npm run test:runtimes` installs the runtimes. */
export const INSTALLED = fileURLToPath(new URL("node_modules", import.meta.url));

/** The version at which a runtime is pinned. */
export async function pinnedVersion(name: string): Promise<string> {
  const manifest = await readFile(`${INSTALLED}/${name}/package.json`, "utf8");
  return JSON.parse(manifest).version;
}
