import { createHash } from "node:crypto";
import { clouds } from "../../token/clouds.js";
import type { AccessToken } from "../../token/credential.js";
import { tokenProblem } from "../../token/token-cache.js";
import type { SignIn } from "./sign-in-text.js";

// A token that ends sooner might end on its way, and none of Microsoft's lasts longer.
const LEAST_LEFT_MS = 120_000;
const MOST_LEFT_MS = 86_400_000;

/** What an access token was given for: for whom, what, and by which refresh token, as a hash of it. */
function purposeOf(signIn: SignIn, scope: string): Record<string, string> {
  const { tenantId, clientId, cloud, authority = clouds[cloud].authority, refreshToken } = signIn;
  const by = createHash("sha256").update(refreshToken).digest("base64");
  return { tenantId, clientId, cloud, authority, scope, by };
}

/** An access token as it is kept beside the sign-in that it came of. */
export function textOfAccessToken(
  { token, expiresOnTimestamp }: AccessToken,
  signIn: SignIn,
  scope: string,
): string {
  return `${JSON.stringify({ version: 1, ...purposeOf(signIn, scope), token, expiresOnTimestamp }, null, 2)}\n`;
}

/** The access token that was kept as this text, if it is for the same and still good at that time; undefined otherwise. */
export function accessTokenFrom(
  text: string,
  signIn: SignIn,
  scope: string,
  now: number,
): AccessToken | undefined {
  const { token, expiresOnTimestamp, ...rest } = fieldsOf(text);
  const purpose = Object.entries({ version: 1, ...purposeOf(signIn, scope) });
  const leftMs = Number(expiresOnTimestamp) - now;
  return purpose.every(([name, value]) => rest[name] === value) &&
    typeof token === "string" &&
    tokenProblem(token) === undefined &&
    typeof expiresOnTimestamp === "number" &&
    leftMs > LEAST_LEFT_MS &&
    leftMs <= MOST_LEFT_MS
    ? { token, expiresOnTimestamp }
    : undefined;
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    return { ...JSON.parse(text) };
  } catch {
    return {};
  }
}
