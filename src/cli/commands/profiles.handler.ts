import { CommandFailure, orFailure } from "../command-failure.js";
import type { Options } from "../parser/definition.js";
import type { Shell } from "../shell.js";
import { configFolder } from "../sign-in/config-folder.js";
import { chosenProfile, distinctIn, type Profile } from "../sign-in/profile.js";
import { knownProfiles } from "../sign-in/profile-notes.js";
import { type KeptSignIn, signInStore } from "../sign-in/sign-in-store.js";
import { jsonLine } from "../terminal/json-line.js";
import { oneLine } from "../terminal/one-line.js";
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
  { profile: named, json }: Options<typeof profilesOptions>,
  shell: Shell,
): Promise<void> {
  const used = chosenProfile(named, shell.env);
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
  const width = Math.max(...listed.map(({ profile }) => profile.name.length)) + 2;
  shell.stdout.write(
    json
      ? `${jsonLine({ profiles: listed.map(factsOf) })}\n`
      : listed.map((one) => `${lineOf(one, width)}\n`).join(""),
  );
}

function lineOf({ profile, isUsed, kept }: Listed, width: number): string {
  return `${isUsed ? "*" : " "} ${profile.name.padEnd(width)}${oneLine(wordsOf(kept))}`;
}

function wordsOf(kept: Listed["kept"]): string {
  if (kept === undefined) {
    return "nobody is signed in";
  }
  if (kept instanceof CommandFailure) {
    return kept.message;
  }
  const { user = "somebody", tenantId, clientId, cloud } = kept.signIn;
  const where = cloud === "global" ? "" : ` (${cloud})`;
  return `${user} of tenant ${tenantId}${where}, for app ${clientId}, in ${kept.place.words}`;
}

function factsOf({ profile: { name }, isUsed, kept }: Listed): object {
  if (kept === undefined || kept instanceof CommandFailure) {
    return { name, isUsed, problem: wordsOf(kept) };
  }
  // Not as it is: there is a refresh token in it.
  const { tenantId, clientId, cloud, authority, user, way } = kept.signIn;
  return { name, isUsed, tenantId, clientId, cloud, authority, user, way, place: kept.place.words };
}
