import { oneLine as shortened } from "../failure/one-line.js";

/** What the command says, which is ours and may be long: one line, without what a terminal would take for a command. */
export function oneLine(text: string): string {
  return shortened(text, Number.POSITIVE_INFINITY);
}
