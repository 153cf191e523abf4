// Compiled by test/types.test.ts, and never run. Each `@ts-expect-error` stands over what must not compile.
import { createPartnerCenterClient } from "partner-center-client";
import {
  type CreateSandboxOptions,
  createSandbox,
  createSandboxFetch,
  type Scenario,
  scenarios,
} from "partner-center-client/sandbox";

/** A sandbox stands where fetch does. */
export const standIn: typeof fetch = createSandboxFetch();
export const client = createPartnerCenterClient({
  credential: () => "any-token",
  fetch: createSandboxFetch(["unavailable", "link"]),
});

/** The scenarios are known, and what can be set in each. */
export const right: Scenario[] = [
  "link",
  { scenario: "empty" },
  { scenario: "slow", ms: 5 },
  { scenario: "failure", status: 502, fault: { statusCode: 502 } },
];
// @ts-expect-error there is no such scenario
export const unknown: Scenario = "lnk";
// @ts-expect-error an empty reply takes no time
export const misplaced: Scenario = { scenario: "empty", ms: 5 };
// @ts-expect-error a fault is no link
export const confused: Scenario = { scenario: "link", reply: { code: 400 } };
// @ts-expect-error "soon" is no time
export const vague: Scenario = { scenario: "throttled", retryAfter: "soon" };
// @ts-expect-error nobody has described that
export const words: string = scenarios.lnk;

/** What arrived is for reading. */
export function forget(): void {
  // @ts-expect-error the list grows by requests only
  createSandboxFetch().requests.pop();
}

/** A partner with state takes what the description has, and stands where fetch does. */
export const partner = createSandbox({
  customers: [
    { id: "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05", companyProfile: { domain: "contoso.com" } },
  ],
  resellers: [{ id: "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90", agreement: "other-region" }],
});
export const played: typeof fetch = partner.fetch;
// @ts-expect-error nobody knows such an outcome
export const undecided: CreateSandboxOptions = { resellers: [{ agreement: "maybe" }] };
// @ts-expect-error a customer has an id, no name of its own
export const nameless: CreateSandboxOptions = { customers: [{ name: "Contoso" }] };
// @ts-expect-error nobody accepts without a link
partner.accept({ customer: {} });
