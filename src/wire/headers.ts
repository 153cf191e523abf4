import type { RequestHeader, ResponseHeader } from "../../generated/operations.js";

/** One id for each logical call; the service uses it for idempotency. */
export const REQUEST_ID_HEADER = "ms-requestid" satisfies RequestHeader;
/** The id that support staff search for. */
export const CORRELATION_ID_HEADER = "ms-correlationid" satisfies RequestHeader;
/** The correlation vector. */
export const CV_HEADER = "ms-cv" satisfies RequestHeader;
/** The language of texts in the reply. */
export const LOCALE_HEADER = "X-Locale" satisfies RequestHeader;
/** The name of the calling application. */
export const APPLICATION_HEADER = "MS-PartnerCenter-Application" satisfies RequestHeader;
/** The token of the page to return; also in links to the next page. */
export const CONTINUATION_TOKEN_HEADER = "MS-ContinuationToken" satisfies RequestHeader;
/** Asks the service to say whether the token has multifactor authentication. */
export const VALIDATE_MFA_HEADER = "ValidateMfa" satisfies RequestHeader;
/** What it says to that; in replies only. */
export const IS_MFA_COMPLIANT_HEADER = "isMfaCompliant" satisfies ResponseHeader;
/** The server that answered; in replies only. */
export const SERVER_ID_HEADER = "MS-ServerId" satisfies ResponseHeader;
/** When to come back; in replies only. */
export const RETRY_AFTER_HEADER = "Retry-After" satisfies ResponseHeader;

/** What {@link isHeaderValue} asks for, in words. */
export const HEADER_VALUE_RULE = "text that a header can carry unchanged";

// What Headers would trim, or what HTTP cannot carry, would not arrive as it was given.
const HEADER_VALUE = /^[\x21-\x7e\x80-\xff]([\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?$/;

// RFC 9110, section 5.6.2.
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** Whether HTTP allows this name for a header. */
export function isHeaderName(name: unknown): name is string {
  return typeof name === "string" && HEADER_NAME.test(name);
}

/** Whether this value would arrive unchanged in a header. */
export function isHeaderValue(value: unknown): value is string {
  return typeof value === "string" && HEADER_VALUE.test(value);
}

/**
 * Returns the values of a header that came on several lines or as a list, without the whitespace around them, which is
 * not part of a value (RFC 9110, sections 5.3 and 5.5). A date of HTTP comes as two: its day, and the rest.
 */
export function headerValues(headers: Headers, name: string): string[] {
  return (headers.get(name) ?? "")
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}
