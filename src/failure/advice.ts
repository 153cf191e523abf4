import type { PartnerCenterErrorReason } from "./error.js";

const BY_CODE: Readonly<Record<string, string>> = {
  "1002": "This call is for another kind of partner, such as an indirect provider.",
  "800039": "The reseller programme of this partner is not active.",
  "900124": "The partner has to accept the Microsoft Partner Agreement first.",
  "900309": "A Conditional Access policy of the partner's tenant blocks this sign-in.",
  "900329": "Sign a user in (App+User).",
  "900420": "Ask for a token for Partner Center itself (see `scope` in `clouds`).",
};

const BY_REASON: Readonly<Record<PartnerCenterErrorReason, string>> = {
  "sign-in":
    "Check that the token is current, belongs to a user of the partner tenant and is meant for this cloud.",
  "mfa-required":
    "The user has to sign in again with multifactor authentication; renewing the token is not enough.",
  forbidden:
    "The signed-in user may lack the role (Admin agent or Sales agent of the partner tenant).",
  "not-found": "Check what was asked for, and the base URL.",
  "no-relationship": "There is no relationship with this tenant, yet or any more.",
  // Its message says what to do.
  "invalid-parameter": "",
  throttled: "Come back later; calls made earlier count against the limit.",
  "invalid-request": "Check what was asked for.",
  service: "Try again later.",
  network: "Check the base URL, the network and the proxy.",
  timeout: "Try again later, or allow more time with `timeoutMs`.",
  "malformed-response":
    "Something between here and the service may have answered in its place, such as a proxy.",
};

/** What to do about a redirect, whatever it leads to. */
export const REDIRECT_ADVICE = "Check the base URL and the proxy; redirects are not followed.";

/** What a failure is told by, besides its reason. */
export interface Circumstances {
  readonly code?: string | undefined;
  /** Milliseconds after which to come back. */
  readonly waitMs?: number | undefined;
  /** What the caller supplied, such as the names of its parameters. */
  readonly supplied?: readonly string[] | undefined;
}

/** What to do about a failure, in a sentence. */
export function adviceFor(
  reason: PartnerCenterErrorReason,
  { code = "", waitMs, supplied = [] }: Circumstances = {},
): string {
  if (reason === "throttled" && waitMs !== undefined) {
    return `Come back in ${spanOf(waitMs)}; calls made earlier count against the limit.`;
  }
  if (Object.hasOwn(BY_CODE, code)) {
    return BY_CODE[code] ?? BY_REASON[reason];
  }
  return BY_REASON[reason].replace("what was asked for", listed(supplied) ?? "what was asked for");
}

function listed(parts: readonly string[]): string | undefined {
  return parts.length < 2 ? parts[0] : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function spanOf(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes <= 2) {
    return `${Math.ceil(ms / 1000)} s`;
  }
  return minutes <= 120 ? `${Math.ceil(minutes)} min` : `${Math.ceil(minutes / 60)} h`;
}
