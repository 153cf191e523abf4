import { type CloudName, clouds } from "../token/clouds.js";
import { checkedBaseUrl } from "../wire/base-url.js";
import { CommandFailure, notSignedIn } from "./command-failure.js";
import { credentialFile } from "./credential-file.js";
import { SIGN_IN_COMMAND } from "./found-credential.js";
import { systemKeyring } from "./keyring.js";
import { isName } from "./option-values.js";
import { orFailure } from "./or-failure.js";
import { NotKept, type Place } from "./place.js";
import type { Shell } from "./shell.js";

/** What has to be known to go on with a sign-in. */
export interface SignIn {
  readonly tenantId: string;
  readonly clientId: string;
  readonly cloud: CloudName;
  /** Where it was done, if not at the authority of the cloud. */
  readonly authority?: string | undefined;
  readonly refreshToken: string;
}

/** A sign-in that was kept. */
export interface KeptSignIn {
  readonly signIn: SignIn;
  readonly place: Place;
  /** Whether the keyring, where there may be another one, could not be read. */
  readonly isSecondChoice?: boolean;
}

/** Where a sign-in was kept, and why in a file when that is where. */
export interface Kept {
  readonly place: Place;
  readonly absence?: string | undefined;
}

/** Finds the sign-in in the keyring, else in the file. Rejects with a failure that says what is wrong with what is there. */
export async function findSignIn(shell: Shell): Promise<KeptSignIn | undefined> {
  const inKeyring = await orFailure(signInAt(systemKeyring(shell)));
  if (inKeyring !== undefined && !(inKeyring instanceof CommandFailure)) {
    return inKeyring;
  }
  const inFile = await signInAt(credentialFile(shell));
  if (inFile === undefined && inKeyring !== undefined) {
    throw inKeyring;
  }
  return inFile && { ...inFile, isSecondChoice: inKeyring !== undefined };
}

/** Rejects with {@link NotKept} when there is no place to keep a sign-in. */
export async function checkPlace(shell: Shell): Promise<void> {
  try {
    await credentialFile(shell).check();
  } catch (error) {
    // The file is not needed where a keyring answers, which takes longer to find out.
    if (await systemKeyring(shell).isAbsent()) {
      throw error;
    }
  }
}

/** Keeps a new sign-in, in the keyring when there is one, and forgets the one before. */
export async function keepSignIn(shell: Shell, signIn: SignIn): Promise<Kept> {
  const text = textOf(signIn);
  const file = credentialFile(shell);
  const keyring = systemKeyring(shell);
  try {
    await keyring.write(text);
  } catch (error) {
    if (!(error instanceof NotKept)) {
      throw error;
    }
    await file.write(text);
    // An older sign-in there would be found first.
    await orFailure(keyring.forget());
    return { place: file, absence: error.message };
  }
  // What stays there is found after this one.
  await orFailure(file.forget());
  return { place: keyring };
}

/** Replaces the refresh token of a sign-in, unless that has been forgotten or renewed by somebody else meanwhile. */
export async function renewSignIn(
  { signIn, place }: KeptSignIn,
  refreshToken: string,
): Promise<void> {
  const now = await signInAt(place);
  if (now?.signIn.refreshToken === signIn.refreshToken) {
    await place.write(textOf({ ...signIn, refreshToken }));
  }
}

/**
 * Forgets every sign-in that is kept, readable or not, and gives the places where there was one, in words. Rejects with
 * the failure of the first place that does not forget, when all of them have been tried.
 */
export async function forgetSignIn(shell: Shell): Promise<string[]> {
  const forgotten: string[] = [];
  const failures: CommandFailure[] = [];
  for (const place of [credentialFile(shell), systemKeyring(shell)]) {
    const outcome = await orFailure(place.forget());
    if (outcome instanceof CommandFailure) {
      failures.push(outcome);
    } else if (outcome) {
      forgotten.push(place.words);
    }
  }
  const [failure] = failures;
  if (failure !== undefined) {
    throw failure;
  }
  return forgotten;
}

async function signInAt(place: Place): Promise<KeptSignIn | undefined> {
  const text = await place.read();
  return text === undefined ? undefined : { signIn: signInFrom(text, place), place };
}

function textOf(signIn: SignIn): string {
  return `${JSON.stringify({ version: 1, ...signIn }, null, 2)}\n`;
}

function signInFrom(text: string, { words }: Place): SignIn {
  try {
    const value: unknown = JSON.parse(text);
    if (isSignIn(value)) {
      const { tenantId, clientId, cloud, authority, refreshToken } = value;
      return { tenantId, clientId, cloud, authority, refreshToken };
    }
  } catch {
    // The parser would repeat the text, and with it the secret.
  }
  throw notSignedIn(
    `What is kept in ${words} is damaged, so it is not used. Sign in again with \`${SIGN_IN_COMMAND}\`, or remove it with \`partner-center sign-out\`.`,
  );
}

function isSignIn(value: unknown): value is SignIn {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const { version, tenantId, clientId, cloud, authority, refreshToken }: Record<string, unknown> = {
    ...value,
  };
  return (
    version === 1 &&
    isWord(refreshToken) &&
    [tenantId, clientId].every((name) => isWord(name) && isName(name)) &&
    typeof cloud === "string" &&
    Object.hasOwn(clouds, cloud) &&
    (authority === undefined || (isWord(authority) && isBaseUrl(authority)))
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
