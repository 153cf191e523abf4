import type { Wait } from "./options.js";
import type { LeaseEntry } from "./shared-tokens.js";

/** The right to redeem the refresh token, for one process at a time. */
export interface Lease {
  /** Tries to get it, waiting a moment when another process has it, and tells whether that worked. */
  take(): Promise<boolean>;
  /** Whether it has ended since it was taken, so that another process may have it. */
  isLost(): boolean;
  giveBack(): Promise<void>;
}

/** Milliseconds after which a lease ends whose holder was killed. */
const LEASE_MS = 2_500;
/** Milliseconds after which a holder that lives extends it. */
const EXTENSION_MS = 800;
/** Milliseconds after which those look again who wait for it. */
const POLL_MS = 100;
/** Milliseconds for which a store is asked again that fails to say whether the lease was free. */
const FAILURE_MS = 5_000;

/**
 * Creates a lease on a store with `add`: the process that could add the entry holds the lease. Its time runs in the store,
 * whatever the clocks of the processes show, and is short because a live holder extends it, so that no process waits long
 * for a dead one. While the store fails every process holds it.
 */
export function createLease(entry: LeaseEntry, wait: Wait): Lease {
  let name = "";
  let endsAt = Number.POSITIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let extension: Promise<void> = Promise.resolve();

  return {
    async take() {
      name = crypto.randomUUID();
      endsAt = Number.POSITIVE_INFINITY;
      let isFree = await add();
      for (
        let ms = 0;
        isFree === undefined && ms < FAILURE_MS && !entry.isPaused();
        ms += POLL_MS
      ) {
        await wait(POLL_MS);
        isFree = await add();
      }
      if (isFree === true) {
        extendLater();
      } else if (isFree === false) {
        await wait(POLL_MS);
      }
      return isFree !== false;
    },
    isLost: () => performance.now() >= endsAt,
    async giveBack() {
      clearTimeout(timer);
      await extension;
      clearTimeout(timer);
      // Another process has it when this one stood still for longer than it lasts.
      if (performance.now() < endsAt && (await entry.holder()) === name) {
        await entry.set("", 1).catch(() => undefined);
      }
    },
  };

  async function add(): Promise<boolean | undefined> {
    const askedAt = performance.now();
    const isFree = await entry.add(name, LEASE_MS);
    if (isFree !== undefined) {
      endsAt = isFree ? askedAt + LEASE_MS : askedAt;
    }
    return isFree;
  }

  function extendLater(): void {
    timer = setTimeout(() => {
      // A store that fails now may answer at the next time, and else the lease ends.
      extension = extend()
        .catch(() => undefined)
        .then(() => (performance.now() < endsAt ? extendLater() : undefined));
    }, EXTENSION_MS);
  }

  async function extend(): Promise<void> {
    const askedAt = performance.now();
    const holder = await entry.holder();
    if (holder === undefined) {
      await add();
    } else if (holder !== name) {
      endsAt = askedAt;
    } else if (performance.now() < endsAt) {
      await entry.set(name, LEASE_MS);
      endsAt = askedAt + LEASE_MS;
    }
  }
}
