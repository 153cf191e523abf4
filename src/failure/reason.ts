import type { PartnerCenterErrorReason } from "./error.js";
import type { Fault } from "./fault.js";

// 900421 since 2026; 10001 and the words since 2019, with an empty body and the words in the reason phrase.
const MFA_CODES = ["900421", "10001"];
const MFA_WORDS = /\bMFA required\b/i;

/** The status and code of the responses that mean that there is no relationship with the customer, yet or any more. */
const NO_RELATIONSHIP: ReadonlyArray<readonly [status: number, code: string]> = [
  [403, "20002"],
  [404, "60003"],
];

/** Why the service refused a call, from the status and, where that is not enough, the fault and `Retry-After`. */
export function reasonFor(
  { status, statusText }: Pick<Response, "status" | "statusText">,
  fault: Fault,
  retryAfterMs?: number,
): PartnerCenterErrorReason {
  if (NO_RELATIONSHIP.some(([own, code]) => own === status && code === fault.code)) {
    return "no-relationship";
  }
  switch (status) {
    case 401:
      return isMfaRequired(statusText, fault) ? "mfa-required" : "sign-in";
    case 403:
      return "forbidden";
    case 404:
      return "not-found";
    case 408:
      return "timeout";
    case 429:
      return "throttled";
    default:
      if (status >= 400 && status < 500) {
        return "invalid-request";
      }
      // A redirect may say when to follow it, which nobody does.
      return status < 400 || retryAfterMs === undefined ? "service" : "throttled";
  }
}

function isMfaRequired(statusText: string, fault: Fault): boolean {
  return (
    (fault.code !== undefined && MFA_CODES.includes(fault.code)) ||
    MFA_WORDS.test(statusText) ||
    MFA_WORDS.test(fault.description ?? "")
  );
}
