import { type CloudName, clouds } from "../../../token/clouds.js";
import {
  type Claims,
  claimsOf,
  type TokenFinding,
  type TokenQuestion,
  tokenFindings,
} from "../../../token/explain-token.js";
import { tokenProblem } from "../../../token/token-cache.js";
import { EXIT } from "../../command-failure.js";
import { isCloudName } from "../../parser/values.js";
import type { FoundCredential } from "../../sign-in/found-credential.js";
import { type Check, passed, skipped, wrong } from "./check.js";

const MINUTE_MS = 60_000;

/** What a token says of itself: whose it is, for what, until when, and what is wrong with that. */
export function tokenChecks(
  token: string,
  { cloud, remedy }: Pick<FoundCredential, "cloud" | "remedy">,
  now: number,
): Check[] {
  const claims = claimsOf(token);
  if (claims === undefined) {
    const problem = tokenProblem(token);
    return problem === undefined
      ? [skipped("token", "is not a readable JWT, so nothing can be said of it")]
      : [
          wrong("token", {
            message: `The credential returned ${problem}. ${remedy}`,
            exitCode: EXIT.notSignedIn,
          }),
        ];
  }
  const findings = tokenFindings(token, cloud, now);
  const check = (
    about: string,
    questions: readonly TokenQuestion[],
    words: string,
    otherwise = "",
  ): Check => {
    const found = findings.filter((finding) => questions.includes(finding.about));
    return found.length === 0 ? passed(about, words) : failed(about, found, otherwise + remedy);
  };
  const end = endOf(claims);
  // An app has no factors to pass.
  const isOfApp = findings.some(({ about }) => about === "user");
  return [
    check("user", ["user", "scope"], userWords(claims)),
    ...(isOfApp ? [] : [check("mfa", ["mfa"], "the user passed multifactor authentication")]),
    check("audience", ["audience"], String(claims.aud), otherCloudWords(token, now)),
    end === undefined
      ? skipped("expiry", "the token does not say when it ends")
      : check("expiry", ["expiry"], `${end.toISOString()}, in ${spanWords(end.valueOf() - now)}`),
  ];
}

function failed(about: string, findings: readonly TokenFinding[], remedy: string): Check {
  const words = findings.map((finding) => finding.words).join(" ");
  return wrong(about, { message: `${words} ${remedy}`, exitCode: EXIT.notSignedIn });
}

function userWords({ upn, unique_name, preferred_username, oid, tid }: Claims): string {
  const user = [upn, preferred_username, unique_name, oid].find(
    (claim) => typeof claim === "string",
  );
  const tenant = typeof tid === "string" ? ` of tenant ${tid}` : "";
  return `${user ?? "a user without a name"}${tenant}`;
}

/** What to do where the token is right and the cloud is not. */
function otherCloudWords(token: string, now: number): string {
  const isFor = (cloud: CloudName) =>
    tokenFindings(token, cloud, now).every(({ about }) => about !== "audience");
  const name = Object.keys(clouds).filter(isCloudName).find(isFor);
  return name === undefined ? "" : `If that is the cloud to ask, say \`--cloud ${name}\`. `;
}

function endOf({ exp }: Claims): Date | undefined {
  const end = new Date(typeof exp === "number" ? exp * 1000 : Number.NaN);
  return Number.isFinite(end.valueOf()) ? end : undefined;
}

function spanWords(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 120) {
    return `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
