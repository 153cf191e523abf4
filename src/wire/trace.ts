import { contextOf } from "./call-context.js";
import {
  CORRELATION_ID_HEADER,
  CV_HEADER,
  headerValues,
  IS_MFA_COMPLIANT_HEADER,
  REQUEST_ID_HEADER,
  SERVER_ID_HEADER,
} from "./headers.js";
import { REDACTED, type Redact } from "./redaction.js";

/** The ids to quote to Microsoft's support: as the service answered, else as sent. */
export interface TraceIds {
  /** The id of the call, the same for all its attempts. */
  readonly requestId: string | undefined;
  /** The id that calls which belong together may share. */
  readonly correlationId: string | undefined;
  /** The correlation vector. */
  readonly cv: string | undefined;
  /** The server that answered; the gateway's own replies name none. */
  readonly serverId: string | undefined;
}

/** The ids to quote, and what else the headers of a reply say of the call. */
export interface Trace extends TraceIds {
  /** Whether the token has multifactor authentication; undefined unless `validateMfa` asked and the service answered. */
  readonly mfaCompliant: boolean | undefined;
}

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const ID = /^[\x21-\x7e]{1,128}$/;

/**
 * What a reply says as an id; undefined for what is none: ids have at most 128 visible ASCII characters, and no secret.
 */
export function idOf(value: unknown, redact: Redact = (text) => text): string | undefined {
  return typeof value === "string" && ID.test(value) && !redact(value).includes(REDACTED)
    ? value
    : undefined;
}

/**
 * Reads from a response the ids to quote.
 *
 * @see https://learn.microsoft.com/partner-center/developer/headers
 */
export function traceOf(response: Response): Trace {
  const { headers } = response;
  const sent = contextOf(response);
  const answered = (name: string, own?: string) => {
    const ids = headerValues(headers, name);
    // The id that was sent, or a GUID, holds no secret: neither needs the search.
    return (
      ids.find((id) => id === own || GUID.test(id)) ?? ids.find((id) => idOf(id, sent?.redact))
    );
  };
  const compliance = headerValues(headers, IS_MFA_COMPLIANT_HEADER).map((value) =>
    value.toLowerCase(),
  );
  return {
    requestId: answered(REQUEST_ID_HEADER, sent?.requestId) ?? sent?.requestId,
    correlationId: answered(CORRELATION_ID_HEADER, sent?.correlationId) ?? sent?.correlationId,
    cv: answered(CV_HEADER, sent?.cv) ?? sent?.cv,
    serverId: answered(SERVER_ID_HEADER),
    mfaCompliant: compliance.includes("false") ? false : compliance.includes("true") || undefined,
  };
}
