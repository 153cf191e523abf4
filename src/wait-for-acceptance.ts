import type { Customer } from "../generated/openapi.js";
import type { PartnerCenterClient } from "./client.js";
import {
  isPartnerCenterError,
  PartnerCenterError,
  type PartnerCenterErrorReason,
} from "./failure/error.js";
import { invalidOption } from "./invalid-option.js";
import { type Delay, delay } from "./transport/delay.js";
import { LONGEST_TIMER_MS } from "./transport/retry-options.js";
import { type TraceIds, traceOf } from "./wire/trace.js";

/** A poll that did not end the wait. */
export interface PollEvent {
  /** Counted from 1. */
  readonly poll: number;
  /** The partner's relationship to the customer; undefined while there is none, and if the poll failed. */
  readonly relationshipToPartner: string | undefined;
  /** Why the poll failed; undefined if it succeeded. */
  readonly error: PartnerCenterError | undefined;
  /** Milliseconds until the next poll. */
  readonly waitMs: number;
}

/** Options of {@link waitForAcceptance}. */
export interface WaitForAcceptanceOptions {
  /**
   * Milliseconds between two polls; at least a minute.
   * @default 300_000
   */
  readonly intervalMs?: number | undefined;
  /**
   * Milliseconds after which the wait times out.
   * @default no limit
   */
  readonly timeoutMs?: number | undefined;
  /** Ends the wait with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each poll that did not end the wait. What it throws ends the wait. */
  readonly onPoll?: ((event: PollEvent) => void) | undefined;
}

/** The timer and the clock of a wait. */
export interface PollClock {
  readonly delay: Delay;
  /** Monotonic milliseconds, unaffected by clock changes. */
  readonly monotonic: () => number;
}

const DEFAULT_INTERVAL_MS = 300_000;
/** Minimum milliseconds between two polls. */
export const SHORTEST_INTERVAL_MS = 60_000;

/** Failures that the next poll may not meet. */
const TRANSIENT_REASONS: readonly PartnerCenterErrorReason[] = [
  "network",
  "timeout",
  "service",
  "throttled",
];

/**
 * Polls a customer until it has accepted the partner's link, and resolves with it.
 *
 * Prefer a webhook, which arrives within seconds and costs no calls. Polling is for scripts, and for programs that
 * cannot be reached from outside. After a transient failure it polls again; if throttled, it waits as long as
 * `Retry-After` asks.
 *
 * Throws `TypeError` for invalid options, `PartnerCenterError` with the reason "timeout" after `timeoutMs`,
 * `PartnerCenterError` for a failure that is not transient, such as one of sign-in or an invalid id, and the reason of
 * `signal` on abort.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-a-customer-by-id
 */
export function waitForAcceptance(
  client: Pick<PartnerCenterClient, "getCustomer">,
  customerId: string,
  options: WaitForAcceptanceOptions = {},
): Promise<Customer> {
  return poll(client, customerId, options, { delay, monotonic: () => performance.now() });
}

/** Polls as {@link waitForAcceptance} does, with the clock that is passed. */
export async function poll(
  client: Pick<PartnerCenterClient, "getCustomer">,
  customerId: string,
  options: WaitForAcceptanceOptions,
  clock: PollClock,
): Promise<Customer> {
  const { intervalMs = DEFAULT_INTERVAL_MS, timeoutMs = Number.POSITIVE_INFINITY } = options;
  const { signal = new AbortController().signal, onPoll } = options;
  checkMilliseconds("intervalMs", intervalMs, SHORTEST_INTERVAL_MS, LONGEST_TIMER_MS);
  checkMilliseconds("timeoutMs", timeoutMs, 1, Number.POSITIVE_INFINITY);
  const endsAt = clock.monotonic() + timeoutMs;
  for (let count = 1; ; count += 1) {
    const outcome = await pollOnce(client, customerId, signal);
    if (outcome.customer?.relationshipToPartner === "reseller") {
      return outcome.customer;
    }
    const waitMs = Math.max(intervalMs, outcome.error?.retryAfterMs ?? 0);
    if (waitMs > endsAt - clock.monotonic()) {
      throw notAccepted(customerId, timeoutMs, count, outcome);
    }
    const { relationshipToPartner } = outcome.customer ?? {};
    onPoll?.({ poll: count, relationshipToPartner, error: outcome.error, waitMs });
    await wait(waitMs, signal, clock);
  }
}

/** Waits in steps, because a timer that exceeds its limit fires at once. */
async function wait(ms: number, signal: AbortSignal, { delay }: PollClock): Promise<void> {
  for (let left = ms; left > 0; left -= LONGEST_TIMER_MS) {
    await delay(Math.min(left, LONGEST_TIMER_MS), signal);
  }
}

/** The outcome of a poll that may be followed by another. */
interface Poll {
  readonly customer?: Customer;
  readonly error?: PartnerCenterError;
  /** The ids to quote. */
  readonly ids: TraceIds;
}

async function pollOnce(
  client: Pick<PartnerCenterClient, "getCustomer">,
  customerId: string,
  signal: AbortSignal,
): Promise<Poll> {
  try {
    const call = client.getCustomer({ customer_id: customerId }, { signal });
    const { data: customer, response } = await call.withResponse();
    return { customer, ids: traceOf(response) };
  } catch (error) {
    if (isPartnerCenterError(error) && error.reason === "no-relationship") {
      return { ids: error };
    }
    if (isPartnerCenterError(error) && TRANSIENT_REASONS.includes(error.reason)) {
      return { error, ids: error };
    }
    throw error;
  }
}

function notAccepted(
  customerId: string,
  timeoutMs: number,
  polls: number,
  { customer, error, ids }: Poll,
): PartnerCenterError {
  const seen = error
    ? `the last poll failed (${error.reason})`
    : `at the last poll, number ${polls}, the relationship was ${customer?.relationshipToPartner ?? "none"}`;
  return new PartnerCenterError(
    `Waiting for the customer ${customerId} to accept ended after ${timeoutMs} ms: ${seen}. Ask the customer whether an administrator has opened the link and accepted.`,
    {
      reason: "timeout",
      attempts: polls,
      requestId: ids.requestId,
      correlationId: ids.correlationId,
      cv: ids.cv,
      serverId: ids.serverId,
      cause: error,
    },
  );
}

function checkMilliseconds(option: string, value: number, least: number, most: number): void {
  if (!(typeof value === "number" && value >= least && value <= most)) {
    const range = most === Number.POSITIVE_INFINITY ? `${least} or more` : `${least} to ${most}`;
    throw invalidOption(option, `milliseconds, ${range}`, value);
  }
}
