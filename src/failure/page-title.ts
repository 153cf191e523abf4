import { shown } from "./one-line.js";

// With the mark of what was cut off it has 80 characters.
const LONGEST_TITLE = 79;

/** The title of a page that came in place of JSON, in words; empty when it has none. */
export function pageTitle(content: unknown): string {
  const [, title] = /<title>([^<]+)/i.exec(String(content)) ?? [];
  return title ? `titled "${shown(title.trim(), undefined, LONGEST_TITLE)}"` : "";
}
