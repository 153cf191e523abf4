import { homedir } from "node:os";

/** A stream to write to, and whether a person looks at it. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

/** Where the words of another program or a person come from. */
export interface Input extends AsyncIterable<Buffer | string> {
  readonly isTTY?: boolean | undefined;
}

/** Everything that a command has of the machine that it runs on. */
export interface Shell {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Is aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The address of the package @napi-rs/keyring, which whoever wants it installs beside this one. */
  readonly findKeyring: () => string | undefined;
}

/** The shell of this process. */
export function processShell(signal: AbortSignal): Shell {
  const { env, platform, stdout, stderr } = process;
  return {
    env,
    platform,
    home: homedir(),
    // Opened when it is read, as that takes time.
    get stdin() {
      return process.stdin;
    },
    stdout,
    stderr,
    signal,
    now: Date.now,
    findKeyring,
  };
}

function findKeyring(): string | undefined {
  try {
    return import.meta.resolve("@napi-rs/keyring");
  } catch {
    return undefined;
  }
}
