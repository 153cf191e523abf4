import { refreshTokenCredential } from "../../auth/index.js";
import { clouds } from "../../token/clouds.js";
import { CommandFailure, EXIT, notSignedIn } from "../command-failure.js";
import { messageOf } from "../error-code.js";
import type { Shell } from "../shell.js";
import type { Log } from "../terminal/log.js";
import { clientAuthenticationIn } from "./client-authentication.js";
import type { CredentialSettings, FoundCredential } from "./found-credential.js";
import { hashOf } from "./hash.js";
import { NotKept } from "./place.js";
import { type Profile, signInCommand } from "./profile.js";
import { signInAgain } from "./sign-in-again.js";
import { type KeptSignIn, type SignInStore, signInStore } from "./sign-in-store.js";

/** The refresh token that `sign-in` kept; each new one takes its place. */
export async function keptCredential(
  settings: CredentialSettings,
  profile: Profile,
  shell: Shell,
  log: Log,
): Promise<FoundCredential | undefined> {
  const store = signInStore(shell, profile);
  const kept = await store.find();
  if (kept === undefined) {
    return undefined;
  }
  refuseOther(kept, settings, profile);
  const { signIn } = kept;
  const { tenantId, clientId, cloud, authority = clouds[cloud].authority, user, way } = signIn;
  const account = { tenantId, clientId };
  const proof = clientAuthenticationIn(shell, clientId);
  let given: string | undefined;
  return {
    words:
      `the refresh token that \`partner-center sign-in\` kept in ${kept.place.words}` +
      (kept.isSecondChoice ? ", as the operating system's keyring cannot be read" : ""),
    account,
    accountId: hashOf([authority, account, user ?? null]),
    cloud,
    authority,
    kept: { profile, user, way },
    remedy: `Run \`${signInAgain(signIn, profile)}\`.`,
    remedyWithoutCode: `Run \`${signInAgain({ ...signIn, way: "browser" }, profile)}\`.`,
    onRefused() {
      if (given !== undefined) {
        void store.dropAccessToken(kept, given);
      }
    },
    credential: {
      // Of commands that run at the same time each redeems the refresh token that the one before got.
      getToken: (scopes, options) =>
        store.alone(async () => {
          const newest = await store.findAgain(kept);
          if (newest === undefined) {
            throw new CommandFailure(
              "The sign-in was forgotten or replaced meanwhile. Run the command again.",
              EXIT.comeBack,
              { reason: "sign-in" },
            );
          }
          const scope = [scopes].flat().join(" ");
          const isAnyGood = options?.claims === undefined && options?.forceRefresh !== true;
          const before = isAnyGood ? await store.findAccessToken(newest, scope) : undefined;
          if (before !== undefined) {
            log.note("Using the access token that is kept beside it.");
            given = before.token;
            return before;
          }
          const renewals: Promise<void>[] = [];
          const renew = createRenewal(store, newest, log);
          const credential = refreshTokenCredential({
            ...account,
            cloud,
            authority,
            ...proof,
            refreshToken: newest.signIn.refreshToken,
            timeoutMs: settings.timeoutMs,
            onRefreshToken(refreshToken) {
              const renewal = renew(refreshToken);
              renewals.push(renewal);
              return renewal;
            },
          });
          try {
            const token = await credential.getToken(scopes, options);
            await Promise.all(renewals);
            if (token !== null) {
              await store.keepAccessToken(newest, scope, token);
              given = token.token;
            }
            return token;
          } finally {
            // The call may have given it up, as it took too long.
            await Promise.all(renewals);
          }
        }),
    },
  };
}

function createRenewal(
  store: SignInStore,
  kept: KeptSignIn,
  log: Log,
): (refreshToken: string) => Promise<void> {
  let current = kept;
  return async (refreshToken) => {
    try {
      await store.renew(current, refreshToken);
      current = { ...current, signIn: { ...current.signIn, refreshToken } };
    } catch (error) {
      // The one before goes on being good at Entra ID, so that a full disk is no reason to give no link.
      const why = messageOf(error);
      const remedy = error instanceof NotKept ? error.remedy : "Sign in again";
      log.warning(
        `The new refresh token could not be kept, and the one before stays (${why}). ${remedy}.`,
      );
    }
  };
}

function refuseOther({ signIn }: KeptSignIn, settings: CredentialSettings, profile: Profile): void {
  const { cloud, authority } = settings;
  if (cloud !== undefined && cloud !== signIn.cloud) {
    throw notSignedIn(
      `The sign-in that was kept is for the cloud ${signIn.cloud}, not for ${cloud}. Run \`${signInCommand(profile, settings)}\`.`,
    );
  }
  if (
    authority !== undefined &&
    authority !== (signIn.authority ?? clouds[signIn.cloud].authority)
  ) {
    throw notSignedIn(
      `The sign-in that was kept is from another authority than ${authority}. Run \`${signInCommand(profile, settings)}\`.`,
    );
  }
}
