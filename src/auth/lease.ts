import type { Wait } from "./options.js";
import type { LeaseEntry } from "./shared-tokens.js";

/** Who holds a lease: this process, another one, or nobody knows, as the store fails. */
export type LeaseHolder = "own" | "other" | "unknown";

/** The right to redeem the refresh token, for one process at a time. */
export interface Lease {
  /** Tries to acquire it, waits briefly if another process holds it, and returns who holds it. */
  take(): Promise<LeaseHolder>;
  /** Whether it has expired since it was acquired, so that another process may hold it. */
  isLost(): boolean;
  /** Whether no other process can have held it since it was acquired. */
  isUnbroken(): boolean;
  giveBack(): Promise<void>;
}

/** Milliseconds until a lease expires that is not extended, in a store that answers within a tenth of a second. */
const LEASE_MS = 2_500;
/** Milliseconds between two extensions by a live holder, in a store that answers at once. */
const EXTENSION_MS = 800;
/** Answers of the store that fit between two extensions: as many as a redeem needs, so that most need no extension. */
const ANSWERS_PER_EXTENSION = 5;
/** Answers of the store that extensions take: the previous write, a read and the next write. */
const ANSWERS_OF_EXTENSION = 3;
/** Milliseconds by which an extension may be late. */
const MARGIN_MS = 900;
/** Milliseconds between two attempts to acquire it. */
const POLL_MS = 100;
/** Milliseconds for which a failing `add` is retried. */
const FAILURE_MS = 5_000;

/**
 * Creates a lease on an entry that can be added atomically: the process that adds it holds the lease. It expires in
 * the store, so the clocks of the processes do not matter. It is short, so that a dead holder does not block others
 * for long, and a live holder extends it. Both times grow with the latency of the store.
 */
export function createLease(entry: LeaseEntry, wait: Wait): Lease {
  let name = "";
  let endsAt = Number.POSITIVE_INFINITY;
  let isUnbroken = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let extension: Promise<void> = Promise.resolve();

  return {
    async take() {
      name = crypto.randomUUID();
      endsAt = Number.POSITIVE_INFINITY;
      isUnbroken = false;
      let isFree = await add();
      for (
        let ms = 0;
        isFree === undefined && ms < FAILURE_MS && !entry.isPaused();
        ms += POLL_MS
      ) {
        await wait(POLL_MS);
        isFree = await add();
      }
      if (isFree === undefined) {
        return "unknown";
      }
      if (!isFree) {
        await wait(POLL_MS);
        return "other";
      }
      isUnbroken = true;
      extendLater();
      return "own";
    },
    isLost: () => performance.now() >= endsAt,
    isUnbroken: () => isUnbroken && performance.now() < endsAt,
    async giveBack() {
      clearTimeout(timer);
      await extension;
      clearTimeout(timer);
      // Another process may hold it by now if this one was suspended.
      if (performance.now() < endsAt && (await entry.holder()) === name) {
        await entry.set("", 1).catch(() => undefined);
      }
    },
  };

  async function add(): Promise<boolean | undefined> {
    const askedAt = performance.now();
    const leaseMs = computeLeaseMs();
    const isFree = await entry.add(name, leaseMs);
    if (isFree !== undefined) {
      endsAt = isFree ? askedAt + leaseMs : askedAt;
    }
    return isFree;
  }

  function extendLater(): void {
    timer = setTimeout(() => {
      // If the store fails now, the next extension may succeed; otherwise the lease expires.
      extension = extend()
        .catch(() => undefined)
        .then(() => (performance.now() < endsAt ? extendLater() : undefined));
    }, computeExtensionMs());
  }

  function computeExtensionMs(): number {
    return EXTENSION_MS + ANSWERS_PER_EXTENSION * entry.latencyMs();
  }

  function computeLeaseMs(): number {
    const cycleMs = computeExtensionMs() + ANSWERS_OF_EXTENSION * entry.latencyMs();
    return Math.max(LEASE_MS, Math.ceil(cycleMs + MARGIN_MS));
  }

  async function extend(): Promise<void> {
    const holder = await entry.holder();
    const askedAt = performance.now();
    // Another process may have held it meanwhile and given it back.
    isUnbroken &&= holder === name;
    if (holder === undefined) {
      await add();
    } else if (holder !== name) {
      endsAt = askedAt;
    } else if (askedAt < endsAt) {
      const leaseMs = computeLeaseMs();
      await entry.set(name, leaseMs);
      endsAt = askedAt + leaseMs;
    }
  }
}
