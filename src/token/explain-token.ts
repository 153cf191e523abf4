import { oneLine } from "../failure/sanitize.js";
import { withoutTrailingSlashes } from "../wire/trailing-slashes.js";
import { base64Text } from "./base64-text.js";
import { type CloudName, cloudNamed, clouds } from "./clouds.js";
import { tokenProblem } from "./token-cache.js";

/** What a token says of itself. */
export type Claims = Readonly<Record<string, unknown>>;

const LONGEST_AUDIENCE = 256;
const PARTNER_CENTER_APP_ID = "fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd";

/** The issuers of version 1.0 tokens, where they are not of the cloud's authority. */
const EARLIER_ISSUERS: Partial<Readonly<Record<string, string>>> = {
  china: "https://sts.chinacloudapi.cn",
};

/** What a finding is about. */
export type TokenQuestion = "readable" | "expiry" | "audience" | "user" | "scope" | "mfa";

/** Something that is wrong with an access token. */
export interface TokenFinding {
  readonly about: TokenQuestion;
  /** In a sentence. */
  readonly words: string;
}

/**
 * Says in words what is wrong with an access token, as far as its claims show; empty when nothing is.
 * Reads the token here and nowhere else, verifies nothing, and never throws for a token, whatever it is.
 * `scope` is the delegated permission that the token was asked for, that of the cloud by default.
 * Throws `TypeError` for a cloud that is none.
 */
export function explainToken(
  token: string,
  cloud: CloudName = "global",
  now: () => number = Date.now,
  scope?: string,
): string[] {
  return tokenFindings(token, cloud, now(), scope).map(({ words }) => words);
}

/** What {@link explainToken} says, each with what it is about. */
export function tokenFindings(
  token: string,
  cloud: CloudName,
  now: number,
  scope?: string,
): TokenFinding[] {
  const { baseUrl, scope: own } = cloudNamed(cloud);
  const claims = claimsOf(token);
  if (claims === undefined) {
    const problem = tokenProblem(token);
    const words =
      problem === undefined
        ? "The token is not a readable JWT, as access tokens for Partner Center are."
        : `This is ${problem}.`;
    return [{ about: "readable", words }];
  }
  // The last word of a scope is the permission; some resources end with a slash of their own.
  const asked = (scope ?? own).split(" ").find((word) => word.includes("/")) ?? own;
  const end = asked.lastIndexOf("/");
  const permission = asked.slice(end + 1).toLowerCase();
  const resource = withoutTrailingSlashes(asked.slice(0, end)).toLowerCase();
  const ids = [baseUrl, PARTNER_CENTER_APP_ID];
  const findings: Array<readonly [TokenQuestion, string | false]> = [
    ["expiry", expiry(claims, now)],
    [
      "audience",
      ids.includes(resource)
        ? otherCloud(claims, cloud) || audience(claims, baseUrl, ids)
        : audience(claims, resource, [resource]),
    ],
    ...permissions(claims, permission),
  ];
  return findings.flatMap(([about, finding]) =>
    finding === false ? [] : [{ about, words: `The token ${finding}.` }],
  );
}

function permissions(
  claims: Claims,
  permission: string,
): Array<readonly [TokenQuestion, string | false]> {
  if (isAppOnly(claims)) {
    return [["user", "is of an app alone; sign a user in instead (App+User)"]];
  }
  const scopes = textOf(claims.scp).toLowerCase().split(" ");
  return [
    [
      "scope",
      permission !== ".default" &&
        !scopes.includes(permission) &&
        `lacks \`${permission}\` in \`scp\``,
    ],
    [
      "mfa",
      !(Array.isArray(claims.amr) && claims.amr.includes("mfa")) &&
        "does not say that its user passed multifactor authentication (no `mfa` in `amr`)",
    ],
  ];
}

function expiry({ exp }: Claims, now: number): string | false {
  const end = new Date(typeof exp === "number" ? exp * 1000 : Number.NaN);
  return end.valueOf() <= now && `expired at ${end.toISOString()}`;
}

function otherCloud(claims: Claims, cloud: CloudName): string | false {
  const { baseUrl } = cloudNamed(cloud);
  const issuer = textOf(claims.iss);
  for (const [name, other] of Object.entries(clouds)) {
    const isForOther = other.baseUrl !== baseUrl && audiencesOf(claims).includes(other.baseUrl);
    const isFromOther = [other.authority, EARLIER_ISSUERS[name]].some((origin) =>
      issuer.startsWith(`${origin}/`),
    );
    if (name !== cloud && (isForOther || isFromOther)) {
      return `is meant for the cloud \`${name}\`, not for \`${cloud}\``;
    }
  }
  return false;
}

function audience(claims: Claims, resource: string, ids: readonly string[]): string | false {
  const audiences = audiencesOf(claims);
  // The id of an app stands for its resource, and whose id it is cannot be seen.
  const isMeant = (audience: string) =>
    ids.includes(audience) || (ids.length === 1 && !audience.includes(":"));
  return (
    !audiences.some(isMeant) &&
    `is meant for ${oneLine(audiences.join(" and "), LONGEST_AUDIENCE) || "nobody"}, not for ${resource}`
  );
}

function audiencesOf({ aud }: Claims): string[] {
  return [aud]
    .flat()
    .flatMap((one) => (textOf(one) ? [withoutTrailingSlashes(textOf(one)).toLowerCase()] : []));
}

function isAppOnly({ idtyp, scp }: Claims): boolean {
  return idtyp === "app" || (idtyp !== "user" && scp === undefined);
}

/** The claims of a JWT, which nobody has verified; undefined for what is none, or cannot be sent as it is. */
export function claimsOf(token: string): Claims | undefined {
  if (tokenProblem(token) !== undefined) {
    return undefined;
  }
  try {
    const claims: unknown = JSON.parse(base64Text(String(token.split(".")[1])));
    return isObject(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Claims {
  return typeof value === "object" && value !== null;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
