import { constants } from "node:fs";
import { access, type FileHandle, lstat, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CommandFailure, EXIT, notSignedIn } from "./command-failure.js";
import { configFolder } from "./config-folder.js";
import { SIGN_IN_COMMAND } from "./found-credential.js";
import { NotKept, type Place } from "./place.js";
import type { Shell } from "./shell.js";

const OTHERS = 0o077;
// A pipe is opened at once, and refused, instead of waited for; a link is not followed. Windows has neither.
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
const AS_IT_IS = O_RDONLY | O_NONBLOCK | O_NOFOLLOW;
const INSTEAD = `Remove it, and sign in with \`${SIGN_IN_COMMAND}\`.`;

/** The file in which a sign-in is kept. */
export interface CredentialFile extends Place {
  /** Rejects with {@link NotKept} when nothing can be written there. Writes nothing. */
  check(): Promise<void>;
}

/** The file that only its owner may read, under the platform's folder for settings. */
export function credentialFile(shell: Pick<Shell, "env" | "platform" | "home">): CredentialFile {
  const folder = configFolder(shell);
  const path = join(folder, "sign-in.json");
  const hasModes = shell.platform !== "win32";
  const notKept = (error: unknown): NotKept => {
    const isFull = ["ENOSPC", "EDQUOT"].includes(codeOf(error));
    const why = error instanceof Error ? error.message : "no reason given";
    return new NotKept(why, isFull ? "Make room for it" : `Make \`${folder}\` writable`);
  };
  return {
    words: path,
    protection: hasModes ? "mode 0600" : undefined,

    async check() {
      await checkWritable(folder).catch((error) => {
        throw notKept(error);
      });
    },

    async read() {
      const file = await openIfPresent(path);
      try {
        return file && (await readPrivate(file, path, hasModes));
      } finally {
        await file?.close();
      }
    },

    async write(text) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await replace(path, text);
      } catch (error) {
        throw notKept(error);
      }
    },

    async forget() {
      try {
        if ((await lstat(path)).isSymbolicLink()) {
          throw notForgotten(path, "it is a symbolic link", "Remove it and what it leads to");
        }
        await rm(path);
        return true;
      } catch (error) {
        if (isAbsence(error)) {
          return false;
        }
        throw error instanceof CommandFailure
          ? error
          : notForgotten(
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

async function replace(path: string, text: string): Promise<void> {
  const draft = `${path}.${crypto.randomUUID()}`;
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
  }
}

async function openIfPresent(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, AS_IT_IS);
  } catch (error) {
    if (isAbsence(error)) {
      return undefined;
    }
    throw codeOf(error) === "ELOOP"
      ? notSignedIn(`${path} is a symbolic link, so it is not used. ${INSTEAD}`)
      : notSignedIn(`${path} cannot be read (${codeOf(error)}). Check who owns it.`);
  }
}

async function readPrivate(file: FileHandle, path: string, hasModes: boolean): Promise<string> {
  const stat = await file.stat();
  if (!stat.isFile()) {
    throw notSignedIn(`${path} is no file. ${INSTEAD}`);
  }
  const mode = stat.mode & 0o777;
  if (hasModes && (mode & OTHERS) !== 0) {
    throw notSignedIn(
      `${path} is open to others (mode 0${mode.toString(8)}), so it is not used. ` +
        `If nobody else uses this machine, run \`chmod 600 '${path}'\`; otherwise sign in again with \`${SIGN_IN_COMMAND}\`.`,
    );
  }
  return file.readFile("utf8");
}

function notForgotten(path: string, why: string, remedy: string): CommandFailure {
  return new CommandFailure(
    `The refresh token is still kept in ${path} (${why}). ${remedy}.`,
    EXIT.refused,
    { reason: "sign-out" },
  );
}

function isAbsence(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
