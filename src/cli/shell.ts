import { homedir } from "node:os";
import { type Delay, delay } from "../transport/delay.js";
import { printWhole } from "./terminal/print-whole.js";

/** A stream to write to, and whether a person looks at it. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  /** How wide the terminal is; 0 when that is not known. */
  readonly columns?: number | undefined;
}

/** Where the words of another program or a person come from. */
export interface Input extends AsyncIterable<Buffer | string> {
  readonly isTTY?: boolean | undefined;
}

/** Everything that a command has of the machine that it runs on. */
export interface Shell {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The user's home, looked for when it is asked for; empty when there is none. */
  readonly home: string;
  /** The number of the user, where users have one. */
  readonly userId: number | undefined;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /**
   * Writes to standard output, the whole text or nothing of it. Rejects with the failure that says why it could not, or
   * with an error of the code EPIPE when nobody reads any longer.
   */
  readonly print: (text: string) => Promise<void>;
  /** Is aborted by Ctrl-C, and by whatever else asks the process to end. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds since any moment, on a clock that nobody sets. */
  readonly elapsed: () => number;
  readonly wait: Delay;
  /** A number from 0 to 1. */
  readonly random: () => number;
  /** Has something done at the end of the process, a signal's included, until the function that it gives is called. */
  readonly atExit: (farewell: () => void) => () => void;
  /** The address of the package @napi-rs/keyring, which whoever wants it installs beside this one. */
  readonly findKeyring: () => string | undefined;
}

/** The shell of this process. */
export function processShell({ signal, atExit }: Pick<Shell, "signal" | "atExit">): Shell {
  const { env, platform, stdout, stderr } = process;
  return {
    env,
    platform,
    get home() {
      return findHome();
    },
    userId: process.getuid?.(),
    // Opened when it is read, as that takes time.
    get stdin() {
      return process.stdin;
    },
    stdout,
    stderr,
    print: printWhole,
    signal,
    now: Date.now,
    elapsed: () => performance.now(),
    wait: delay,
    random: Math.random,
    atExit,
    findKeyring,
  };
}

function findHome(): string {
  try {
    return homedir();
  } catch {
    // A user of a container need not be in its list of users.
    return "";
  }
}

function findKeyring(): string | undefined {
  try {
    return import.meta.resolve("@napi-rs/keyring");
  } catch {
    return undefined;
  }
}
