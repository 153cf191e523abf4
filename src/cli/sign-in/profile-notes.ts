import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DEFAULT_PROFILE, isDefault, type Profile, profileWithKey } from "./profile.js";

// A keyring is asked for an entry by its name, and lists none.
const NOTE = ".in-keyring";
const FILE = ".json";

/** Notes that there is a sign-in of this profile in the keyring, if the folder can be written to. */
export async function noteProfile(folder: string, profile: Profile): Promise<void> {
  if (isDefault(profile)) {
    return;
  }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(noteOf(folder, profile), "", { mode: 0o600 });
  } catch {
    // The sign-in works without; it is only that no list has it.
  }
}

/** Removes that note. */
export async function forgetProfile(folder: string, profile: Profile): Promise<void> {
  await rm(noteOf(folder, profile), { force: true }).catch(() => undefined);
}

/** The default profile, and those of which there is a file or a note, in the order of their names. */
export async function knownProfiles(folder: string): Promise<Profile[]> {
  const files = await readdir(folder).catch(() => []);
  const keys = files.flatMap((file) =>
    [NOTE, FILE].filter((end) => file.endsWith(end)).map((end) => file.slice(0, -end.length)),
  );
  const others = [...new Set(keys)].sort().flatMap((key) => profileWithKey(key) ?? []);
  return [DEFAULT_PROFILE, ...others];
}

function noteOf(folder: string, { key }: Profile): string {
  return join(folder, `${key}${NOTE}`);
}
