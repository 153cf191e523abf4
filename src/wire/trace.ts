import { exchangeOf } from "./exchange.js";
import {
  CORRELATION_ID_HEADER,
  CV_HEADER,
  IS_MFA_COMPLIANT_HEADER,
  REQUEST_ID_HEADER,
  SERVER_ID_HEADER,
} from "./headers.js";

/** The ids to quote to Microsoft's support: as the service answered, else as sent. */
export interface TraceIds {
  readonly requestId: string | undefined;
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

/**
 * Reads from a response the ids to quote.
 *
 * @see https://learn.microsoft.com/partner-center/developer/headers
 */
export function traceOf(response: Response): Trace {
  const { headers } = response;
  const sent = exchangeOf(response);
  const compliant = headers.get(IS_MFA_COMPLIANT_HEADER)?.toLowerCase();
  return {
    requestId: headers.get(REQUEST_ID_HEADER) || sent?.requestId,
    correlationId: headers.get(CORRELATION_ID_HEADER) || sent?.correlationId,
    cv: headers.get(CV_HEADER) || sent?.cv,
    serverId: headers.get(SERVER_ID_HEADER) || undefined,
    mfaCompliant: compliant === "true" ? true : compliant === "false" ? false : undefined,
  };
}
