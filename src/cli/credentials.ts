import { notSignedIn } from "./command-failure.js";
import { refreshTokenInEnvironment } from "./environment-refresh-token.js";
import {
  type CredentialSettings,
  type FoundCredential,
  SIGN_IN_COMMAND,
} from "./found-credential.js";
import { tokenInEnvironment, tokenOnStandardInput } from "./given-token.js";
import { keptCredential } from "./kept-credential.js";
import type { Log } from "./log.js";
import type { Shell } from "./shell.js";

/**
 * Finds what to sign in with: standard input, the environment, what `sign-in` kept, in this order.
 * Rejects with a failure that says what is missing, or wrong with what was found.
 */
export async function findCredential(
  settings: CredentialSettings,
  shell: Shell,
  log: Log,
): Promise<FoundCredential> {
  const found =
    (await tokenOnStandardInput(settings, shell)) ??
    tokenInEnvironment(settings, shell) ??
    refreshTokenInEnvironment(settings, shell, log) ??
    (await keptCredential(settings, shell, log));
  if (found === undefined) {
    throw notSignedIn(
      `Nobody is signed in. Run \`${SIGN_IN_COMMAND}\`, or put an access token into PARTNER_CENTER_TOKEN.`,
    );
  }
  log.note(`Signing in with ${found.words}.`);
  return found;
}
