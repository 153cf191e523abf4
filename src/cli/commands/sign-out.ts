import type { Given } from "../parser/command-line.js";
import { optional } from "../parser/option-values.js";
import type { Shell } from "../shell.js";
import { chosenProfile, isDefault, profileValue } from "../sign-in/profile.js";
import { signInStore } from "../sign-in/sign-in-store.js";

/** Forgets what `sign-in` kept, and says where that was. */
export async function signOut(given: Given, shell: Shell): Promise<void> {
  const profile = chosenProfile(optional(profileValue, given, "profile"), shell.env);
  const places = await signInStore(shell, profile).forget();
  const whose = isDefault(profile) ? "" : ` as profile ${profile.name}`;
  shell.stdout.write(
    places.length === 0
      ? `Nobody was signed in${whose}.\n`
      : `Signed out. The refresh token in ${places.join(" and ")} is forgotten.\n`,
  );
}
