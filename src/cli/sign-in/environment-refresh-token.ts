import { refreshTokenCredential } from "../../auth/index.js";
import { clouds } from "../../token/clouds.js";
import { usageFailure } from "../command-failure.js";
import { isIdOrDomain } from "../parser/values.js";
import type { Shell } from "../shell.js";
import type { Log } from "../terminal/log.js";
import { checkedSecret, clientAuthenticationIn } from "./client-authentication.js";
import type { CredentialSettings, FoundCredential } from "./found-credential.js";
import { hashOf } from "./hash.js";

/** The refresh token in the environment, with what has to be there to redeem it. */
export function refreshTokenInEnvironment(
  settings: CredentialSettings,
  { env, now }: Pick<Shell, "env" | "now">,
  log: Log,
): FoundCredential | undefined {
  const { PARTNER_CENTER_REFRESH_TOKEN: token } = env;
  if (!token) {
    return undefined;
  }
  const account = {
    tenantId: required(env, "PARTNER_CENTER_TENANT_ID", "the id or a domain name of a tenant"),
    clientId: required(env, "PARTNER_CENTER_CLIENT_ID", "the id of an app registration"),
  };
  const { cloud = "global", authority = clouds[cloud].authority } = settings;
  return {
    words: "the refresh token in PARTNER_CENTER_REFRESH_TOKEN",
    account,
    accountId: hashOf([authority, account, token]),
    cloud,
    authority,
    remedy: "Put the refresh token of another sign-in into PARTNER_CENTER_REFRESH_TOKEN.",
    credential: refreshTokenCredential({
      ...account,
      cloud,
      authority,
      refreshToken: checkedSecret("PARTNER_CENTER_REFRESH_TOKEN", token),
      ...clientAuthenticationIn({ env, now }, account.clientId),
      timeoutMs: settings.timeoutMs,
      onRefreshToken: () =>
        log.note(
          "There is a new refresh token, which cannot be kept: PARTNER_CENTER_REFRESH_TOKEN still has the one before.",
        ),
    }),
  };
}

function required(env: Shell["env"], name: string, what: string): string {
  const value = env[name];
  if (!value) {
    throw usageFailure(
      `Missing ${name}, ${what}: PARTNER_CENTER_REFRESH_TOKEN cannot be redeemed without it.`,
    );
  }
  if (!isIdOrDomain(value)) {
    // Not repeated: the variables beside it are secrets, and may have been mistaken for it.
    throw usageFailure(`Invalid ${name}: expected ${what}.`);
  }
  return value;
}
