import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { deviceCodeAdvice } from "../../auth/sign-in-advice.js";
import { isPartnerCenterError } from "../../failure/error.js";
import { callFailure } from "../call-failure.js";
import { CommandFailure, EXIT, usageFailure } from "../command-failure.js";
import { codeOf } from "../error-code.js";
import type { Options } from "../parser/definition.js";
import { useProxies } from "../proxies.js";
import type { Shell } from "../shell.js";
import { clientAuthenticationIn } from "../sign-in/client-authentication.js";
import { replaceFile } from "../sign-in/draft.js";
import { NotKept } from "../sign-in/place.js";
import { chosenProfile, isDefault, type Profile } from "../sign-in/profile.js";
import { signInAgain } from "../sign-in/sign-in-again.js";
import { signInStore } from "../sign-in/sign-in-store.js";
import type { SignIn } from "../sign-in/sign-in-text.js";
import { withBrowser, withDeviceCode } from "../sign-in/sign-in-ways.js";
import type { signInOptions } from "./sign-in.js";

/** Signs a user in, keeps the refresh token and says whose it is and where. */
export async function signInUser(
  options: Options<typeof signInOptions>,
  shell: Shell,
): Promise<void> {
  const { cloud = "global", authority, proxy, timeout: timeoutMs } = options;
  const app = { tenantId: options.tenant, clientId: options["client-id"], cloud, authority };
  // Nothing is sent to the service.
  await useProxies({ ...app, baseUrl: app.authority, proxy, signsIn: true }, shell);
  const profile = chosenProfile(options.profile, shell.env);
  const file = options["refresh-token-file"];
  const proof = clientAuthenticationIn(shell, app.clientId);
  const store = file === undefined ? signInStore(shell, profile) : undefined;
  const way = options["device-code"] ? withDeviceCode : withBrowser;
  let stop = () => {};
  try {
    await (store?.check() ?? checkFolder(file)).catch((error) => {
      throw notKept("A refresh token could not be kept", "then sign in", error);
    });
    const signedIn = await way({ ...app, ...proof, timeoutMs }, shell, (end) => {
      stop = end;
    });
    stop();
    const who = signedIn.user === undefined ? "" : ` as ${signedIn.user}`;
    if (store === undefined) {
      await writeToken(file, signedIn.refreshToken, shell);
      shell.stdout.write(
        `Signed in to ${app.tenantId}${who}. The refresh token is in ${file} (mode 0600).\n`,
      );
      return;
    }
    const kept = await store.keep({ ...app, ...signedIn }).catch((error) => {
      throw notKept(
        "Signed in, but the refresh token could not be kept",
        "then sign in again",
        error,
      );
    });
    const { place, absence, remains } = kept;
    const protection = place.protection === undefined ? "" : ` (${place.protection})`;
    const why = absence === undefined ? "" : ` It is in a file because ${absence}.`;
    const name = isDefault(profile) ? "" : `, profile ${profile.name}`;
    shell.stdout.write(
      `Signed in to ${app.tenantId}${who}${name}. The refresh token is kept in ${place.words}${protection}.${why}\n`,
    );
    if (remains !== undefined) {
      // The keyring would be asked before the file.
      const [instead, then] = absence
        ? [", and would be used instead", " Then sign in again."]
        : ["", ""];
      throw new CommandFailure(
        `Signed in, but an earlier sign-in may still be kept${instead}. ${remains.message}${then}`,
        EXIT.refused,
        { reason: "sign-in" },
      );
    }
  } catch (error) {
    throw callFailure(error, {
      refused: EXIT.notSignedIn,
      remedy: way === withDeviceCode ? withoutCode(error, app, profile) : undefined,
    });
  } finally {
    stop();
  }
}

/** Rejects if no file can be written there, before anybody signs in. */
async function checkFolder(file = ""): Promise<void> {
  try {
    await access(dirname(resolve(file)), constants.W_OK);
  } catch (error) {
    throw usageFailure(
      `Cannot write the file of \`--refresh-token-file\` (${codeOf(error)}). Nothing was sent.`,
    );
  }
}

async function writeToken(file = "", refreshToken: string, shell: Shell): Promise<void> {
  try {
    await replaceFile(file, `${refreshToken}\n`, shell);
  } catch (error) {
    throw new CommandFailure(
      `Signed in, but the refresh token could not be written (${codeOf(error)}). Choose another file, then sign in again.`,
      EXIT.refused,
      { reason: "sign-in" },
    );
  }
}

/** What to type where device codes are blocked. */
function withoutCode(
  error: unknown,
  app: Pick<SignIn, "tenantId" | "clientId" | "cloud" | "authority">,
  profile: Profile,
): string | undefined {
  return isPartnerCenterError(error) && deviceCodeAdvice(error.code) !== undefined
    ? `Run \`${signInAgain(app, profile)}\`.`
    : undefined;
}

function notKept(what: string, then: string, error: unknown): unknown {
  return error instanceof NotKept
    ? new CommandFailure(
        `${what} (${error.message}). ${error.remedy}, ${then}.`,
        EXIT.notSignedIn,
        {
          reason: "sign-in",
        },
      )
    : error;
}
