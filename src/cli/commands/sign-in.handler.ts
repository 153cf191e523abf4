import { deviceCodeAdvice } from "../../auth/sign-in-advice.js";
import { isPartnerCenterError } from "../../failure/error.js";
import { callFailure } from "../call-failure.js";
import { CommandFailure, EXIT } from "../command-failure.js";
import type { Options } from "../parser/definition.js";
import { useProxies } from "../proxies.js";
import type { Shell } from "../shell.js";
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
  const store = signInStore(shell, profile);
  const way = options["device-code"] ? withDeviceCode : withBrowser;
  let stop = () => {};
  try {
    await store.check().catch((error) => {
      throw notKept("A refresh token could not be kept", "then sign in", error);
    });
    const signedIn = await way({ ...app, timeoutMs }, shell, (end) => {
      stop = end;
    });
    stop();
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
    const who = signedIn.user === undefined ? "" : ` as ${signedIn.user}`;
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
