import { shown } from "./one-line.js";

/** Where the title of a page is, if it has one. */
const LONGEST_HEAD = 4_096;
// With the mark of what was cut off it has 80 characters.
const LONGEST_TITLE = 79;

/** The title of a page that came in place of JSON, in words; empty when it has none. */
export function pageTitle(content: unknown): string {
  const head = typeof content === "string" ? content.slice(0, LONGEST_HEAD) : "";
  const [, title = ""] = /<title>([^<]*)/i.exec(head) ?? [];
  return title && `titled "${shown(title.trim(), undefined, LONGEST_TITLE)}"`;
}
