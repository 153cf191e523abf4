import type { ScenarioName } from "./scenario.js";

/** What each scenario answers, in a few words. */
export const scenarios: Readonly<Record<ScenarioName, string>> = {
  link: "200 and a link to the admin center, or `reply`",
  "office-portal-link": "200 and a link of the form used until 2020",
  unauthorized: "401, as for a token that has expired",
  "mfa-required": "401, code 900421: a token without multifactor authentication",
  "mfa-required-2019": "401 in the form of 2019: no body, 'MFA required' in the reason phrase",
  "app-only": "403, code 900329: a token of an app without a user",
  "bad-request": "400, code 800002: a parameter that the service cannot use",
  "not-found": "404, code 60003: a tenant that nobody knows",
  throttled: "429 of the gateway with Retry-After (`retryAfter`, `asDate`)",
  failure: "500, or `status`, with the first example of that status, or `fault`",
  unavailable: "503 of the gateway, with Retry-After when asked (`retryAfter`, `asDate`)",
  slow: "200 and a link whose second half comes after `ms`",
  "html-page": "200 and the page of a proxy",
  empty: "200 without a body",
  truncated: "200 and the first half of the JSON",
  redirect: "302 to the page of a proxy on another host",
  "dropped-connection": "no answer: the connection breaks",
  "no-answer": "no answer until the caller gives up",
};
