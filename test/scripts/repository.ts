import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** A git repository of a test's own. */
export interface Repository {
  /** Runs git and returns what it printed. */
  git(...args: string[]): Promise<string>;
  /** Commits what there is of its paths, and gives the commit a tag. */
  commit(tag?: string): Promise<void>;
}

/** Makes a repository of a folder, to hold these of its paths, on a branch `main`. */
export async function createRepository(cwd: string, paths: readonly string[]): Promise<Repository> {
  const git = async (...args: string[]) => {
    const user = ["-c", "user.name=a", "-c", "user.email=a@b.example"];
    const { stdout } = await promisify(execFile)("git", [...user, ...args], { cwd });
    return stdout.trim();
  };
  await git("init", "--quiet", "--initial-branch=main");
  return {
    git,
    commit: async (tag) => {
      await git("add", ...paths);
      await git("commit", "--quiet", "--allow-empty", "--message", tag ?? "A change");
      if (tag !== undefined) {
        await git("tag", tag);
      }
    },
  };
}
