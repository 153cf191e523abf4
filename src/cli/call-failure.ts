import { isPartnerCenterError, type PartnerCenterError } from "../error.js";
import { CommandFailure, EXIT, type ExitCode } from "./command-failure.js";
import { inShellWords } from "./shell-words.js";

/** What a failure means for the command that met it. */
export interface Meaning {
  /** What to do where signing in again helps, in a sentence, unless the failure itself says it. */
  readonly mend?: string;
  /** The exit code of a refusal that neither signing in nor waiting helps. */
  readonly refused: ExitCode;
}

/** Makes the failure of a command from what the library threw; anything else comes back as it is. */
export function callFailure(error: unknown, { mend, refused }: Meaning): unknown {
  if (!isPartnerCenterError(error)) {
    return error;
  }
  // Nothing was sent to the service, so that only the sign-in has something to tell.
  const isSignIn = error.attempts === 0;
  const told = isSignIn && isPartnerCenterError(error.cause) ? error.cause : error;
  const exitCode = exitCodeOf(told) ?? (isSignIn ? EXIT.notSignedIn : refused);
  const message = inShellWords(told.message);
  const line = mend && exitCode === EXIT.notSignedIn ? beforeIds(message, mend) : message;
  return new CommandFailure(line, exitCode, { ...told });
}

function exitCodeOf({ reason, status = 0 }: PartnerCenterError): ExitCode | undefined {
  switch (reason) {
    case "sign-in":
    case "mfa-required":
      return EXIT.notSignedIn;
    case "throttled":
    case "network":
    case "timeout":
      return EXIT.comeBack;
    default:
      return reason === "service" && status >= 500 ? EXIT.comeBack : undefined;
  }
}

/** Puts a sentence before the ids to quote, with which messages end. */
function beforeIds(message: string, sentence: string): string {
  const [ids = ""] = / \([^()]*\)$/.exec(message) ?? [];
  return `${message.slice(0, message.length - ids.length)} ${sentence}${ids}`;
}
