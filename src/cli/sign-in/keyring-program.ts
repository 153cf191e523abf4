/** What a keyring can be asked to do. */
export type KeyringRequest = "open" | "read" | "write" | "forget";

/** What comes back. */
export interface KeyringReply {
  /** Why there is no keyring. */
  readonly absence?: string;
  readonly secret?: string | undefined;
  readonly forgotten?: boolean;
}

/** The file descriptor whose other end the parent holds for as long as it lives. */
export const PARENT_FD = 3;

/**
 * The program that asks the operating system's keyring, once: from `address` it takes @napi-rs/keyring, from standard
 * input what to write, and the reply it prints. It ends with another code than 0 when the keyring does not do it,
 * and at once when its parent ends, however that came.
 */
export function keyringProgram(address: string, account: string, request: KeyringRequest): string {
  const given = [address, account, request].map((text) => JSON.stringify(text)).join();
  return `(${watch})(${JSON.stringify(`(${endWithParent})(${PARENT_FD})`)}); await (${answer})(${given});`;
}

// These are run as text, so that they can use nothing of this file.

/** Runs a program in a thread of its own, as the native code of the keyring may block this one. */
function watch(program: string): void {
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  new Worker(program, { eval: true, env: {}, execArgv: [] }).unref();
}

function endWithParent(fd: number): void {
  const { Socket } = process.getBuiltinModule("node:net");
  const parent = new Socket({ fd });
  parent.on("error", () => undefined);
  parent.on("close", () => process.kill(process.pid, "SIGKILL"));
  parent.resume();
}

async function answer(address: string, account: string, request: KeyringRequest): Promise<void> {
  const say = (reply: KeyringReply) => void process.stdout.write(JSON.stringify(reply));
  const open = async () => {
    const { AsyncEntry }: typeof import("@napi-rs/keyring") = await import(address);
    // The kernel's keyring, which would be taken in its place, forgets when its user logs out.
    const options = { linux: { store: "secret-service" } } as const;
    return new AsyncEntry("partner-center-client", account, options);
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
