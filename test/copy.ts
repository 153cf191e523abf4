import { cp, mkdir, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Runs `use` in a temporary copy of some files and folders of this repository, which it may spoil. */
export async function withCopy<Result>(
  paths: string[],
  use: (directory: string) => Promise<Result>,
): Promise<Result> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), "partner-center-client-")));
  try {
    for (const path of ["package.json", ...paths]) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await cp(join(ROOT, path), join(directory, path), { recursive: true });
    }
    await symlink(join(ROOT, "node_modules"), join(directory, "node_modules"));
    return await use(directory);
  } finally {
    await rm(directory, { recursive: true });
  }
}
