import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { COMPILER } from "../scripts/run.js";
import { ROOT } from "./copy.js";
import { run } from "./run.js";

/** Type-checks files as `npm run typecheck` does, and gives what the compiler has to say of them. */
export async function compile(
  files: readonly string[],
  overrides: Readonly<Record<string, boolean>> = {},
): Promise<string[]> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), "partner-center-client-types-")));
  try {
    const typeRoots = [`${ROOT}node_modules/@types`];
    await writeFile(
      `${directory}/tsconfig.json`,
      JSON.stringify({
        extends: `${ROOT}tsconfig.json`,
        compilerOptions: { typeRoots, ...overrides },
        files,
        include: [],
      }),
    );
    const { stdout } = await run(COMPILER, ["--project", directory, "--pretty", "false"], {
      cwd: directory,
    });
    return [...stdout.matchAll(/^(?:(.+)\((\d+),\d+\): )?error TS\d+: (.*)$/gm)].map(
      ([, file, line, text]) =>
        file === undefined ? `${text}` : `${resolve(directory, file)}:${line} ${text}`,
    );
  } finally {
    await rm(directory, { recursive: true });
  }
}
