import type { AccessToken } from "../../token/credential.js";
import { CommandFailure, orFailure } from "../command-failure.js";
import type { Shell } from "../shell.js";
import { accessTokenFrom, textOfAccessToken } from "./access-token-text.js";
import { configFolder } from "./config-folder.js";
import { credentialFile } from "./credential-file.js";
import { systemKeyring } from "./keyring.js";
import { NotKept, type Place } from "./place.js";
import { accessTokenOf, type Profile } from "./profile.js";
import { forgetProfile, noteProfile } from "./profile-notes.js";
import { withSignInLock } from "./sign-in-lock.js";
import { isSameAccount, type SignIn, signInFrom, textOf } from "./sign-in-text.js";

/** A sign-in that was kept. */
export interface KeptSignIn {
  readonly signIn: SignIn;
  readonly place: Place;
  /** Whether the keyring, where there may be another one, could not be read. */
  readonly isSecondChoice?: boolean;
}

/** Where a sign-in was kept. */
export interface Kept {
  readonly place: Place;
  /** Why in a file, when that is where. */
  readonly absence?: string | undefined;
  /** Why one that was kept before may still be there. */
  readonly remains?: CommandFailure | undefined;
}

/** Where one sign-in is kept: in the keyring when there is one, else in a file. */
export interface SignInStore {
  /** Rejects with {@link NotKept} when there is no place to keep a sign-in. */
  check(): Promise<void>;
  /** Finds it in the keyring, else in the file. Rejects with a failure that says what is wrong with what is there. */
  find(): Promise<KeptSignIn | undefined>;
  /** Reads again what was found, which another command may have renewed; undefined when it is gone, or another one. */
  findAgain(kept: KeptSignIn): Promise<KeptSignIn | undefined>;
  /** Keeps a new one and forgets the one before. Rejects with {@link NotKept}. */
  keep(signIn: SignIn): Promise<Kept>;
  /** Replaces its refresh token, unless it has been forgotten or replaced by somebody else meanwhile. */
  renew(kept: KeptSignIn, refreshToken: string): Promise<void>;
  /** The access token that is kept beside it for that scope, and can be used still; undefined for want of one. */
  findAccessToken(kept: KeptSignIn, scope: string): Promise<AccessToken | undefined>;
  /** Keeps an access token beside it, if that can be done. */
  keepAccessToken(kept: KeptSignIn, scope: string, token: AccessToken): Promise<void>;
  /** Forgets that access token, which the service has refused, if it is the one that is kept beside it. */
  dropAccessToken(kept: KeptSignIn, token: string): Promise<void>;
  /**
   * Forgets all that is kept, readable or not, and gives the places where there was something, in words. Rejects with
   * the failure of the first place that does not forget, when all of them have been tried.
   */
  forget(): Promise<string[]>;
  /** Runs `use` while no other command changes what is kept. `keep` and `forget` see to it themselves. */
  alone<Value>(use: () => Promise<Value>): Promise<Value>;
}

/** Where the sign-in of that profile is kept. Throws a failure when the user has no folder for settings. */
export function signInStore(shell: Shell, profile: Profile): SignInStore {
  const folder = configFolder(shell);
  const file = credentialFile(folder, profile, shell);
  const keyring = systemKeyring(shell, profile);
  const tokenFile = credentialFile(folder, accessTokenOf(profile), shell, "access token");
  const tokenKeyring = systemKeyring(shell, accessTokenOf(profile));
  const tokenPlaceOf = (place: Place) => (place === keyring ? tokenKeyring : tokenFile);
  const alone: SignInStore["alone"] = (use) => withSignInLock(folder, profile.key, shell, use);
  const signInAt = async (place: Place): Promise<KeptSignIn | undefined> => {
    const text = await place.read();
    return text === undefined
      ? undefined
      : { signIn: signInFrom(text, place.words, profile), place };
  };

  const store: SignInStore = {
    alone,

    async check() {
      try {
        await file.check();
      } catch (error) {
        // The file is not needed where a keyring answers, which takes longer to find out.
        if (await keyring.isAbsent()) {
          throw error;
        }
      }
    },

    async find() {
      const inKeyring = await orFailure(signInAt(keyring));
      if (inKeyring !== undefined && !(inKeyring instanceof CommandFailure)) {
        return inKeyring;
      }
      const inFile = await signInAt(file);
      if (inFile === undefined && inKeyring !== undefined) {
        throw inKeyring;
      }
      return inFile && { ...inFile, isSecondChoice: inKeyring !== undefined };
    },

    async findAgain({ signIn, place }) {
      const now = await signInAt(place);
      return now && isSameAccount(now.signIn, signIn) ? now : undefined;
    },

    keep: (signIn) =>
      alone(async () => {
        const text = textOf(signIn);
        for (const place of [tokenFile, tokenKeyring]) {
          await whatRemains(place);
        }
        try {
          await keyring.write(text);
        } catch (error) {
          if (!(error instanceof NotKept)) {
            throw error;
          }
          await file.write(text);
          // An older sign-in there would be found first.
          return { place: file, absence: error.message, remains: await whatRemains(keyring) };
        }
        await noteProfile(folder, profile);
        return { place: keyring, remains: await whatRemains(file) };
      }),

    async renew({ signIn, place }, refreshToken) {
      const now = (await signInAt(place))?.signIn;
      if (now && isSameAccount(now, signIn) && now.refreshToken === signIn.refreshToken) {
        await place.write(textOf({ ...signIn, refreshToken }));
      }
    },

    // What goes wrong with an access token costs another request for one, and is no reason to end a call.
    async findAccessToken({ signIn, place }, scope) {
      const text = await tokenPlaceOf(place)
        .read()
        .catch(() => undefined);
      return text === undefined ? undefined : accessTokenFrom(text, signIn, scope, shell.now());
    },

    async keepAccessToken(kept, scope, token) {
      try {
        const newest = await store.findAgain(kept);
        if (newest !== undefined) {
          const text = textOfAccessToken(token, newest.signIn, scope);
          await tokenPlaceOf(newest.place).write(text);
        }
      } catch {}
    },

    async dropAccessToken({ place }, token) {
      await alone(async () => {
        const tokens = tokenPlaceOf(place);
        if ((await tokens.read())?.includes(JSON.stringify(token))) {
          await tokens.forget();
        }
      }).catch(() => undefined);
    },

    forget: () =>
      alone(async () => {
        const forgotten: string[] = [];
        const failures: CommandFailure[] = [];
        for (const place of [file, keyring, tokenFile, tokenKeyring]) {
          const outcome = await orFailure(place.forget());
          if (outcome instanceof CommandFailure) {
            failures.push(outcome);
          } else if (outcome && (place === file || place === keyring)) {
            forgotten.push(place.words);
          }
        }
        const [failure] = failures;
        if (failure !== undefined) {
          throw failure;
        }
        await forgetProfile(folder, profile);
        return forgotten;
      }),
  };
  return store;
}

async function whatRemains(place: Place): Promise<CommandFailure | undefined> {
  const outcome = await orFailure(place.forget());
  return outcome instanceof CommandFailure ? outcome : undefined;
}
