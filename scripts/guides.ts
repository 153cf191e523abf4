import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Guide } from "./guide-page.js";

/** The order in which the guides are best read. Those that are not in it come behind, by name. */
const READING_ORDER = [
  "set-up-your-tenant",
  "the-library",
  "the-shell",
  "many-links",
  "know-that-it-was-accepted",
  "sign-in-for-services",
  "errors-and-what-to-do",
  "testing-with-the-sandbox",
  "proxies-logs-and-traces",
  "coming-from-elsewhere",
  "speed",
];

/** The guides in a folder, in reading order; none when there is no such folder. */
export async function readGuides(folder: string): Promise<Guide[]> {
  const files = existsSync(folder) ? await readdir(folder) : [];
  const names = files
    .filter((file) => file.endsWith(".md"))
    .map((file) => basename(file, ".md"))
    .sort();
  const ordered = [
    ...READING_ORDER.filter((name) => names.includes(name)),
    ...names.filter((name) => !READING_ORDER.includes(name)),
  ];
  return Promise.all(
    ordered.map(async (name) => ({
      name,
      markdown: await readFile(`${folder}/${name}.md`, "utf8"),
    })),
  );
}
