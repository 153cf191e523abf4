import type { Operation } from "../../../generated/operations.js";
import type { Answer } from "./answer.js";
import type { Call } from "./call.js";
import type { Partner } from "./partner.js";

/** How the sandbox plays an operation of the description. */
export interface SandboxOperation {
  /** Answers a call whose parameters the description allows, and remembers what it changes. */
  answer(call: Call, partner: Partner): Answer;
  /** Refuses a call whose parameters the description rules out; 400 with the reason by default. */
  refuse?(call: Call): Answer;
  /** Returns the body of a success without a memory; the first example of the description by default. */
  example?(request: Request, operation: Operation): unknown;
  /** Whether a success comes without the byte order mark that others have. */
  readonly hasNoByteOrderMark?: true;
}
