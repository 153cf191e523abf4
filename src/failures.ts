import { adviceFor } from "./advice.js";
import { PartnerCenterError, type PartnerCenterErrorDetails } from "./error.js";
import { type Exchange, exchangeOf } from "./exchange.js";
import { faultOf } from "./fault.js";
import { RETRY_AFTER_HEADER } from "./headers.js";
import { reasonFor } from "./reason.js";
import { retryAfterMs } from "./retry-after.js";
import { type Trace, traceOf } from "./trace.js";

/** The service, or something in its place, answered with another status than 2xx. */
export function httpFailure(response: Response, body: unknown, now: number): PartnerCenterError {
  const { status, statusText } = response;
  const fault = faultOf(body);
  const reason = reasonFor(status, statusText, fault);
  const wait = retryAfterMs(response.headers.get(RETRY_AFTER_HEADER), now);
  const code = fault.code === undefined ? "" : `, code ${fault.code}`;
  const words = fault.description ?? statusText;
  return failure(exchangeOf(response), {
    cameBack: `${status}${code}${words && `, "${words}"`}`,
    advice:
      reason === "throttled" && wait !== undefined
        ? `Come back in ${Math.ceil(wait / 1000)} s; calls made earlier count against the limit.`
        : adviceFor(reason, fault.code),
    details: { ...traceOf(response), ...fault, reason, status, retryAfterMs: wait },
  });
}

/** A success whose body is not what the description promises. `received` says what it is, never the body itself. */
export function malformedResponse(
  response: Response,
  received: string,
  cause?: unknown,
): PartnerCenterError {
  const { status } = response;
  const type = response.headers.get("content-type") ?? "without a content type";
  const reason = "malformed-response";
  return failure(exchangeOf(response), {
    cameBack: `${status} ${type}, ${received}`,
    advice: adviceFor(reason),
    details: { ...traceOf(response), reason, status, cause },
  });
}

/** No answer in time, or not all of it. */
export function timeoutFailure(exchange: Exchange, timeoutMs: number): PartnerCenterError {
  const reason = "timeout";
  return failure(exchange, {
    cameBack: `no complete reply within ${timeoutMs} ms`,
    advice: adviceFor(reason),
    details: { ...asSent(exchange), reason },
  });
}

/** No answer at all. */
export function networkFailure(exchange: Exchange, cause: unknown): PartnerCenterError {
  const reason = "network";
  return failure(exchange, {
    cameBack: `no reply (${innermostMessage(cause)})`,
    advice: adviceFor(reason),
    details: { ...asSent(exchange), reason, cause },
  });
}

/** No token, so that nothing was sent. */
export function signInFailure(exchange: Exchange, cause: unknown): PartnerCenterError {
  return failure(exchange, {
    cameBack: `not sent, because the credential gave no usable token (${innermostMessage(cause)})`,
    advice: "Sign in again, or mend the credential.",
    details: { ...asSent(exchange), reason: "sign-in", cause, attempts: 0 },
  });
}

interface Failure {
  readonly cameBack: string;
  readonly advice: string;
  readonly details: Omit<PartnerCenterErrorDetails, "attempts"> & { readonly attempts?: number };
}

function failure(exchange: Exchange | undefined, { cameBack, advice, details }: Failure) {
  const tried = exchange === undefined ? "The call" : `${exchange.method} ${exchange.url}`;
  return new PartnerCenterError(`${tried} failed: ${cameBack}. ${advice}${quote(details)}`, {
    attempts: 1,
    ...details,
  });
}

function quote({ requestId, correlationId, cv, serverId }: Trace): string {
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

function asSent({ requestId, correlationId, cv }: Exchange): Trace {
  return { requestId, correlationId, cv, serverId: undefined };
}

// fetch says "fetch failed" and puts what happened into the cause, sometimes several deep. No instanceof here:
// errors of the platform belong to another realm in jest and in vm contexts.
export function innermostMessage(error: unknown): string {
  if (typeof error !== "object" || error === null) {
    return "no reason given";
  }
  const cause: unknown = Reflect.get(error, "cause");
  if (typeof cause === "object" && cause !== null) {
    return innermostMessage(cause);
  }
  const texts: unknown[] = ["message", "code", "name"].map((key) => Reflect.get(error, key));
  return texts.find(isNonEmpty) ?? "no reason given";
}

function isNonEmpty(text: unknown): text is string {
  return typeof text === "string" && text !== "";
}
