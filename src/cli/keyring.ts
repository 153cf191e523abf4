import { notSignedIn } from "./command-failure.js";
import type { Place } from "./place.js";

/** What is used of @napi-rs/keyring, which whoever wants it installs. */
export type KeyringPackage = Pick<typeof import("@napi-rs/keyring"), "AsyncEntry">;

/** The operating system's keyring, or why there is none. */
export type Keyring = { readonly place: Place } | { readonly absence: string };

const SERVICE = "partner-center-client";
const ACCOUNT = "sign-in";

/** Opens the operating system's keyring. */
export async function openKeyring(load: () => Promise<KeyringPackage>): Promise<Keyring> {
  let keyring: KeyringPackage;
  try {
    keyring = await load();
  } catch {
    return { absence: "the package @napi-rs/keyring is not installed beside this one" };
  }
  try {
    // The kernel's keyring, which would be taken in its place, forgets when its user logs out.
    const options = { linux: { store: "secret-service" } } as const;
    return { place: placeOf(new keyring.AsyncEntry(SERVICE, ACCOUNT, options)) };
  } catch {
    return { absence: "this machine has no keyring that answers" };
  }
}

function placeOf(entry: InstanceType<KeyringPackage["AsyncEntry"]>): Place {
  return {
    words: "the operating system's keyring",
    async read() {
      const secret = await entry.getSecret().catch(() => {
        throw notSignedIn(
          "The operating system's keyring cannot be read. Unlock it, or sign in again with `partner-center sign-in`.",
        );
      });
      return secret ? Buffer.from(secret).toString() : undefined;
    },
    // As bytes: as text Windows has room for half as much, which is less than a refresh token.
    write: (text) => entry.setSecret(Buffer.from(text)),
    forget: () => entry.deleteCredential(),
  };
}
