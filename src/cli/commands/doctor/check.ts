import type { CommandFailure, ExitCode } from "../../command-failure.js";

/** One thing that was looked at. */
export interface Check {
  readonly about: string;
  readonly state: "ok" | "wrong" | "unknown";
  /** What was found and, where it is wrong, what to do. */
  readonly words: string;
  /** How a command would end because of it. */
  readonly exitCode?: ExitCode;
}

export function passed(about: string, words: string): Check {
  return { about, state: "ok", words };
}

/** Something that cannot be told, and need not be wrong. */
export function skipped(about: string, words: string): Check {
  return { about, state: "unknown", words };
}

export function wrong(
  about: string,
  { message, exitCode }: Pick<CommandFailure, "message" | "exitCode">,
): Check {
  return { about, state: "wrong", words: message, exitCode };
}
