import { type CallContext, contextOf } from "../wire/call-context.js";
import type { Redact } from "../wire/redaction.js";
import { retryAfterMs } from "../wire/retry-after.js";
import { type TraceIds, traceOf } from "../wire/trace.js";
import { type Advice, adviceFor, SENTENCES } from "./advice.js";
import { causeOf, propertyOf } from "./cause.js";
import {
  isPartnerCenterError,
  PartnerCenterError,
  type PartnerCenterErrorDetails,
  type PartnerCenterErrorReason,
} from "./error.js";
import { type Fault, parseFault } from "./fault.js";
import { composeMessage, type MessageParts, sentence } from "./message.js";
import { reasonFor } from "./reason.js";
import { masked, pageTitle, redactedIn, sanitized } from "./sanitize.js";

/** After these it is unknown whether the service did what was asked. */
const LOST_REASONS: readonly PartnerCenterErrorReason[] = [
  "network",
  "timeout",
  "service",
  "malformed-response",
];

/** The service, or something in its place, answered with another status than 2xx. */
export function httpFailure(
  response: Response,
  body: unknown,
  now: number,
  hints: readonly string[] = [],
): PartnerCenterError {
  const { status } = response;
  const context = contextOf(response);
  const fault = withoutSecrets(parseFault(body), context);
  const wait = retryAfterMs(response.headers, now);
  const reason = reasonFor(response, fault, wait);
  // What does not have this method, or has it no more, is another address.
  const advised = status === 405 || status === 410 ? "not-found" : reason;
  return failure(context, {
    outcome: [
      describeResponse({ response, fault }, context),
      pageTitle(body),
      context?.body?.summary,
    ]
      .filter(isNonEmpty)
      .join(", "),
    advice:
      status < 400
        ? { key: "redirect" }
        : adviceFor(advised, { code: fault.code, waitMs: wait, supplied: context?.supplied }),
    details: { ...traceOf(response), ...fault, reason, status, retryAfterMs: wait },
    hints: [
      ...hints,
      ...((status === 401 || status === 403 ? context?.hints : undefined) ?? []),
      ...hintsAboutLoss(context, reason),
    ],
  });
}

/** A success whose body is not what the description promises. `words` say what it is, never the body itself. */
export function malformedResponse(response: Response, words: string): PartnerCenterError {
  const { status } = response;
  const context = contextOf(response);
  const type = response.headers.get("content-type") ?? "without a content type";
  const reason = "malformed-response";
  const trace = traceOf(response);
  return failure(context, {
    outcome: `${status} ${sanitized(type, context?.redact, 128)}, ${words}`,
    advice: trace.serverId === undefined ? adviceFor(reason) : adviceFor("service"),
    details: { ...trace, reason, status },
    hints: hintsAboutLoss(context, reason),
  });
}

/** Not sent, or not once more, because the service has asked another call for this path to come back after `waitMs`. */
export function throttledFailure(context: CallContext, waitMs: number): PartnerCenterError {
  const again = context.attempts > 0 ? " again" : "";
  const reason = "throttled";
  return failure(context, {
    outcome: `not sent${again}, because the service holds back all calls of this path`,
    advice: adviceFor(reason, { waitMs }),
    details: { ...idsOf(context), reason, retryAfterMs: waitMs },
  });
}

/** No answer in time, or not all of it; `response` has what came in time. */
export function timeoutFailure(
  context: CallContext,
  timeoutMs: number,
  response?: Response,
): PartnerCenterError {
  const reason = "timeout";
  return failure(context, {
    outcome: incomplete(timeoutMs),
    advice: adviceFor(reason),
    details: { ...idsOf(context, response), reason },
    hints: hintsAboutLoss(context, reason),
  });
}

/** What came of a reply that is not there in time, in words. */
export function incomplete(timeoutMs: number): string {
  return `no complete reply within ${Math.ceil(timeoutMs)} ms`;
}

/** What came of a reply whose body could not be read to its end, in words. */
export function brokenOff(cause: unknown, { redact }: CallContext): string {
  return `a reply that broke off (${innermostMessage(cause, redact)})`;
}

/** What `fetch` threw: a failure already, or no answer, or not all of it. The caller's own abort is not one. */
export function fetchFailure(
  context: CallContext,
  cause: unknown,
  response?: Response,
): PartnerCenterError {
  if (isPartnerCenterError(cause)) {
    return cause;
  }
  const reason = "network";
  return failure(context, {
    outcome:
      response === undefined
        ? `no reply (${innermostMessage(cause, context.redact)})`
        : brokenOff(cause, context),
    advice: adviceFor(reason),
    details: {
      ...idsOf(context, response),
      reason,
      cause: causeOf(cause, context.redact),
    },
    hints: hintsAboutLoss(context, reason),
  });
}

/** The answer after which another token was wanted. */
export interface Refused {
  readonly response: Response;
  readonly fault: Fault;
}

/**
 * No token, so that nothing was sent, or nothing more after `refused`; a credential may have said itself what to do.
 */
export function signInFailure(
  context: CallContext,
  thrown: unknown,
  refused?: Refused,
): PartnerCenterError {
  const fault = refused && withoutSecrets(refused.fault, context);
  const sent = fault
    ? `${describeResponse({ ...refused, fault }, context)}, not sent again`
    : "not sent";
  const known = { ...idsOf(context, refused?.response), ...fault };
  // What was not sent has no flaw.
  const hints = refused && context.hints;
  const cause = causeOf(thrown, context.redact);
  if (isPartnerCenterError(cause)) {
    const { reason, code, description, retryAfterMs } = cause;
    return failure(context, {
      outcome: cause.parts === undefined ? `${sent}. ${cause.message}` : sent,
      failed: cause,
      details: { ...known, reason, code, description, retryAfterMs, cause },
      hints,
    });
  }
  const message = innermostMessage(thrown, context.redact);
  return failure(context, {
    outcome: `${sent}, because the credential gave no usable token (${message})`,
    advice: { key: "credential" },
    details: { ...known, reason: "sign-in", cause },
    hints,
  });
}

/** Without the token, and without what looks like a part of it. */
function withoutSecrets(fault: Fault, context: CallContext | undefined): Fault {
  const { description = "" } = fault;
  const clean = masked(context?.redact(description) ?? description);
  return { ...fault, description: clean || undefined };
}

/** Status, code and words, and what is not among them. */
function describeResponse(
  { response: { status, statusText }, fault }: Refused,
  context: CallContext | undefined,
): string {
  const { code, description = statusText, leftOut } = fault;
  const words = sanitized(description, context?.redact);
  return [
    status,
    code && `code ${code}`,
    words && `"${words}"`,
    leftOut && `without its ${leftOut}`,
  ]
    .filter(Boolean)
    .join(", ");
}

interface Failure {
  readonly outcome: string;
  /** The failure to sign in that the message ends with. */
  readonly failed?: PartnerCenterError;
  readonly advice?: Advice;
  readonly details: Omit<PartnerCenterErrorDetails, "attempts" | "hints">;
  readonly hints?: readonly string[] | undefined;
}

function failure(
  context: CallContext | undefined,
  { outcome, failed, advice, details, hints = [] }: Failure,
): PartnerCenterError {
  const redact = (text: string) => context?.redact(text) ?? text;
  const tried = context === undefined ? "The call" : `${context.method} ${context.url}`;
  const attempts = context?.attempts ?? 1;
  const times = attempts > 1 ? ` after ${attempts} attempts` : "";
  const { cause, ...told } = details;
  // Whoever answered may have repeated the token in any field, however deep.
  const redacted = redactedIn(told, redact);
  const parts: MessageParts = redactedIn(
    {
      outcome: `${tried} failed${times}: ${sentence(outcome)}`,
      cause: failed?.parts,
      advice,
      hints,
      ids: idsToQuote(redacted),
    },
    redact,
  );
  // The failure to sign in has its message in the words of the sign-in.
  const said = failed?.parts === undefined ? parts.outcome : `${parts.outcome} ${failed.message}`;
  const message = redact(composeMessage({ ...parts, outcome: said, cause: undefined }, SENTENCES));
  return new PartnerCenterError(message, {
    ...redacted,
    reason: details.reason,
    cause,
    attempts,
    hints,
    parts,
  });
}

function hintsAboutLoss(
  context: CallContext | undefined,
  reason: PartnerCenterErrorReason,
): readonly string[] {
  return context !== undefined && context.attempts > 0 && LOST_REASONS.includes(reason)
    ? (context.lossHints ?? [])
    : [];
}

function idsToQuote({ requestId, correlationId, cv, serverId }: Partial<TraceIds>): string {
  const ids = Object.entries({
    "MS-RequestId": requestId,
    "MS-CorrelationId": correlationId,
    "MS-CV": cv,
    "MS-ServerId": serverId,
  })
    .filter(([, id]) => id !== undefined)
    .map(([name, id]) => `${name}: ${id}`);
  return ids.length === 0 ? "" : ` (${ids.join(", ")})`;
}

/** The ids to quote; none of what was never sent, as nobody else knows them. */
function idsOf(
  context: CallContext,
  response?: Response,
): TraceIds & { readonly status: number | undefined } {
  if (response !== undefined) {
    return { ...traceOf(response), status: response.status };
  }
  const sent: Partial<CallContext> = context.attempts > 0 ? context : {};
  const { requestId, correlationId, cv } = sent;
  return { requestId, correlationId, cv, serverId: undefined, status: undefined };
}

// fetch says "fetch failed" and puts what happened into the cause, sometimes several deep, the innermost of which may
// have no words. No instanceof here: errors of the platform belong to another realm in jest and in vm contexts.
export function innermostMessage(error: unknown, redact?: Redact): string {
  const chain: object[] = [];
  let next = error;
  while (typeof next === "object" && next !== null && chain.length < 6) {
    chain.unshift(next);
    next = propertyOf(next, "cause");
  }
  const texts: unknown[] = [["message", "code"], ["name"]].flatMap((keys) =>
    chain.flatMap((one) => keys.map((key) => propertyOf(one, key))),
  );
  return sanitized([...texts, error].find(isNonEmpty) ?? "no reason given", redact);
}

function isNonEmpty(text: unknown): text is string {
  return typeof text === "string" && text !== "";
}
