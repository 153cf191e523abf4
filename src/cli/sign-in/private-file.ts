import { constants, type Stats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { notSignedIn } from "../command-failure.js";
import { codeOf, isAbsence } from "../error-code.js";
import type { Shell } from "../shell.js";
import { type Profile, signInCommand } from "./profile.js";

const OTHERS = 0o077;
/** Bytes that no sign-in has. */
const TOO_MANY = 1_048_576;
// A pipe is opened at once, and refused, instead of waited for; a link is not followed. Windows has neither.
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
const AS_IT_IS = O_RDONLY | O_NONBLOCK | O_NOFOLLOW;

/** What a file is read with: whether there are modes, and who reads. */
export type Reader = Pick<Shell, "platform" | "userId">;

/** The text of a file that nobody but its reader may read; undefined when there is none. Rejects with a failure otherwise. */
export async function readPrivateFile(
  path: string,
  profile: Profile,
  reader: Reader,
): Promise<string | undefined> {
  const command = signInCommand(profile);
  const file = await openIfPresent(path, command);
  try {
    if (file !== undefined) {
      refuseOther(path, await file.stat(), reader, command);
    }
    return await file?.readFile("utf8");
  } finally {
    await file?.close();
  }
}

async function openIfPresent(path: string, command: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, AS_IT_IS);
  } catch (error) {
    if (isAbsence(error)) {
      return undefined;
    }
    throw codeOf(error) === "ELOOP"
      ? notSignedIn(`${path} is a symbolic link, so it is not used. ${insteadOf(command)}`)
      : notSignedIn(`${path} cannot be read (${codeOf(error)}). Check who owns it.`);
  }
}

function insteadOf(command: string): string {
  return `Remove it, and sign in with \`${command}\`.`;
}

/** Returns why a file may have been read or written by another user; undefined when it is private. */
export function accessProblem(stat: Stats, { platform, userId }: Reader): string | undefined {
  if (!stat.isFile()) {
    return "is not a file";
  }
  // Root may read what somebody else put there.
  if (userId !== undefined && stat.uid !== userId) {
    return `belongs to another user (number ${stat.uid})`;
  }
  return platform !== "win32" && (stat.mode & OTHERS) !== 0
    ? `is open to others (mode 0${(stat.mode & 0o777).toString(8)})`
    : undefined;
}

function refuseOther(path: string, stat: Stats, reader: Reader, command: string): void {
  const instead = insteadOf(command);
  const problem = accessProblem(stat, reader);
  if (problem?.startsWith("is open")) {
    throw notSignedIn(
      `${path} ${problem}, so it is not used. ` +
        `If nobody else uses this machine, run \`chmod 600 '${path}'\`; otherwise sign in again with \`${command}\`.`,
    );
  }
  if (problem !== undefined) {
    throw notSignedIn(`${path} ${problem}, so it is not used. ${instead}`);
  }
  if (stat.size >= TOO_MANY) {
    throw notSignedIn(`${path} is too large for a sign-in, so it is not used. ${instead}`);
  }
}
