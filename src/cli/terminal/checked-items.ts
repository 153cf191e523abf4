import type { Page } from "../../paged-items.js";
import { type TraceIds, traceOf } from "../../wire/trace.js";
import { idWords, type Log } from "./log.js";

/** Passes on each page without the entries that are not objects, and reports how many it skipped. */
export async function* checkedPages<Item extends object>(
  pages: AsyncIterable<Page<Item>>,
  log: Log,
): AsyncGenerator<Page<Item>, void> {
  for await (const page of pages) {
    const items = page.items.filter((item) => isObject(item));
    reportSkipped(page.items.length - items.length, traceOf(page.response), log);
    yield { ...page, items };
  }
}

/** Returns the texts of a list; undefined for what is no list. */
export function textsIn(list: unknown): string[] | undefined {
  return Array.isArray(list) ? list.filter((text) => typeof text === "string") : undefined;
}

/** Returns the objects of a list; none for what is no list. */
export function objectsIn<Item extends object>(list: readonly Item[] | undefined): Item[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** Returns what a cell shows of a value, whatever type the service sent. */
export function cellText(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** Reports how many entries of a list were skipped, with the ids of its response. */
export function reportSkipped(count: number, ids: TraceIds, log: Log): void {
  if (count > 0) {
    const entries = count === 1 ? "1 entry" : `${count} entries`;
    log.warning(`Skipped ${entries} of the list: not of the expected type (${idWords(ids)}).`);
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
