import type { Redact } from "../wire/redaction.js";
import { masked } from "./masked.js";

/** The longest that a description is documented to be. */
const LONGEST_LINE = 1_024;

/**
 * What came over the wire, as it may stand in a message: one line, without what a terminal would take for a command or
 * for the other direction of writing, and shortened.
 */
export function oneLine(text: string, longest = LONGEST_LINE): string {
  // Cut first, so that nobody's text buys more time than it has room.
  const line = text
    .slice(0, longest * 4)
    .replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, " ")
    .trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** What is not ours, as it may stand in a message: {@link oneLine}, without secrets and what looks like one. */
export function shown(text: string, redact: Redact = (same) => same, longest?: number): string {
  return oneLine(masked(redact(text)), longest);
}
