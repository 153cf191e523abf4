import type { Output } from "../shell.js";

/** A text in lines of this width; a word that is longer has a line of its own. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.pop();
    const longer = line === undefined ? word : `${line} ${word}`;
    lines.push(...(line === undefined || longer.length <= width ? [longer] : [line, word]));
  }
  return lines;
}

/** A text in lines for a person, and in one for whatever else reads. */
export function wrappedFor(
  { isTTY, columns = 0 }: Pick<Output, "isTTY" | "columns">,
  text: string,
): string {
  return isTTY && columns > 0 ? wrapped(text, columns).join("\n") : text;
}
