import type { components } from "../generated/openapi.js";
import { VERSION } from "./call-init.js";
import type { PartnerCenterClient } from "./client.js";
import {
  isPartnerCenterError,
  PartnerCenterError,
  type PartnerCenterErrorReason,
} from "./failure/error.js";
import { parseFault } from "./failure/fault.js";
import { invalidOption } from "./invalid-option.js";
import { type Delay, delay } from "./transport/delay.js";
import { LONGEST_TIMER_MS } from "./transport/retry-options.js";
import { unwrap } from "./unwrap.js";
import { type Trace, traceOf } from "./wire/trace.js";

/** A customer, as its partner sees it. */
export type Customer = components["schemas"]["Customer"];

/** One look at the customer that did not end the wait. */
export interface PollEvent {
  /** Counted from 1. */
  readonly poll: number;
  /** What the partner is to the customer; undefined while there is no relationship, and when there was no answer. */
  readonly relationshipToPartner: string | undefined;
  /** Why there was no answer; undefined when there was one. */
  readonly error: PartnerCenterError | undefined;
  /** Milliseconds until the next look. */
  readonly waitMs: number;
}

/** Options of {@link waitForAcceptance}. */
export interface WaitForAcceptanceOptions {
  /**
   * Milliseconds between two looks; a minute at least.
   * @default 300_000
   */
  readonly intervalMs?: number | undefined;
  /**
   * Milliseconds after which nobody is waited for any longer.
   * @default for ever
   */
  readonly timeoutMs?: number | undefined;
  /** Ends the wait with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Is told of each look that did not end the wait. What it throws ends it. */
  readonly onPoll?: ((event: PollEvent) => void) | undefined;
}

/** What the wait waits with. */
export interface PollClock {
  readonly delay: Delay;
  /** Monotonic milliseconds, unaffected by clock changes. */
  readonly monotonic: () => number;
}

const DEFAULT_INTERVAL_MS = 300_000;
/** Least milliseconds between two looks. */
export const SHORTEST_INTERVAL_MS = 60_000;

/** The answers that say that there is no relationship yet: by the status and the code of the fault. */
const NOT_YET: ReadonlyArray<readonly [status: number, code: string]> = [
  [403, "20002"],
  [404, "60003"],
];

/** What may be over at the next look. */
const TRANSIENT_REASONS: readonly PartnerCenterErrorReason[] = [
  "network",
  "timeout",
  "service",
  "throttled",
];

/**
 * Looks at a customer until it has accepted the partner's link, and resolves with it.
 *
 * A webhook is better: it tells within seconds and costs no calls. This is for scripts, and for whoever cannot be
 * reached from outside. A look that ends in a failure that may pass counts as none, and one that is throttled is
 * followed by as long a wait as was asked for.
 *
 * Throws `TypeError` for options and ids that cannot work, `PartnerCenterError` with the reason "timeout" when
 * `timeoutMs` has passed, `PartnerCenterError` for a failure that does not pass by itself, such as one of sign-in, and
 * the reason of `signal` on abort.
 *
 * @see https://learn.microsoft.com/partner-center/developer/get-a-customer-by-id
 */
export function waitForAcceptance(
  client: PartnerCenterClient,
  customerId: string,
  options: WaitForAcceptanceOptions = {},
): Promise<Customer> {
  return poll(client, customerId, options, { delay, monotonic: () => performance.now() });
}

/** The same with a clock of the caller's. */
export async function poll(
  client: PartnerCenterClient,
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
    const look = await lookAt(client, customerId, signal);
    if (look.customer?.relationshipToPartner === "reseller") {
      return look.customer;
    }
    const waitMs = Math.max(intervalMs, look.error?.retryAfterMs ?? 0);
    if (waitMs > endsAt - clock.monotonic()) {
      throw notAccepted(customerId, timeoutMs, count, look);
    }
    const { relationshipToPartner } = look.customer ?? {};
    onPoll?.({ poll: count, relationshipToPartner, error: look.error, waitMs });
    await wait(waitMs, signal, clock);
  }
}

/** Waits, however long it is: a timer with more than it can count would end at once. */
async function wait(ms: number, signal: AbortSignal, { delay }: PollClock): Promise<void> {
  for (let left = ms; left > 0; left -= LONGEST_TIMER_MS) {
    await delay(Math.min(left, LONGEST_TIMER_MS), signal);
  }
}

/** What there was to see. */
interface Look {
  readonly customer?: Customer;
  readonly error?: PartnerCenterError;
  readonly trace?: Trace;
}

async function lookAt(
  client: PartnerCenterClient,
  customerId: string,
  signal: AbortSignal,
): Promise<Look> {
  try {
    const reply = await client.GET("/v{version}/customers/{customer_id}", {
      params: { path: { version: VERSION, customer_id: customerId } },
      signal,
    });
    const { status } = reply.response;
    const { code } = parseFault(reply.error);
    const trace = traceOf(reply.response);
    return NOT_YET.some(([notYet, itsCode]) => notYet === status && itsCode === code)
      ? { trace }
      : { trace, customer: await unwrap(reply) };
  } catch (error) {
    if (isPartnerCenterError(error) && TRANSIENT_REASONS.includes(error.reason)) {
      return { error, trace: { ...error, mfaCompliant: undefined } };
    }
    throw error;
  }
}

function notAccepted(
  customerId: string,
  timeoutMs: number,
  looks: number,
  { customer, error, trace }: Look,
): PartnerCenterError {
  const seen = error
    ? `the last look failed (${error.reason})`
    : `at the last look, number ${looks}, the relationship was ${customer?.relationshipToPartner ?? "none"}`;
  return new PartnerCenterError(
    `Waiting for the customer ${customerId} to accept ended after ${timeoutMs} ms: ${seen}. Ask the customer whether an administrator has opened the link and accepted.`,
    {
      reason: "timeout",
      attempts: looks,
      requestId: trace?.requestId,
      correlationId: trace?.correlationId,
      cv: trace?.cv,
      serverId: trace?.serverId,
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
