import { notSignedIn } from "../command-failure.js";
import type { Shell } from "../shell.js";
import type { Log } from "../terminal/log.js";
import { refreshTokenInEnvironment } from "./environment-refresh-token.js";
import type { CredentialSettings, FoundCredential } from "./found-credential.js";
import { tokenInEnvironment, tokenOnStandardInput } from "./given-token.js";
import { keptCredential } from "./kept-credential.js";
import { chosenProfile, isDefault, signInCommand } from "./profile.js";

/**
 * Finds what to sign in with: standard input, the environment, what `sign-in` kept, in this order; of a profile that
 * the arguments name, nothing but that.
 * Rejects with a failure that says what is missing, or wrong with what was found.
 */
export async function findCredential(
  settings: CredentialSettings,
  shell: Shell,
  log: Log,
): Promise<FoundCredential> {
  const given =
    settings.profile === undefined
      ? ((await tokenOnStandardInput(settings, shell)) ??
        tokenInEnvironment(settings, shell) ??
        refreshTokenInEnvironment(settings, shell, log))
      : undefined;
  const profile = chosenProfile(settings.profile, shell.env);
  const found = given ?? (await keptCredential(settings, profile, shell, log));
  if (found === undefined) {
    const command = signInCommand(profile, settings);
    throw notSignedIn(
      isDefault(profile)
        ? `Nobody is signed in. Run \`${command}\`, or put an access token into PARTNER_CENTER_TOKEN.`
        : `Nobody is signed in as profile ${profile.name}. Run \`${command}\`, or see \`partner-center profiles\`.`,
    );
  }
  log.note(`Signing in with ${found.words}.`);
  return found;
}
