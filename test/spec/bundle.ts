import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { withCopy } from "../copy.js";
import { run } from "../run.js";

/** Anything, as far as the compiler knows. */
export type Description = ReturnType<typeof JSON.parse>;

/** The description in one document without references. */
export function bundledSpec(): Promise<Description> {
  return withCopy(["generated/openapi.json"], async (cwd) => {
    const args = ["bundle", "generated/openapi.json", "--dereferenced", "--output", "openapi.json"];
    const { exitCode, stderr } = await run("redocly", args, { cwd });
    if (exitCode !== 0) {
      throw new Error(stderr);
    }
    return JSON.parse(await readFile(join(cwd, "openapi.json"), "utf8"));
  });
}
