import { usageFailure } from "../command-failure.js";

/** One of several sign-ins that are kept side by side. */
export interface Profile {
  readonly name: string;
  /** The name of its file, of its entry in the keyring and of its lock. */
  readonly key: string;
  /** What to add to a command for it: nothing for the default one. */
  readonly option: string;
}

/** What is used when nobody says which. */
export const DEFAULT_PROFILE: Profile = { name: "default", key: "sign-in", option: "" };

const VARIABLE = "PARTNER_CENTER_PROFILE";
// In lower case, as there are file systems to which capitals are the same.
export const PROFILE_NAME = {
  pattern: /^[a-z\d][a-z\d_-]{0,31}$/,
  rule: "a name of at most 32 lower-case letters, digits, - and _ that starts with a letter or digit",
} as const;

/** The profile of that name. */
export function profileNamed(name: string): Profile {
  return name === DEFAULT_PROFILE.name
    ? DEFAULT_PROFILE
    : { name, key: `${DEFAULT_PROFILE.key}-${name}`, option: ` --profile ${name}` };
}

/** The name of the profile whose sign-in has that key; undefined for what is no key of a profile. */
export function profileWithKey(key: string): Profile | undefined {
  const name = key.slice(DEFAULT_PROFILE.key.length + 1);
  return key.startsWith(`${DEFAULT_PROFILE.key}-`) &&
    PROFILE_NAME.pattern.test(name) &&
    !isDefault({ name })
    ? profileNamed(name)
    : undefined;
}

/** Under which name the access token of a profile is kept, beside its sign-in. */
export function accessTokenOf(profile: Profile): Profile {
  return { ...profile, key: profile.key.replace(DEFAULT_PROFILE.key, "access-token") };
}

/** The profile that was asked for, else that of the environment, else the default one. */
export function chosenProfile(
  asked: Profile | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Profile {
  const { [VARIABLE]: name } = env;
  if (asked !== undefined) {
    return distinctIn(env, asked);
  }
  if (!name) {
    return DEFAULT_PROFILE;
  }
  if (!PROFILE_NAME.pattern.test(name)) {
    throw usageFailure(`Invalid ${VARIABLE}: expected ${PROFILE_NAME.rule}.`);
  }
  return profileNamed(name);
}

/** Returns the profile with an option for each command to type: without it, the environment would choose another one. */
export function distinctIn(
  { [VARIABLE]: chosen }: Readonly<Record<string, string | undefined>>,
  profile: Profile,
): Profile {
  return chosen && isDefault(profile)
    ? { ...profile, option: ` --profile ${profile.name}` }
    : profile;
}

/** Returns the command that signs in, for the cloud and the authority that were given. */
export function signInCommand(
  { option }: Profile,
  { cloud, authority }: { cloud?: string | undefined; authority?: string | undefined } = {},
): string {
  return [
    `partner-center sign-in${option} --tenant <tenant> --client-id <app>`,
    ...(cloud === undefined ? [] : [`--cloud ${cloud}`]),
    ...(authority === undefined ? [] : [`--authority ${authority}`]),
  ].join(" ");
}

/** Returns whether this is the profile that is used when none is named. */
export function isDefault({ name }: Pick<Profile, "name">): boolean {
  return name === DEFAULT_PROFILE.name;
}
