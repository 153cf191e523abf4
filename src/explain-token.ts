import { type CloudName, cloudNamed, clouds } from "./clouds.js";

type Claims = Readonly<Record<string, unknown>>;

const PARTNER_CENTER_APP_ID = "fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd";

/**
 * Says in words what is wrong with an access token, as far as its claims show; empty when nothing is.
 * Reads the token here and nowhere else, verifies nothing, and never throws for a token, whatever it is.
 * Throws `TypeError` for a cloud that is none.
 */
export function explainToken(
  token: string,
  cloud: CloudName = "global",
  now: () => number = Date.now,
): string[] {
  const { baseUrl } = cloudNamed(cloud);
  const claims = claimsOf(token);
  if (claims === undefined) {
    return ["The token is no readable JWT, as access tokens for Partner Center are."];
  }
  const scopes = textOf(claims.scp).split(" ");
  const findings = [expiry(claims, now()), audience(claims, cloud, baseUrl)];
  if (isAppOnly(claims)) {
    findings.push("is of an app alone; sign a user in instead (App+User)");
  } else {
    findings.push(
      !scopes.includes("user_impersonation") && "lacks `user_impersonation` in `scp`",
      !(Array.isArray(claims.amr) && claims.amr.includes("mfa")) &&
        "does not say that its user passed multifactor authentication (no `mfa` in `amr`)",
    );
  }
  return findings.filter((finding) => finding !== false).map((finding) => `The token ${finding}.`);
}

function expiry({ exp }: Claims, now: number): string | false {
  const end = new Date(typeof exp === "number" ? exp * 1000 : Number.NaN);
  return end.valueOf() <= now && `expired at ${end.toISOString()}`;
}

function audience({ aud, iss }: Claims, cloud: CloudName, baseUrl: string): string | false {
  const resource = textOf(aud).replace(/\/$/, "");
  for (const [name, other] of Object.entries(clouds)) {
    const isForOther = resource !== baseUrl && resource === other.baseUrl;
    if (name !== cloud && (isForOther || textOf(iss).startsWith(`${other.authority}/`))) {
      return `is meant for the cloud \`${name}\`, not for \`${cloud}\``;
    }
  }
  return (
    resource !== baseUrl &&
    resource !== PARTNER_CENTER_APP_ID &&
    `is meant for ${resource || "nobody"}, not for ${baseUrl}`
  );
}

function isAppOnly({ idtyp, scp }: Claims): boolean {
  return idtyp === "app" || (idtyp !== "user" && scp === undefined);
}

function claimsOf(token: string): Claims | undefined {
  try {
    // As text of single bytes: what is read of the claims is ASCII.
    const claims: unknown = JSON.parse(
      atob(String(token.split(".")[1]).replace(/-/g, "+").replace(/_/g, "/")),
    );
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
