/** What a keyring can be asked to do. */
export type KeyringRequest = "open" | "read" | "write" | "forget";

/** What comes back. */
export interface KeyringReply {
  /** Why there is no keyring. */
  readonly absence?: string;
  readonly secret?: string | undefined;
  readonly forgotten?: boolean;
}

/**
 * The program that asks the operating system's keyring, once: from `address` it takes @napi-rs/keyring, from standard
 * input what to write, and the reply it prints. It ends with another code than 0 when the keyring does not do it.
 */
export function keyringProgram(address: string, request: KeyringRequest): string {
  return `await (${answer})(${JSON.stringify(address)}, "${request}");`;
}

// Is run as text, so that it can use nothing of this file.
async function answer(address: string, request: KeyringRequest): Promise<void> {
  const say = (reply: KeyringReply) => void process.stdout.write(JSON.stringify(reply));
  const open = async () => {
    const { AsyncEntry }: typeof import("@napi-rs/keyring") = await import(address);
    // The kernel's keyring, which would be taken in its place, forgets when its user logs out.
    const options = { linux: { store: "secret-service" } } as const;
    return new AsyncEntry("partner-center-client", "sign-in", options);
  };
  const entry = await open().catch(() => undefined);
  if (entry === undefined) {
    return say({ absence: "this machine has no keyring that answers" });
  }
  switch (request) {
    case "open":
      return say({});
    case "read": {
      const secret = await entry.getSecret();
      return say({ secret: secret ? Buffer.from(secret).toString() : undefined });
    }
    case "write": {
      const parts: Uint8Array[] = [];
      for await (const part of process.stdin) {
        parts.push(part);
      }
      // As bytes: as text Windows has room for half as much, which is less than a refresh token.
      await entry.setSecret(Buffer.concat(parts));
      return say({});
    }
    case "forget":
      return say({ forgotten: await entry.deleteCredential() });
  }
}
