import { isPartnerCenterError, type PartnerCenterErrorReason } from "../failure/error.js";
import { heldFailure } from "../failure/failures.js";
import { addToExchange, earlierOf, exchangeFor } from "../wire/exchange.js";
import { mayBeRepeated } from "../wire/operation.js";
import type { Attempt } from "./attempt.js";
import type { Delay } from "./delay.js";
import { LeanRequest } from "./lean-request.js";
import { type Hold, Throttle } from "./throttle.js";

/** When and how often a call is sent again. */
export interface RetryOptions {
  /**
   * How often a call may be sent again.
   * @default 3
   */
  readonly maxRetries?: number | undefined;
  /**
   * Longest wait in milliseconds. A service that asks for more is not called again.
   * @default 60_000
   */
  readonly maxDelayMs?: number | undefined;
  /**
   * Milliseconds that all attempts and waits of a call may take together. When a wait would not leave a tenth of it, or
   * of `timeoutMs` if that is less, for another attempt, the call ends instead with what came back last.
   * @default four times `timeoutMs`
   */
  readonly budgetMs?: number | undefined;
  /** Is told of each wait before it starts, for logs and metrics. What it throws ends the call. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
}

/** A wait before an attempt: after one that failed, or because the service asked another call to come back later. */
export interface RetryEvent {
  /** The attempt that was made last, counted from 1; 0 for a call that waits before it is sent at all. */
  readonly attempt: number;
  /** Milliseconds until the next one. */
  readonly waitMs: number;
  /** The HTTP status that came back, or why none did. */
  readonly reason: number | PartnerCenterErrorReason;
  /** Whether what came back was the answer to another call of this client, for the same path. */
  readonly isOfAnotherCall: boolean;
  /** The id of the call, the same for all its attempts. */
  readonly requestId: string | undefined;
  /** The id that calls which belong together may share. */
  readonly correlationId: string | undefined;
}

/** What {@link createRetry} waits with. */
export interface RetryClock {
  readonly delay: Delay;
  /** Milliseconds since 1970, for the times that replies and tokens name. */
  readonly now: () => number;
  /** Milliseconds from any moment on, which nobody sets: for how long something takes. */
  readonly monotonic: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

const FIRST_DELAY_MS = 500;
const REPEATED_STATUSES = [408, 429];
const FINAL_SERVER_STATUSES = [501, 505];
const REASONS: readonly PartnerCenterErrorReason[] = ["network", "timeout"];

/**
 * Makes the function that sends a request until there is an answer worth giving: again after no reply, a timeout and
 * the statuses that may pass (408, 429 and every 5xx but 501 and 505), for calls that the description lets be repeated.
 * The request stays the same, ids included, because the service tells repetitions by them. It never comes back earlier
 * than `Retry-After` asks, and no other call for the same path does: those wait, too, and go on spread over a random part
 * of the back-off. One that may not wait so long rejects with `PartnerCenterError` (throttled), unsent.
 *
 * @see https://learn.microsoft.com/partner-center/developer/api-throttling-guidance
 */
export function createRetry(
  attempt: Attempt,
  timeoutMs: number,
  options: RetryOptions,
  clock: RetryClock,
): (request: Request) => Promise<Response> {
  const { maxRetries = 3, maxDelayMs = 60_000, budgetMs = 4 * timeoutMs, onRetry } = options;
  const { delay, monotonic, random } = clock;
  const throttle = new Throttle(clock);
  // An attempt with less time than that would time out, and hide why the one before it failed.
  const leastMs = Math.min(timeoutMs, budgetMs) / 10;

  const send = (call: Call, count: number): Promise<Response> => {
    const hold = throttle.holdOf(call.request);
    if (hold !== undefined) {
      return held(call, count, hold);
    }
    // A body is read as it is sent, so that every attempt but the last needs one of its own.
    const sent = count < call.lastAttempt ? LeanRequest.again(call.request) : call.request;
    const leftMs = Math.max(1, call.endsAt - monotonic());
    return attempt(sent, { attempt: count, timeoutMs: Math.min(timeoutMs, leftMs) }).then(
      (response) => (response.ok ? response : answered(call, count, response)),
      (error: unknown) => failed(call, count, error),
    );
  };

  const held = async (call: Call, count: number, hold: Hold): Promise<Response> => {
    const askedMs = Math.ceil(hold.until - monotonic());
    const why = { attempt: count - 1, reason: hold.status, isOfAnotherCall: true };
    if (await hasWaited(call, { ...why, askedMs })) {
      return send(call, count);
    }
    throw heldFailure(exchangeFor(call.request, count - 1), askedMs);
  };

  const answered = async (call: Call, count: number, response: Response): Promise<Response> => {
    const askedMs = throttle.heed(call.request, response);
    const { status: reason } = response;
    if (mayPass(reason) && (await isToRepeat(call, count, reason, askedMs))) {
      return send(call, count + 1);
    }
    addToExchange(response, { spentMs: monotonic() - call.startedAt });
    return response;
  };

  const failed = async (call: Call, count: number, error: unknown): Promise<Response> => {
    const reason = isPartnerCenterError(error) ? error.reason : undefined;
    if (reason && REASONS.includes(reason) && (await isToRepeat(call, count, reason))) {
      return send(call, count + 1);
    }
    throw error;
  };

  /** Waits, if the call may be sent once more after this. */
  const isToRepeat = async (
    call: Call,
    attempt: number,
    reason: RetryEvent["reason"],
    askedMs?: number,
  ): Promise<boolean> =>
    attempt < call.lastAttempt &&
    mayBeRepeated(call.request) &&
    hasWaited(call, { attempt, reason, askedMs, isOfAnotherCall: false });

  /** Waits at least as long as asked, and a random part of the back-off, if that leaves time for an attempt. */
  const hasWaited = async (
    { request, endsAt }: Call,
    { askedMs = 0, ...why }: Wait,
  ): Promise<boolean> => {
    const mostMs = Math.min(maxDelayMs, endsAt - monotonic() - leastMs);
    const backOffMs =
      random() * Math.min(maxDelayMs, FIRST_DELAY_MS * 2 ** Math.max(0, why.attempt - 1));
    // Not all who were asked at once come back at once, as far as the time that they have allows.
    const waitMs =
      askedMs === 0 ? backOffMs : Math.max(askedMs, Math.min(mostMs, askedMs + backOffMs));
    if (waitMs > mostMs) {
      return false;
    }
    const { requestId, correlationId } = exchangeFor(request);
    onRetry?.({ waitMs, ...why, requestId, correlationId });
    await delay(waitMs, request.signal);
    return true;
  };

  return (request) => {
    const startedAt = monotonic();
    const { attempts, spentMs } = earlierOf(request) ?? { attempts: 0, spentMs: 0 };
    // A second pass, with another token, goes on counting, and is no retry itself.
    const lastAttempt = maxRetries + (attempts === 0 ? 1 : 2);
    return send(
      { request, startedAt, endsAt: startedAt + budgetMs - spentMs, lastAttempt },
      attempts + 1,
    );
  };
}

/** Why a call waits, and for how long the service has asked. */
interface Wait extends Pick<RetryEvent, "attempt" | "reason" | "isOfAnotherCall"> {
  readonly askedMs?: number | undefined;
}

/** A call that may be sent several times. */
interface Call {
  readonly request: Request;
  readonly startedAt: number;
  readonly endsAt: number;
  readonly lastAttempt: number;
}

// Gateways answer with statuses of their own, such as 507, 520 to 524 and 599, while what is behind them comes back.
function mayPass(status: number): boolean {
  return (
    REPEATED_STATUSES.includes(status) ||
    (status >= 500 && status <= 599 && !FINAL_SERVER_STATUSES.includes(status))
  );
}
