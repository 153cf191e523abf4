import { CommandFailure, orFailure } from "../command-failure.js";
import type { Options } from "../parser/definition.js";
import type { Shell } from "../shell.js";
import { configFolder } from "../sign-in/config-folder.js";
import { chosenProfile, distinctIn, type Profile } from "../sign-in/profile.js";
import { knownProfiles } from "../sign-in/profile-notes.js";
import { type KeptSignIn, signInStore } from "../sign-in/sign-in-store.js";
import { type Columns, listLayout, printList } from "../terminal/list.js";
import type { profilesOptions } from "./profiles.js";

/** A profile, and what is kept as it. */
interface Listed {
  readonly profile: Profile;
  readonly isUsed: boolean;
  /** A failure says why it cannot be used; undefined when nobody is signed in. */
  readonly kept: KeptSignIn | CommandFailure | undefined;
}

/** Lists the profiles with a sign-in, and the one that is used. */
export async function printProfiles(
  options: Options<typeof profilesOptions>,
  shell: Shell,
): Promise<void> {
  const layout = listLayout(options, shell);
  const used = chosenProfile(options.profile, shell.env);
  const kept = await knownProfiles(configFolder(shell));
  const known = kept.map((profile) => distinctIn(shell.env, profile));
  const all = known.some(({ name }) => name === used.name) ? known : [...known, used];
  const looked = await Promise.all(
    all.map(async (profile): Promise<Listed> => {
      const kept = await orFailure(signInStore(shell, profile).find());
      return { profile, isUsed: profile.name === used.name, kept };
    }),
  );
  const listed = looked.filter(({ isUsed, kept }) => isUsed || kept !== undefined);
  await printList([{ items: listed.map(factsOf) }], COLUMNS, layout, shell);
}

const COLUMNS: Columns<ReturnType<typeof factsOf>> = [
  ["name", ({ name }) => name],
  ["used", ({ isUsed }) => (isUsed ? "yes" : "")],
  ["user", ({ user }) => user],
  ["tenant", ({ tenantId }) => tenantId],
  ["app", ({ clientId }) => clientId],
  ["cloud", ({ cloud }) => cloud],
  ["kept in", ({ place, problem }) => place ?? problem],
];

/** Returns what a list shows of a profile, which is no refresh token. */
function factsOf({ profile: { name }, isUsed, kept }: Listed) {
  if (kept === undefined || kept instanceof CommandFailure) {
    return { name, isUsed, problem: kept?.message ?? "nobody is signed in" };
  }
  const { tenantId, clientId, cloud, authority, user, way } = kept.signIn;
  return { name, isUsed, tenantId, clientId, cloud, authority, user, way, place: kept.place.words };
}
