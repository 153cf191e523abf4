import type { Shell } from "./shell.js";
import { signInStore } from "./sign-in-store.js";

/** Forgets what `sign-in` kept, and says where that was. */
export async function signOut(shell: Shell): Promise<void> {
  const places = await signInStore(shell).forget();
  shell.stdout.write(
    places.length === 0
      ? "Nobody was signed in.\n"
      : `Signed out. The refresh token is forgotten in ${places.join(" and ")}.\n`,
  );
}
