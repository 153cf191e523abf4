import { type Advice, adviceFor } from "../failure/advice.js";
import type { PartnerCenterError, PartnerCenterErrorReason } from "../failure/error.js";
import { malformedResponse } from "../failure/failures.js";
import { codeOf } from "../failure/fault.js";
import { sentence } from "../failure/message.js";
import { sanitized } from "../failure/sanitize.js";
import { contextOf } from "../wire/call-context.js";
import type { Redact } from "../wire/redaction.js";
import { retryAfterMs } from "../wire/retry-after.js";
import { idOf } from "../wire/trace.js";
import { isMfaCode, type SignInAdviceKey, signInAdvice } from "./sign-in-advice.js";
import { signInError } from "./sign-in-error.js";

/** An authority's answer that is no token. */
export interface Refusal {
  /** The code of OAuth 2.0, such as `invalid_grant`. */
  readonly oauthError: string | undefined;
  readonly failure: PartnerCenterError;
  /** A refresh token that came with a reply which is of no use otherwise. */
  readonly refreshToken?: string | undefined;
}

const CUT_OFF_ADVICE = { network: "authority", timeout: "timeout" } as const;

/** Returns what to do about a code of Entra ID where it does not mean what it usually does; undefined elsewhere. */
export type Advise = (code: string | undefined) => SignInAdviceKey | undefined;

/** Reads the refusal of an authority; `redacted` removes the secrets of the request from its text. */
export async function readRefusal(
  response: Response,
  redacted: Redact,
  now: number,
  advise?: Advise,
): Promise<Refusal> {
  const { status } = response;
  const text = await response.text();
  const body = parsed(text);
  const unread = body === undefined ? contextOf(response)?.body : undefined;
  const received =
    body === undefined
      ? (unread?.summary ?? `${text.length} characters, no JSON object`)
      : undefined;
  const { oauthError, code, description, traceId, correlationId } = parseFault(
    body ?? {},
    redacted,
  );
  const reason = resolveReason(status, code, oauthError);
  if (received !== undefined && reason === "sign-in") {
    // Only the body tells what is refused, so that the call failed as its body did.
    if (unread?.missing === "network" || unread?.missing === "timeout") {
      const failure = signInError(
        {
          outcome: `${describeRequest(response)} failed: ${status}, ${sentence(received)}`,
          advice: { key: CUT_OFF_ADVICE[unread.missing] },
        },
        { reason: unread.missing, status },
      );
      return { oauthError, failure };
    }
    return { oauthError, failure: malformedResponse(response, received) };
  }
  const words = description?.replace(`${code}: `, "");
  const outcome = [`${status}`, code && `code ${code}`, words && `"${words}"`, received]
    .filter(Boolean)
    .join(", ");
  const wait = retryAfterMs(response.headers, now);
  const special = advise?.(code);
  const ids = formatIds({ "Trace ID": traceId, "Correlation ID": correlationId });
  const failure = signInError(
    {
      outcome: `${describeRequest(response)} failed: ${sentence(outcome)}`,
      advice: special ? { key: special } : resolveAdvice(reason, code, oauthError, wait),
      ids,
    },
    {
      reason,
      status,
      code,
      description,
      retryAfterMs: wait,
      // What Entra ID calls trace id here is the request id of its headers and logs.
      requestId: traceId,
      correlationId,
    },
  );
  return { oauthError, failure };
}

const LONGEST_DESCRIPTION = 4_096;
const ENTRA_CODE = /\bAADSTS\d{1,12}/;
const TRACE_ID = /Trace ID: (\S+)/;
const CORRELATION_ID = /Correlation ID: (\S+)/;

type Body = Readonly<Record<string, unknown>>;

export function parseFault(body: Body, redacted: Redact) {
  const { error_description: said } = body;
  // Cut before anything is looked for in it, and after nothing of a secret is left.
  const words = typeof said === "string" ? redacted(said).slice(0, LONGEST_DESCRIPTION) : "";
  const idIn = (name: string, label: RegExp) =>
    idOf(body[name], redacted) ?? idOf(label.exec(words)?.[1], redacted);
  const oauthError = readCode(body.error, redacted);
  const [number]: unknown[] = Array.isArray(body.error_codes) ? body.error_codes : [];
  const code = Number.isSafeInteger(number) ? `AADSTS${number}` : ENTRA_CODE.exec(words)?.[0];
  return {
    oauthError,
    code: code ?? oauthError,
    // The words end with the ids, a line each.
    description: sanitized(words.split("Trace ID:", 1).join("")) || undefined,
    traceId: idIn("trace_id", TRACE_ID),
    correlationId: idIn("correlation_id", CORRELATION_ID),
  };
}

/** Returns a redacted code; undefined for anything but one short word. */
function readCode(value: unknown, redacted: Redact): string | undefined {
  const code = codeOf(value);
  return code === undefined ? undefined : redacted(code);
}

// OAuth 2.0 errors that are worth a retry.
const TRANSIENT_ERRORS = ["temporarily_unavailable", "server_error"];

/** Returns the reason of a failure for its status and codes. */
export function resolveReason(
  status: number,
  code: string | undefined,
  oauthError = "",
): PartnerCenterErrorReason {
  if (isMfaCode(code)) {
    return "mfa-required";
  }
  if (status === 429) {
    return "throttled";
  }
  return status >= 500 || TRANSIENT_ERRORS.includes(oauthError) ? "service" : "sign-in";
}

/** Returns what to do about a failure. */
export function resolveAdvice(
  reason: PartnerCenterErrorReason,
  code: string | undefined,
  oauthError: string | undefined,
  waitMs: number | undefined,
): Advice {
  const known = signInAdvice(code, oauthError);
  if (known !== undefined) {
    return { key: known };
  }
  return reason === "sign-in" ? { key: "unknown-code" } : adviceFor(reason, { waitMs });
}

/** Returns the ids that are known, in parentheses; empty when there are none. */
export function formatIds(ids: Readonly<Record<string, string | undefined>>): string {
  const known = Object.entries(ids).filter(([, id]) => id !== undefined);
  return known.length === 0 ? "" : ` (${known.map((id) => id.join(": ")).join(", ")})`;
}

function describeRequest(response: Response): string {
  const context = contextOf(response);
  return context === undefined ? "Signing in" : `${context.method} ${context.url}`;
}

function parsed(text: string): Body | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isObject(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
