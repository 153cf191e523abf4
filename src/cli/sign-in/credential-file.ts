import { constants } from "node:fs";
import { access, lstat, mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CommandFailure, EXIT } from "../command-failure.js";
import { codeOf, isAbsence, messageOf } from "../error-code.js";
import type { Shell } from "../shell.js";
import { removeDrafts, replaceFile } from "./draft.js";
import { NotKept, type Place } from "./place.js";
import { readPrivateFile } from "./private-file.js";
import type { Profile } from "./profile.js";

/** The file in which a sign-in is kept. */
export interface CredentialFile extends Place {
  /** Rejects with {@link NotKept} when nothing can be written there. Writes nothing. */
  check(): Promise<void>;
}

/** The file of that profile in that folder, which only its owner may read. */
export function credentialFile(
  folder: string,
  profile: Profile,
  shell: Pick<Shell, "platform" | "userId" | "atExit">,
  what = "refresh token",
): CredentialFile {
  const path = join(folder, `${profile.key}.json`);
  const notKept = (error: unknown): NotKept => {
    const isFull = ["ENOSPC", "EDQUOT"].includes(codeOf(error));
    const why = messageOf(error);
    return new NotKept(why, isFull ? "Make room for it" : `Make \`${folder}\` writable`);
  };
  return {
    words: path,
    protection: shell.platform === "win32" ? undefined : "mode 0600",

    async check() {
      await checkWritable(folder).catch((error) => {
        throw notKept(error);
      });
    },

    read: () => readPrivateFile(path, profile, shell),

    async write(text) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await removeDrafts(path);
        await replaceFile(path, text, shell);
      } catch (error) {
        throw notKept(error);
      }
    },

    async forget() {
      try {
        const hadDrafts = await removeDrafts(path);
        return (await remove(what, path)) || hadDrafts;
      } catch (error) {
        throw error instanceof CommandFailure
          ? error
          : notForgotten(
              what,
              path,
              codeOf(error),
              codeOf(error) === "ERR_FS_EISDIR"
                ? "Remove that folder"
                : `Make \`${folder}\` writable, or remove that file yourself`,
            );
      }
    },
  };
}

async function checkWritable(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const parent = dirname(folder);
    if (codeOf(error) !== "ENOENT" || parent === folder) {
      throw error;
    }
    await checkWritable(parent);
  }
}

/** Whether there was something to remove. */
async function remove(what: string, path: string): Promise<boolean> {
  try {
    if ((await lstat(path)).isSymbolicLink()) {
      throw notForgotten(
        what,
        path,
        "it is a symbolic link",
        "Remove it and the file that it leads to",
      );
    }
    await rm(path);
    return true;
  } catch (error) {
    if (isAbsence(error)) {
      return false;
    }
    throw error;
  }
}

function notForgotten(what: string, path: string, why: string, remedy: string): CommandFailure {
  return new CommandFailure(
    `The ${what} is still kept in ${path} (${why}). ${remedy}.`,
    EXIT.refused,
    { reason: "sign-out" },
  );
}
