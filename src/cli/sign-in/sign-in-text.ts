import { type CloudName, clouds } from "../../token/clouds.js";
import { checkedBaseUrl } from "../../wire/base-url.js";
import { notSignedIn } from "../command-failure.js";
import { isIdOrDomain } from "../parser/values.js";
import { type Profile, signInCommand } from "./profile.js";

/** What has to be known to go on with a sign-in. */
export interface SignIn {
  readonly tenantId: string;
  readonly clientId: string;
  readonly cloud: CloudName;
  /** Where it was done, if not at the authority of the cloud. */
  readonly authority?: string | undefined;
  readonly refreshToken: string;
  /** Who signed in, where that was told; for people to read. */
  readonly user?: string | undefined;
  /** How, where that was written down. */
  readonly way?: Way | undefined;
}

/** With a browser of the same machine, or with a code that was entered in any other. */
export type Way = "browser" | "device-code";

/** A sign-in as it is kept. */
export function textOf(signIn: SignIn): string {
  return `${JSON.stringify({ version: 1, ...signIn }, null, 2)}\n`;
}

/** The sign-in that was kept as this text. Throws the failure that says that it is damaged, in the place of these words. */
export function signInFrom(text: string, words: string, profile: Profile): SignIn {
  try {
    const value: unknown = JSON.parse(text);
    if (isSignIn(value)) {
      const { tenantId, clientId, cloud, authority, refreshToken, user, way } = value;
      return { tenantId, clientId, cloud, authority, refreshToken, user, way };
    }
  } catch {
    // The parser would repeat the text, and with it the secret.
  }
  throw notSignedIn(
    `What is kept in ${words} is damaged, so it is not used. Sign in again with \`${signInCommand(profile)}\`, or remove it with \`partner-center sign-out${profile.option}\`.`,
  );
}

/** Whether both are of one app in one tenant, whichever refresh tokens they have. */
export function isSameAccount(one: SignIn, other: SignIn): boolean {
  return (["tenantId", "clientId", "cloud", "authority"] as const).every(
    (name) => one[name] === other[name],
  );
}

function isSignIn(value: unknown): value is SignIn {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const fields: Record<string, unknown> = { ...value };
  const { version, tenantId, clientId, cloud, authority, refreshToken, user, way } = fields;
  return (
    version === 1 &&
    isWord(refreshToken) &&
    [tenantId, clientId].every((name) => isWord(name) && isIdOrDomain(name)) &&
    typeof cloud === "string" &&
    Object.hasOwn(clouds, cloud) &&
    (authority === undefined || (isWord(authority) && isBaseUrl(authority))) &&
    (user === undefined || typeof user === "string") &&
    (way === undefined || way === "browser" || way === "device-code")
  );
}

function isBaseUrl(text: string): boolean {
  try {
    return checkedBaseUrl(text) === text;
  } catch {
    return false;
  }
}

function isWord(value: unknown): value is string {
  return typeof value === "string" && /^\S+$/.test(value);
}
