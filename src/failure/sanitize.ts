import { REDACTED, type Redact } from "../wire/redaction.js";

/** The documented maximum length of a description. */
const MAX_LINE_LENGTH = 1_024;
// With the ellipsis of a cut it has 80 characters.
const MAX_TITLE_LENGTH = 79;

/** Returns text from the wire as one line without control characters and changes of writing direction, shortened. */
export function oneLine(text: string, maxLength = MAX_LINE_LENGTH): string {
  // Cut first, so that a long text costs no more than a short one.
  const line = text
    .slice(0, maxLength * 4)
    .replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, " ")
    .trim();
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
}

/** Redacts what looks like a token in a text that is not ours, such as a parser's, which quotes what it could not read. */
export function masked(text: string): string {
  return text.replace(/\beyJ[\w.-]*|[\w~+=.-]{30,}/g, (run) =>
    isSecretLike(run) ? REDACTED : run,
  );
}

// Host names, GUIDs and the names of events are long too, but neither of mixed letters and digits nor with a tilde.
function isSecretLike(run: string): boolean {
  const isMixed = [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(run));
  const isLong = /[\w+=-]{40}/.test(run) && /[^a-z.-]/.test(run);
  return run.startsWith("eyJ") || run.includes("~") || isMixed || isLong;
}

/** Returns text that is not ours as a message may show it: {@link oneLine}, without secrets and what looks like one. */
export function sanitized(
  text: string,
  redact: Redact = (same) => same,
  maxLength?: number,
): string {
  return oneLine(masked(redact(text)), maxLength);
}

/** Returns what a value holds without secrets, the names of its fields included. */
export function redactedIn<Value>(value: Value, redact: Redact): Value;
export function redactedIn(value: unknown, redact: Redact): unknown {
  if (typeof value === "string") {
    return redact(value);
  }
  if (Array.isArray(value)) {
    return value.map((one: unknown) => redactedIn(one, redact));
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, one]) => [redact(key), redactedIn(one, redact)]),
      )
    : value;
}

/** Returns `titled "…"` for a page that arrived in place of JSON; empty when it has no title. */
export function pageTitle(content: unknown): string {
  const [, title] = /<title>([^<]+)/i.exec(String(content)) ?? [];
  return title ? `titled "${sanitized(title.trim(), undefined, MAX_TITLE_LENGTH)}"` : "";
}
