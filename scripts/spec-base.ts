import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT, run } from "./run.js";
import { isRelease } from "./versions.js";

/** A description that changes are rated against. */
export interface Base {
  readonly name: string;
  readonly file: string;
}

const BASELINE = "scripts/baseline/openapi.json";
const execute = promisify(execFile);

/** The description of the last release, or the committed one while there is no release; `undefined` without either. */
export async function baseDescription(folder: string): Promise<Base | undefined> {
  const release = await lastRelease();
  if (release === undefined) {
    return existsSync(join(ROOT, BASELINE))
      ? { name: BASELINE, file: join(ROOT, BASELINE) }
      : undefined;
  }
  const archive = join(folder, "release.tar");
  await git("archive", "--output", archive, release, "spec");
  await execute("tar", ["--extract", "--file", archive, "--directory", folder]);
  const file = await bundled(join(folder, "spec/openapi.yaml"), join(folder, "base.json"));
  return { name: release, file };
}

/** One file of a description in many, as the two compared have to be of one form. */
export async function bundled(description: string, output: string): Promise<string> {
  await run("redocly", "bundle", description, "--output", output);
  return output;
}

/** The tag of the latest release before what is in the folder: of a release as it was committed, not its own. */
async function lastRelease(): Promise<string | undefined> {
  try {
    const isCommitted = (await git("status", "--porcelain", "--untracked-files=no")) === "";
    const tags = await git(
      ...["tag", "--list", "v*", "--sort=-version:refname", "--merged", "HEAD"],
      ...(isCommitted ? ["--no-contains", "HEAD"] : []),
    );
    return tags.split("\n").find((tag) => isRelease(tag.replace("v", "")));
  } catch {
    // No clone, or no git.
    return undefined;
  }
}

async function git(...args: string[]): Promise<string> {
  return (await execute("git", args, { cwd: ROOT })).stdout.trim();
}
