/** A value as JSON on one line, in which nothing commands a terminal or turns text around: it is escaped. */
export function jsonLine(value: object): string {
  return JSON.stringify(value).replace(
    /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
