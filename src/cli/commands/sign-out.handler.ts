import type { Options } from "../parser/definition.js";
import type { Shell } from "../shell.js";
import { chosenProfile, isDefault } from "../sign-in/profile.js";
import { signInStore } from "../sign-in/sign-in-store.js";
import type { signOutOptions } from "./sign-out.js";

/** Forgets what `sign-in` kept, and says where that was. */
export async function signOutUser(
  options: Options<typeof signOutOptions>,
  shell: Shell,
): Promise<void> {
  const profile = chosenProfile(options.profile, shell.env);
  const places = await signInStore(shell, profile).forget();
  const whose = isDefault(profile) ? "" : ` as profile ${profile.name}`;
  shell.stdout.write(
    places.length === 0
      ? `Nobody was signed in${whose}.\n`
      : `Signed out. The refresh token in ${places.join(" and ")} is forgotten.\n`,
  );
}
