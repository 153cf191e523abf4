import { headerValues, RETRY_AFTER_HEADER } from "./headers.js";

// Not Partner Center's own: services and gateways of Azure send them, in milliseconds, and @azure/core-rest-pipeline and
// OpenAI's client wait by them.
const MILLISECOND_HEADERS = ["retry-after-ms", "x-ms-retry-after-ms"];

const DECIMAL = /^\d+(\.\d+)?$/;
// The three forms of HTTP dates (RFC 9110, section 5.6.7), without the day of the week that a comma follows.
const HTTP_DATE = /^(\d\d[ -][A-Za-z]{3}[ -]\d|[A-Za-z]{3} [A-Za-z]{3} [ \d])/;
const LONGEST_VALUE = 64;

/**
 * Returns the milliseconds from `now` on after which a response allows another call: the longest time that its headers
 * ask for, so that no call comes early. Reads seconds or an HTTP date in `Retry-After`, and the headers in milliseconds
 * that Azure's services send, each on any number of lines; `undefined` when none of them says a time.
 */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const asked = [
    ...headerValues(headers, RETRY_AFTER_HEADER).map((value) => secondsOrDate(value, now)),
    ...MILLISECOND_HEADERS.flatMap((name) => headerValues(headers, name)).map((value) =>
      decimal(value, 1),
    ),
  ].filter((ms) => ms !== undefined);
  return asked.length === 0 ? undefined : Math.max(...asked);
}

function secondsOrDate(value: string, now: number): number | undefined {
  const ms = decimal(value, 1000);
  if (ms !== undefined || value.length > LONGEST_VALUE || !HTTP_DATE.test(value)) {
    return ms;
  }
  const date = Date.parse(inGmt(value));
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function decimal(value: string, unitMs: number): number | undefined {
  return DECIMAL.test(value)
    ? Math.min(Math.ceil(Number(value) * unitMs), Number.MAX_SAFE_INTEGER)
    : undefined;
}

// One of the three forms of HTTP dates names no zone.
function inGmt(date: string): string {
  return date.endsWith("GMT") ? date : `${date} GMT`;
}
