import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Facts } from "./facts.js";
import { type Page, readPage } from "./pages.js";
import { findChanges, type PageRecord, type Reading, writeReport } from "./report.js";

export interface WatchOptions {
  /** Folder of the records, one file for each page. */
  readonly folder: string;
  /** Overrides the origin of every page. */
  readonly origin?: string | undefined;
  /** Milliseconds that one page may take. */
  readonly timeout: number;
  readonly today: Date;
  /** Records the facts as they are now. */
  readonly update: boolean;
}

/**
 * Reads the pages and compares their facts with the records, or writes the records.
 * The exit code is 3 where a page could not be read, 1 where a fact changed, else 0.
 */
export async function watch(
  pages: readonly Page[],
  options: WatchOptions,
): Promise<{ readonly report: string; readonly exitCode: number }> {
  const readings = await Promise.all(pages.map((page) => watchPage(page, options)));
  const hasFailed = readings.some(({ failure }) => failure !== undefined);
  const hasChanged = readings.some((reading) => findChanges(reading).length > 0);
  return {
    report: writeReport(readings, options.today),
    exitCode: hasFailed ? 3 : Number(hasChanged),
  };
}

/** Whether a page states more than its date. */
function hasFacts(facts: Facts = {}): boolean {
  return Object.keys(facts).some((kind) => kind !== "date");
}

async function watchPage(page: Page, options: WatchOptions): Promise<Reading> {
  const { folder, origin, timeout, today, update } = options;
  const { pathname, search } = new URL(page.url);
  // As in spec/paths, slashes are underscores.
  const file = join(folder, `${pathname.split("/").filter(Boolean).join("_")}.json`);
  const record: PageRecord | undefined = existsSync(file)
    ? JSON.parse(await readFile(file, "utf8"))
    : undefined;
  const result = await readPage(new URL(pathname + search, origin ?? page.url), timeout);
  if (result.facts && hasFacts(record?.facts) && !hasFacts(result.facts)) {
    // A page that moved or changed its markup, rather than one that dropped all it said.
    return { page, record, failure: "none of the facts on record are on the page" };
  }
  if (!update || result.facts === undefined) {
    return { page, record, ...result };
  }
  const asOf = today.toISOString().slice(0, "yyyy-mm-dd".length);
  const updated: PageRecord = { url: page.url, source: "the page", asOf, facts: result.facts };
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(updated, undefined, 2)}\n`);
  return { page, record: updated };
}
