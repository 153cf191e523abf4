import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { notSignedIn } from "./command-failure.js";
import { configFolder } from "./config-folder.js";
import type { Place } from "./place.js";
import type { Shell } from "./shell.js";

const OTHERS = 0o077;

/** The file that only its owner may read, under the platform's folder for settings. */
export function credentialFile(shell: Pick<Shell, "env" | "platform" | "home">): Place {
  const folder = configFolder(shell);
  const path = join(folder, "sign-in.json");
  const hasModes = shell.platform !== "win32";
  return {
    words: path,
    protection: hasModes ? "mode 0600" : undefined,

    async read() {
      const file = await openIfPresent(path);
      try {
        return file && (await readPrivate(file, path, hasModes));
      } finally {
        await file?.close();
      }
    },

    async write(text) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
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
    },

    async forget() {
      try {
        await rm(path);
        return true;
      } catch (error) {
        if (isAbsence(error)) {
          return false;
        }
        throw error;
      }
    },
  };
}

async function openIfPresent(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path);
  } catch (error) {
    if (isAbsence(error)) {
      return undefined;
    }
    throw notSignedIn(`${path} cannot be read (${codeOf(error)}). Check who owns it.`);
  }
}

async function readPrivate(file: FileHandle, path: string, hasModes: boolean): Promise<string> {
  const stat = await file.stat();
  if (!stat.isFile()) {
    throw notSignedIn(
      `${path} is no file. Remove it, and sign in with \`partner-center sign-in\`.`,
    );
  }
  const mode = stat.mode & 0o777;
  if (hasModes && (mode & OTHERS) !== 0) {
    throw notSignedIn(
      `${path} is open to others (mode 0${mode.toString(8)}), so it is not used. ` +
        `If nobody else uses this machine, run \`chmod 600 '${path}'\`; otherwise sign in again with \`partner-center sign-in\`.`,
    );
  }
  return file.readFile("utf8");
}

function isAbsence(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
