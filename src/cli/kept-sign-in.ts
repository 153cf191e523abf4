import { checkedBaseUrl } from "../base-url.js";
import { type CloudName, clouds } from "../clouds.js";
import { notSignedIn } from "./command-failure.js";
import { credentialFile } from "./credential-file.js";
import { openKeyring } from "./keyring.js";
import { isName } from "./option-values.js";
import type { Place } from "./place.js";
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
}

/** Where a sign-in was kept, and why in a file when that is where. */
export interface Kept {
  readonly place: Place;
  readonly absence?: string | undefined;
}

/** Finds the sign-in in the keyring, else in the file. Rejects with a failure that says what is wrong with what is there. */
export async function findSignIn(shell: Shell): Promise<KeptSignIn | undefined> {
  const keyring = await openKeyring(shell.loadKeyring);
  let failure: unknown;
  if ("place" in keyring) {
    try {
      const found = await signInAt(keyring.place);
      if (found !== undefined) {
        return found;
      }
    } catch (error) {
      failure = error;
    }
  }
  const found = await signInAt(credentialFile(shell));
  if (found === undefined && failure !== undefined) {
    throw failure;
  }
  return found;
}

/** Keeps a new sign-in, in the keyring when there is one, and forgets the one before. */
export async function keepSignIn(shell: Shell, signIn: SignIn): Promise<Kept> {
  const text = textOf(signIn);
  const file = credentialFile(shell);
  const keyring = await openKeyring(shell.loadKeyring);
  if ("absence" in keyring) {
    await file.write(text);
    return { place: file, absence: keyring.absence };
  }
  try {
    await keyring.place.write(text);
  } catch {
    await file.write(text);
    // An older sign-in there would be found first.
    await keyring.place.forget().catch(() => false);
    return { place: file, absence: "the keyring did not take it" };
  }
  await file.forget();
  return { place: keyring.place };
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

/** Forgets every sign-in that is kept, readable or not, and gives the places where there was one, in words. */
export async function forgetSignIn(shell: Shell): Promise<string[]> {
  const keyring = await openKeyring(shell.loadKeyring);
  const places = ["place" in keyring ? [keyring.place] : [], credentialFile(shell)].flat();
  const forgotten: string[] = [];
  for (const place of places) {
    if (await place.forget()) {
      forgotten.push(place.words);
    }
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
    `What is kept in ${words} is damaged, so it is not used. Sign in again with \`partner-center sign-in\`, or remove it with \`partner-center sign-out\`.`,
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
