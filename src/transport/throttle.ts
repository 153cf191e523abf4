import { exchangeFor } from "../wire/exchange.js";
import { retryAfterMs } from "../wire/retry-after.js";
import type { RetryClock } from "./retry.js";

/** What all calls of a client for one address wait for. */
export interface Hold {
  /** The status that asked for it. */
  readonly status: number;
  /** Until when nothing is sent, by the monotonic clock. */
  readonly until: number;
}

const STATUSES = [429, 503];
// A mistaken header must not close an address for as long as a process lives.
const LONGEST_MS = 86_400_000;

/**
 * Keeps the addresses, origin and path without the query, that the service asked all callers to leave alone for a
 * while: it counts per tenant, and per tenant and customer, and not per call.
 *
 * @see https://learn.microsoft.com/partner-center/developer/api-throttling-guidance
 */
export class Throttle {
  readonly #holds = new Map<string, Hold>();
  readonly #clock: Pick<RetryClock, "now" | "monotonic">;

  constructor(clock: Pick<RetryClock, "now" | "monotonic">) {
    this.#clock = clock;
  }

  /** Heeds what a failure says about when to come back; gives that in milliseconds, for whatever status. */
  heed(request: Request, { status, headers }: Response): number | undefined {
    const askedMs = retryAfterMs(headers, this.#clock.now());
    if (askedMs !== undefined && STATUSES.includes(status)) {
      const { url } = exchangeFor(request);
      const until = this.#clock.monotonic() + Math.min(askedMs, LONGEST_MS);
      if (until > (this.#holds.get(url)?.until ?? 0)) {
        this.#holds.set(url, { status, until });
      }
    }
    return askedMs;
  }

  /** What keeps a request from being sent now. */
  holdOf(request: Request): Hold | undefined {
    if (this.#holds.size === 0) {
      return undefined;
    }
    const now = this.#clock.monotonic();
    for (const [url, { until }] of this.#holds) {
      if (until <= now) {
        this.#holds.delete(url);
      }
    }
    return this.#holds.get(exchangeFor(request).url);
  }
}
