import { quoted } from "../invalid-option.js";
import { PartnerCenterError } from "./error.js";

/** A parameter that the description rules out, and why. */
export interface InvalidParameter {
  readonly parameter: string;
  /** What it has to be, in words. */
  readonly expected: string;
  readonly received: unknown;
  /** What the value was probably mistaken for, in words. */
  readonly mistake?: string | undefined;
}

/** Creates the error for a call that is not sent, because the description rules out one of its parameters. */
export function invalidParameter({
  parameter,
  expected,
  received,
  mistake,
}: InvalidParameter): PartnerCenterError {
  const looks = mistake === undefined ? "" : `, which looks like ${mistake}`;
  return new PartnerCenterError(
    `Invalid \`${parameter}\`: expected ${expected}, got ${quoted(received)}${looks}.`,
    { reason: "invalid-parameter", parameter, attempts: 0 },
  );
}
