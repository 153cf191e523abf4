import { isPartnerCenterError, type PartnerCenterErrorReason } from "../failure/error.js";
import { throttledFailure } from "../failure/failures.js";
import { type DescribeCall, tokenIn } from "../wire/call-context.js";
import { copyRequest } from "../wire/copy-request.js";
import { isIdempotent } from "../wire/operation.js";
import type { Attempt } from "./attempt.js";
import type { Delay } from "./delay.js";
import { type Block, Throttle } from "./throttle.js";

/** When and how often a call is retried. */
export interface RetryOptions {
  /**
   * Maximum number of retries.
   * @default 3
   */
  readonly maxRetries?: number | undefined;
  /**
   * Maximum milliseconds of one wait. A service that asks for more is not called again.
   * @default 60_000
   */
  readonly maxDelayMs?: number | undefined;
  /**
   * Milliseconds that all attempts and waits of a call may take together. When a wait would not leave a tenth of it, or
   * of `timeoutMs` if that is less, for another attempt, the call ends instead with what came back last.
   * @default four times `timeoutMs`
   */
  readonly budgetMs?: number | undefined;
  /** Called before each wait, for logs and metrics. What it throws ends the call. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
}

/** A wait before an attempt: after a failed one, or because the service throttles this path. */
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
  /** Monotonic milliseconds, unaffected by clock changes. */
  readonly monotonic: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

const FIRST_DELAY_MS = 500;
const TRANSIENT_CLIENT_STATUSES = [408, 429];
const PERMANENT_SERVER_STATUSES = [501, 505];
const TRANSIENT_REASONS: readonly PartnerCenterErrorReason[] = ["network", "timeout"];

/**
 * Returns the request with another token after a refusal, or `undefined` when there is no other token. `original` is the
 * request as the call began.
 */
export type RenewIfRefused = (
  request: Request,
  response: Response,
  original: Request,
) => Promise<Request | undefined>;

/** What {@link createRetry} sends with. */
export interface RetrySettings extends RetryOptions {
  readonly attempt: Attempt;
  readonly timeoutMs: number;
  readonly clock: RetryClock;
  readonly describe: DescribeCall;
  readonly renewIfRefused: RenewIfRefused;
}

/**
 * Creates the function that sends a request until there is a final response: retries after no response, a timeout and the
 * transient statuses (408, 429 and every 5xx but 501 and 505) if the description allows it, and once after a 401 if there
 * is another token. The ids of the request stay the same, because the service recognises a retry by them.
 * Never retries earlier than `Retry-After` asks, and neither does any other call for the same path: those wait too, and
 * continue spread over a random part of the back-off. A call that may not wait so long rejects with `PartnerCenterError`
 * (throttled), unsent.
 *
 * @see https://learn.microsoft.com/partner-center/developer/api-throttling-guidance
 */
export function createRetry(settings: RetrySettings): (request: Request) => Promise<Response> {
  const { attempt, timeoutMs, clock, describe, renewIfRefused } = settings;
  const { maxRetries = 3, maxDelayMs = 60_000, budgetMs = 4 * timeoutMs, onRetry } = settings;
  const { delay, monotonic, random } = clock;
  const throttle = new Throttle(clock);
  // An attempt with less time than that would time out, and hide why the one before it failed.
  const minimumMs = Math.min(timeoutMs, budgetMs) / 10;

  const send = (call: Call, count: number): Promise<Response> => {
    const block = throttle.blockFor(call.request);
    if (block !== undefined) {
      return waitForBlock(call, count, block);
    }
    const { request, secrets } = call;
    // A body is read as it is sent, so a copy is kept for the next attempt.
    const kept =
      request.body === null ? call : { ...call, request: copyRequest(request), copied: call };
    const leftMs = Math.max(1, call.endsAt - monotonic());
    const limits = { attempt: count, timeoutMs: Math.min(timeoutMs, leftMs), secrets };
    return attempt(request, limits).then(
      (response) => (response.ok ? response : afterFailure(kept, count, response)),
      (error: unknown) => afterError(kept, count, error),
    );
  };

  const waitForBlock = async (call: Call, count: number, block: Block): Promise<Response> => {
    const askedMs = Math.ceil(block.until - monotonic());
    const why = { attempt: count - 1, reason: block.status, isOfAnotherCall: true };
    if (await waitIfTimeAllows(call, { ...why, askedMs })) {
      return send(call, count);
    }
    throw throttledFailure(describe(call.request, count - 1), askedMs);
  };

  const afterFailure = async (call: Call, count: number, response: Response): Promise<Response> => {
    const { status } = response;
    const askedMs = throttle.recordRetryAfter(call.request, response);
    if (status === 401 && !call.isRenewed) {
      const renewed = await renewIfRefused(call.request, response, call.original);
      if (renewed !== undefined && (await waitBeforeRenewed(call, count, askedMs))) {
        const secrets = [tokenIn(call.request.headers)];
        const lastAttempt = call.lastAttempt + 1;
        return send(
          { ...call, request: renewed, copied: call, isRenewed: true, lastAttempt, secrets },
          count + 1,
        );
      }
    }
    if (isTransientStatus(status) && (await waitBeforeRetry(call, count, status, askedMs))) {
      return send(call, count + 1);
    }
    return response;
  };

  const afterError = async (call: Call, count: number, error: unknown): Promise<Response> => {
    const reason = isPartnerCenterError(error) ? error.reason : undefined;
    const isTransient = reason !== undefined && TRANSIENT_REASONS.includes(reason);
    if (isTransient && (await waitBeforeRetry(call, count, reason))) {
      return send(call, count + 1);
    }
    throw error;
  };

  /** Waits, if the call may be retried after this attempt; resolves with whether it may. */
  const waitBeforeRetry = async (
    call: Call,
    count: number,
    reason: RetryEvent["reason"],
    askedMs?: number,
  ): Promise<boolean> =>
    count < call.lastAttempt &&
    isIdempotent(call.request) &&
    waitIfTimeAllows(call, { attempt: count, reason, askedMs, isOfAnotherCall: false });

  /** Waits as long as a 401 asks, if it does; resolves with whether there is time for another attempt. */
  const waitBeforeRenewed = async (
    call: Call,
    count: number,
    askedMs: number | undefined,
  ): Promise<boolean> =>
    askedMs === undefined
      ? call.endsAt - monotonic() >= minimumMs
      : waitIfTimeAllows(call, { attempt: count, reason: 401, askedMs, isOfAnotherCall: false });

  /** Waits at least as long as asked, and a random part of the back-off, if that leaves time for an attempt. */
  const waitIfTimeAllows = async (
    { request, endsAt }: Call,
    { askedMs = 0, ...why }: Wait,
  ): Promise<boolean> => {
    const maximumMs = Math.min(maxDelayMs, endsAt - monotonic() - minimumMs);
    const backOffMs =
      random() * Math.min(maxDelayMs, FIRST_DELAY_MS * 2 ** Math.max(0, why.attempt - 1));
    // Spreads the calls that were asked to wait at once, as far as their time allows.
    const waitMs =
      askedMs === 0 ? backOffMs : Math.max(askedMs, Math.min(maximumMs, askedMs + backOffMs));
    if (waitMs > maximumMs) {
      return false;
    }
    const { requestId, correlationId } = describe(request);
    onRetry?.({ waitMs, ...why, requestId, correlationId });
    await delay(waitMs, request.signal);
    return true;
  };

  return (request) => {
    const endsAt = monotonic() + budgetMs;
    const lastAttempt = maxRetries + 1;
    return send({ original: request, request, endsAt, lastAttempt, isRenewed: false }, 1);
  };
}

/** Why a call waits, and for how long the service has asked. */
interface Wait extends Pick<RetryEvent, "attempt" | "reason" | "isOfAnotherCall"> {
  readonly askedMs?: number | undefined;
}

/** A call that may be sent several times. */
interface Call {
  /** The request as the call began. */
  readonly original: Request;
  readonly request: Request;
  /** The call whose request this one has a copy of, which forwards aborts to it while nothing collects it. */
  readonly copied?: Call | undefined;
  /** Monotonic milliseconds at which its budget ends. */
  readonly endsAt: number;
  readonly lastAttempt: number;
  /** Whether it was sent with another token after a refusal. */
  readonly isRenewed: boolean;
  /** The token that was refused. */
  readonly secrets?: readonly string[] | undefined;
}

// Gateways answer with statuses such as 507, 520 to 524 and 599 while the service behind them recovers.
function isTransientStatus(status: number): boolean {
  return (
    TRANSIENT_CLIENT_STATUSES.includes(status) ||
    (status >= 500 && status <= 599 && !PERMANENT_SERVER_STATUSES.includes(status))
  );
}
