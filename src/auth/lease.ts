import type { Wait } from "./options.js";
import type { SharedTokens } from "./shared-tokens.js";

/** Milliseconds after which a lease ends that nobody gave back, as when its holder was killed. */
export const LEASE_MS = 10_000;
/** Milliseconds within which every process has to see what another one wrote. */
export const SETTLE_MS = 100;

/** The right to redeem the refresh token, for one process at a time. */
export interface Lease {
  /** Tries to get it, which takes {@link SETTLE_MS}, and tells whether that worked. */
  take(): Promise<boolean>;
  giveBack(): Promise<void>;
}

/**
 * A store can only read and write, which is enough for Fischer's algorithm: who finds no holder writes a name of its
 * own, waits until whoever else found none has written too, and is the holder if the name is still there. A store
 * that is slower lets two through, and one that fails lets everyone; that costs token requests and nothing else.
 */
export function createLease(
  tokens: Pick<SharedTokens, "leaseHolder" | "setLeaseHolder">,
  wait: Wait,
): Lease {
  const name = crypto.randomUUID();
  return {
    async take() {
      const isFree = (await tokens.leaseHolder()) === undefined;
      if (isFree) {
        await tokens.setLeaseHolder(name, LEASE_MS);
      }
      await wait(SETTLE_MS);
      return isFree && ((await tokens.leaseHolder()) ?? name) === name;
    },
    giveBack() {
      return tokens.setLeaseHolder("", 1);
    },
  };
}
