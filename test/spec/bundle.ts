import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { withCopy } from "../copy.js";
import { run } from "../run.js";

/** Anything, as far as the compiler knows. */
export type Description = ReturnType<typeof JSON.parse>;

/** The description in one document without references. */
export function bundledSpec(): Promise<Description> {
  return withCopy(["spec", "redocly.yaml", "scripts/redocly-plugin.js"], async (cwd) => {
    const args = ["bundle", "partner-center", "--dereferenced", "--output", "openapi.json"];
    const { exitCode, stderr } = await run("redocly", args, { cwd });
    if (exitCode !== 0) {
      throw new Error(stderr);
    }
    return JSON.parse(await readFile(join(cwd, "openapi.json"), "utf8"));
  });
}
