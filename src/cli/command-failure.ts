/** How a command ends. The guide to the shell says what each number asks of the caller. */
export const EXIT = {
  done: 0,
  refused: 1,
  usage: 2,
  notSignedIn: 3,
  comeBack: 4,
  hungUp: 129,
  interrupted: 130,
  closedPipe: 141,
  terminated: 143,
} as const;

/** A number of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Why a command did not do what it was asked, in one line. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
  readonly exitCode: ExitCode;
  /** What `--json` tells besides the message. */
  readonly details: object;

  constructor(message: string, exitCode: ExitCode, details: object = {}) {
    super(message);
    this.exitCode = exitCode;
    this.details = details;
  }
}

/** Returns whether something thrown is a failure of a command, also one of a script that loaded later. */
export function isCommandFailure(error: unknown): error is CommandFailure {
  return error instanceof Error && error.name === "CommandFailure" && "exitCode" in error;
}

/** Returns the failure for invalid arguments or environment; nothing was sent. */
export function usageFailure(message: string): CommandFailure {
  return new CommandFailure(message, EXIT.usage, { reason: "usage" });
}

/** Returns the failure for a missing or unusable credential. */
export function notSignedIn(message: string): CommandFailure {
  return new CommandFailure(message, EXIT.notSignedIn, { reason: "sign-in" });
}

/** Returns the failure of a command as a value; anything else that is thrown stays thrown. */
export async function orFailure<Value>(promise: Promise<Value>): Promise<Value | CommandFailure> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof CommandFailure) {
      return error;
    }
    throw error;
  }
}
