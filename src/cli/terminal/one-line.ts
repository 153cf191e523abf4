// The core has one as well, but to import it loads the whole core, which help does not need.

/** One line, without what a terminal would take for a command. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, " ").trim();
}
