import { rmSync } from "node:fs";
import { open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isAbsence } from "../error-code.js";
import type { Shell } from "../shell.js";

const DRAFT_END = /^\.[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Replaces a file wholly or not at all, by way of a draft beside it that only its owner may read. */
export async function replaceFile(
  path: string,
  text: string,
  { atExit }: Pick<Shell, "atExit">,
): Promise<void> {
  const draft = `${path}.${crypto.randomUUID()}`;
  const stopAtExit = atExit(() => rmSync(draft, { force: true }));
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    stopAtExit();
  }
}

/** Removes what processes left that were killed while they replaced a file, and says whether there was anything. */
export async function removeDrafts(path: string): Promise<boolean> {
  const names = await draftsBeside(path);
  await Promise.all(names.map((name) => rm(join(dirname(path), name), { force: true })));
  return names.length > 0;
}

async function draftsBeside(path: string): Promise<string[]> {
  const name = basename(path);
  try {
    const entries = await readdir(dirname(path), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.startsWith(name))
      .map((entry) => entry.name)
      .filter((other) => DRAFT_END.test(other.slice(name.length)));
  } catch (error) {
    if (isAbsence(error)) {
      return [];
    }
    throw error;
  }
}
