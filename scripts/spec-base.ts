import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { BUNDLE } from "./description.js";
import { ROOT } from "./run.js";
import { isRelease } from "./versions.js";

/** An earlier description to rate changes against. */
export interface Base {
  readonly name: string;
  /** JSON; absent from commits before the description was committed in one file. */
  readonly description?: string;
  /** CHANGELOG.md of that time, whose lines announce nothing that came later. */
  readonly changelog?: string;
}

const BASELINE = "scripts/baseline/openapi.json";

/** Whether there is history to compare with; an archive of the package has none. */
const isClone = existsSync(join(ROOT, ".git"));

/** Throws in a shallow clone, which may lack the commits and tags to compare with. */
export async function requireHistory(): Promise<void> {
  if (isClone && (await git("rev-parse", "--is-shallow-repository")) === "true") {
    throw new Error(
      "this clone is shallow and may lack the commits and tags to compare with. Run `git fetch --unshallow --tags`.",
    );
  }
}

/** Returns the description where this branch left main or, on main, at the parent of HEAD; `undefined` if there is none. */
export async function startOfBranch(): Promise<Base | undefined> {
  if (!isClone) {
    return undefined;
  }
  // In descending order of their names, origin/main comes first.
  const main = await git(
    ...["for-each-ref", "--sort=-refname", "--count=1", "--format=%(refname:short)"],
    ...["refs/heads/main", "refs/remotes/origin/main"],
  );
  if (main === "") {
    throw new Error(
      "this clone has neither origin/main nor main. Run `git fetch origin main:main`.",
    );
  }
  const [head, parent] = (await git("rev-list", "--parents", "--max-count=1", "HEAD")).split(" ");
  const mergeBase = await git("merge-base", "HEAD", main);
  const [commit, role] =
    mergeBase === head
      ? [parent, "the parent of HEAD"]
      : [mergeBase, `the merge base of HEAD and ${main}`];
  if (commit === undefined) {
    return undefined;
  }
  const name = `${commit.slice(0, 10)} (${role})`;
  const isBundled = (await git("ls-tree", "--name-only", commit, BUNDLE)) !== "";
  if (!isBundled) {
    return { name };
  }
  const changelog = await git("show", `${commit}:CHANGELOG.md`).catch(() => "");
  return { name, description: await descriptionAt(commit), changelog };
}

/** Returns the description of the last release or, while there is none, the committed one. */
export async function lastRelease(): Promise<Base & { readonly description: string }> {
  const tag = isClone ? await lastTag() : undefined;
  if (tag !== undefined) {
    return { name: tag, description: await descriptionAt(tag) };
  }
  if (!existsSync(join(ROOT, BASELINE))) {
    throw new Error("there is no earlier release. Run `git fetch --tags` in a clone.");
  }
  return { name: BASELINE, description: await readFile(join(ROOT, BASELINE), "utf8") };
}

/** Returns the tag of the latest release before the working tree; a release as it was committed is not before itself. */
async function lastTag(): Promise<string | undefined> {
  const isCommitted = (await git("status", "--porcelain", "--untracked-files=no")) === "";
  const tags = await git(
    ...["tag", "--list", "v*", "--sort=-version:refname", "--merged", "HEAD"],
    ...(isCommitted ? ["--no-contains", "HEAD"] : []),
  );
  return tags.split("\n").find((tag) => isRelease(tag.replace("v", "")));
}

function descriptionAt(revision: string): Promise<string> {
  return git("show", `${revision}:${BUNDLE}`);
}

async function git(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("git", args, { cwd: ROOT, maxBuffer: Infinity });
  return stdout.trim();
}
