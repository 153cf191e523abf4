import { withoutQuery } from "../wire/operation.js";
import { retryAfterMs } from "../wire/retry-after.js";
import type { RetryClock } from "./retry.js";

/** Why no call may be sent to an address for now. */
export interface Block {
  /** The status that asked for it. */
  readonly status: number;
  /** Monotonic milliseconds until which nothing is sent. */
  readonly until: number;
}

const THROTTLING_STATUSES = [429, 503];
// A mistaken header must not block an address for as long as a process lives.
const MAX_BLOCK_MS = 86_400_000;
const MIN_SWEEP_SIZE = 128;

/**
 * Blocks the addresses, origin and path without the query, for which the service asked callers to wait: it counts per
 * tenant, and per tenant and customer, not per call.
 *
 * @see https://learn.microsoft.com/partner-center/developer/api-throttling-guidance
 */
export class Throttle {
  readonly #blocks = new Map<string, Block>();
  readonly #clock: Pick<RetryClock, "now" | "monotonic">;
  #nextSweepSize = MIN_SWEEP_SIZE;

  constructor(clock: Pick<RetryClock, "now" | "monotonic">) {
    this.#clock = clock;
  }

  /** Records how long a failure asks callers to wait; returns that in milliseconds, whatever its status. */
  recordRetryAfter(request: Request, { status, headers }: Response): number | undefined {
    const askedMs = retryAfterMs(headers, this.#clock.now());
    if (askedMs !== undefined && THROTTLING_STATUSES.includes(status)) {
      const address = withoutQuery(request.url);
      const until = this.#clock.monotonic() + Math.min(askedMs, MAX_BLOCK_MS);
      if (until > (this.#blocks.get(address)?.until ?? 0)) {
        this.#blocks.set(address, { status, until });
        this.#sweep();
      }
    }
    return askedMs;
  }

  /** Returns what blocks a request now. */
  blockFor(request: Request): Block | undefined {
    if (this.#blocks.size === 0) {
      return undefined;
    }
    const address = withoutQuery(request.url);
    const block = this.#blocks.get(address);
    if (block === undefined || block.until > this.#clock.monotonic()) {
      return block;
    }
    this.#blocks.delete(address);
    return undefined;
  }

  /** Removes the addresses that nobody calls again, each time that their number has doubled. */
  #sweep(): void {
    if (this.#blocks.size < this.#nextSweepSize) {
      return;
    }
    const now = this.#clock.monotonic();
    for (const [address, { until }] of this.#blocks) {
      if (until <= now) {
        this.#blocks.delete(address);
      }
    }
    this.#nextSweepSize = Math.max(MIN_SWEEP_SIZE, 2 * this.#blocks.size);
  }
}
