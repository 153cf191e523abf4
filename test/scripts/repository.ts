import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** A git repository of a test's own. */
export interface Repository {
  /** Commits what there is of its paths, and gives the commit a tag. */
  commit(tag?: string): Promise<void>;
}

/** Makes a repository of a folder, to hold these of its paths. */
export async function createRepository(cwd: string, paths: readonly string[]): Promise<Repository> {
  const git = (...args: string[]) =>
    promisify(execFile)("git", ["-c", "user.name=a", "-c", "user.email=a@b.example", ...args], {
      cwd,
    });
  await git("init", "--quiet");
  return {
    commit: async (tag) => {
      await git("add", ...paths);
      await git("commit", "--quiet", "--allow-empty", "--message", tag ?? "A change");
      if (tag !== undefined) {
        await git("tag", tag);
      }
    },
  };
}
