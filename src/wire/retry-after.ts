const HTTP_DATE = /^[A-Za-z]{3,9},? /;

/** Reads `Retry-After`: milliseconds from `now` on, from seconds or an HTTP date; undefined when it is neither. */
export function retryAfterMs(value: string | null, now: number): number | undefined {
  if (value === null) {
    return undefined;
  }
  if (/^\d+$/.test(value)) {
    return Math.min(Number(value) * 1000, Number.MAX_SAFE_INTEGER);
  }
  const date = HTTP_DATE.test(value) ? Date.parse(inGmt(value)) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

// One of the three forms of HTTP dates names no zone.
function inGmt(date: string): string {
  return date.endsWith("GMT") ? date : `${date} GMT`;
}
