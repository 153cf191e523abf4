import { spawn } from "node:child_process";
import { once } from "node:events";
import { text as textFrom } from "node:stream/consumers";
import { CommandFailure, EXIT, notSignedIn } from "../command-failure.js";
import type { Shell } from "../shell.js";
import { type KeyringReply, type KeyringRequest, keyringProgram } from "./keyring-program.js";
import { NotKept, type Place } from "./place.js";
import { type Profile, signInCommand } from "./profile.js";

/** The operating system's keyring, where nothing is kept as long as there is none. */
export interface Keyring extends Place {
  /** Whether there is none, or none that answers. */
  isAbsent(): Promise<boolean>;
}

/** Milliseconds that it may take: whoever is asked to unlock it has to type a password. */
const LONGEST_MS = 10_000;

/** What is kept for that profile in the operating system's keyring. */
export function systemKeyring(
  shell: Pick<Shell, "findKeyring" | "signal">,
  profile: Profile,
): Keyring {
  const ask = (request: KeyringRequest, text?: string) =>
    askKeyring(shell, profile.key, request, text);
  return {
    words: "the operating system's keyring",

    async isAbsent() {
      const { absence, refusal } = await ask("open");
      return (absence ?? refusal) !== undefined;
    },

    async read() {
      const { secret, refusal } = await ask("read");
      if (refusal !== undefined) {
        throw notSignedIn(
          `The operating system's keyring cannot be read: it ${refusal}. Unlock it, or sign in again with \`${signInCommand(profile)}\`.`,
        );
      }
      return secret;
    },

    async write(text) {
      const { absence, refusal } = await ask("write", text);
      if (absence !== undefined || refusal !== undefined) {
        throw new NotKept(absence ?? `the keyring ${refusal}`, "Unlock the keyring");
      }
    },

    async forget() {
      const { forgotten = false, refusal } = await ask("forget");
      if (refusal !== undefined) {
        throw new CommandFailure(
          `A refresh token may still be kept in the operating system's keyring: it ${refusal}. Unlock it, and sign out again.`,
          EXIT.refused,
          { reason: "sign-out" },
        );
      }
      return forgotten;
    },
  };
}

interface Outcome extends KeyringReply {
  /** Why the keyring did not do it, in words that follow its name. */
  readonly refusal?: string;
}

/** Asks in a process of its own: the native code of the keyring may block its process for ever, Ctrl-C included. */
async function askKeyring(
  { findKeyring, signal }: Pick<Shell, "findKeyring" | "signal">,
  account: string,
  request: KeyringRequest,
  text: string | undefined,
): Promise<Outcome> {
  const address = findKeyring();
  if (address === undefined) {
    return { absence: "the package @napi-rs/keyring is not installed beside this one" };
  }
  const child = spawn(
    process.execPath,
    ["--input-type=module", "--eval", keyringProgram(address, account, request)],
    {
      signal,
      timeout: LONGEST_MS,
      killSignal: "SIGKILL",
      windowsHide: true,
      // The last one is for the child to see that this process ended.
      stdio: ["pipe", "pipe", "pipe", "pipe"],
    },
  );
  const { stdin, stdout, stderr } = child;
  stderr.resume();
  // It may end without having read all of it.
  stdin.on("error", () => undefined);
  stdin.end(text);
  try {
    const [reply, [exitCode]] = await Promise.all([textFrom(stdout), once(child, "close")]);
    if (exitCode === 0) {
      return JSON.parse(reply);
    }
  } catch {
    // The error of the process would repeat what it printed.
    signal.throwIfAborted();
  }
  return { refusal: child.killed ? `did not answer within ${LONGEST_MS / 1000} s` : "refused" };
}
