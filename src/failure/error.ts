import type { TraceIds } from "../wire/trace.js";
import type { MessageParts } from "./message.js";

/** Why a call failed; a closed set that a program can switch on. */
export type PartnerCenterErrorReason =
  | "sign-in"
  | "mfa-required"
  | "forbidden"
  | "not-found"
  | "no-relationship"
  | "throttled"
  | "invalid-parameter"
  | "invalid-request"
  | "service"
  | "network"
  | "timeout"
  | "malformed-response";

/** What a {@link PartnerCenterError} knows besides its message. */
export interface PartnerCenterErrorDetails extends Partial<TraceIds> {
  /** Why the call failed. */
  readonly reason: PartnerCenterErrorReason;
  /** The parameter that the description rules out. */
  readonly parameter?: string | undefined;
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** The service's code. */
  readonly code?: string | undefined;
  /** The service's own words. */
  readonly description?: string | undefined;
  /** The part of the service that failed. */
  readonly source?: string | undefined;
  /** The service's further details. */
  readonly data?: readonly unknown[] | undefined;
  /** Milliseconds after which the service allows another call. */
  readonly retryAfterMs?: number | undefined;
  /**
   * How often the request was sent.
   * @default 1
   */
  readonly attempts?: number | undefined;
  /** What else to know, such as what is wrong with the token that was sent. */
  readonly hints?: readonly string[] | undefined;
  /** What the credential or the network threw; the client's own errors have a copy of it without secrets. */
  readonly cause?: unknown;
  /** @internal */
  readonly parts?: MessageParts | undefined;
}

// Registered, so that the ESM and the CommonJS build in one process recognise each other's errors.
const BRAND = Symbol.for("partner-center-client.PartnerCenterError");

/**
 * A call that failed: the service refused it, could not be reached, or answered with something other than documented.
 * The message says what was tried, what came back, what to do where that is known, and what to quote.
 * Holds no token and no secret of the client's. `cause` has the names, messages and codes of what
 * the credential or the network threw.
 */
export class PartnerCenterError extends Error {
  /** What tells it from other errors in a log. */
  override readonly name = "PartnerCenterError";
  /** Why the call failed. */
  readonly reason: PartnerCenterErrorReason;
  /** The parameter that the description rules out; for the reason "invalid-parameter". */
  readonly parameter: string | undefined;
  /** The HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** The service's code, as a string also where the wire has a number. */
  readonly code: string | undefined;
  /** The service's own words. */
  readonly description: string | undefined;
  /** The part of the service that failed. */
  readonly source: string | undefined;
  /** The service's further details. */
  readonly data: readonly unknown[] | undefined;
  /** Milliseconds after which the service allows another call. */
  readonly retryAfterMs: number | undefined;
  /** How often the request was sent. */
  readonly attempts: number;
  /**
   * What else to know: what is wrong with the token that was sent, as far as its claims show that, and how to check
   * whether a call succeeded whose response was lost.
   */
  readonly hints: readonly string[];
  /** As the service answered, else as sent. */
  readonly requestId: string | undefined;
  /** As the service answered, else as sent. */
  readonly correlationId: string | undefined;
  /** As the service answered, else as sent. */
  readonly cv: string | undefined;
  /** The server that answered. */
  readonly serverId: string | undefined;
  /** @internal */
  declare readonly parts?: MessageParts;

  /** For tests, and for code that wraps calls: a message and a reason are enough. */
  constructor(message: string, details: PartnerCenterErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.reason = details.reason;
    this.parameter = details.parameter;
    this.status = details.status;
    this.code = details.code;
    this.description = details.description;
    this.source = details.source;
    this.data = details.data;
    this.retryAfterMs = details.retryAfterMs;
    this.attempts = details.attempts ?? 1;
    this.hints = details.hints ?? [];
    this.requestId = details.requestId;
    this.correlationId = details.correlationId;
    this.cv = details.cv;
    this.serverId = details.serverId;
    // Not enumerable, as logs have the message already.
    Object.defineProperty(this, "parts", { value: details.parts });
  }

  /** @internal */
  get [BRAND](): true {
    return true;
  }

  /** The message and the fields, without stack and cause. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** Tells whether something thrown is a {@link PartnerCenterError}, of this copy of the package or of another. */
export function isPartnerCenterError(error: unknown): error is PartnerCenterError {
  try {
    return typeof error === "object" && error !== null && Reflect.get(error, BRAND) === true;
  } catch {
    // A proxy that was revoked.
    return false;
  }
}
