import type { Page } from "../../paged-items.js";
import type { LIST_OPTIONS } from "../parser/common-options.js";
import type { Options } from "../parser/definition.js";
import type { Shell } from "../shell.js";
import { cellText } from "./checked-items.js";
import { csvRow } from "./csv.js";
import { jsonLine } from "./json-line.js";
import { oneLine } from "./one-line.js";

/** How a list can be printed. */
export type ListFormat = "table" | "csv" | "json";

/** A column of a table or of CSV, with what an item has in it; anything but text and numbers is left out. */
export type Columns<Item> = ReadonlyArray<readonly [name: string, of: (item: Item) => unknown]>;

/** Returns the requested format; by default a table for a person, and CSV for a program. */
export function listFormat(
  { output, json }: Pick<Options<typeof LIST_OPTIONS>, "output" | "json">,
  { stdout }: Pick<Shell, "stdout">,
): ListFormat {
  return output ?? (json ? "json" : stdout.isTTY ? "table" : "csv");
}

/** Prints a list page by page, as the pages come; JSON with all that the items have. */
export async function printList<Item extends object>(
  pages: AsyncIterable<Page<Item>>,
  columns: Columns<Item>,
  format: ListFormat,
  { print, stderr }: Pick<Shell, "print" | "stderr">,
): Promise<void> {
  const writer = WRITERS[format](columns);
  let count = 0;
  await print(writer.head);
  for await (const { items } of pages) {
    const text = writer.page(items, count);
    if (text !== "") {
      await print(text);
    }
    count += items.length;
  }
  await print(writer.end);
  if (count === 0 && format === "table") {
    stderr.write("No results\n");
  }
}

interface Writer<Item> {
  readonly head: string;
  /** What comes for a page that this many items came before. */
  page(items: readonly Item[], before: number): string;
  readonly end: string;
}

const WRITERS: Readonly<
  Record<ListFormat, <Item extends object>(columns: Columns<Item>) => Writer<Item>>
> = { table, csv, json };

function csv<Item>(columns: Columns<Item>): Writer<Item> {
  return {
    head: csvRow(columns.map(([name]) => name)),
    page: (items) =>
      items.map((item) => csvRow(columns.map(([, of]) => cellText(of(item))))).join(""),
    end: "",
  };
}

function json<Item extends object>(): Writer<Item> {
  return {
    head: "[",
    page: (items, before) =>
      items.map((item, index) => `${before + index === 0 ? "" : ","}\n${jsonLine(item)}`).join(""),
    end: "\n]\n",
  };
}

/** As wide as the first page needs; the end of a row is as long as it is. */
function table<Item>(columns: Columns<Item>): Writer<Item> {
  let widths: readonly number[] | undefined;
  const line = (cells: readonly string[]) =>
    `${cells
      .map((cell, index) => cell.padEnd(widths?.[index] ?? 0))
      .join("  ")
      .trimEnd()}\n`;
  return {
    head: "",
    page(items) {
      const names = columns.map(([name]) => name.toUpperCase());
      const rows = items.map((item) => columns.map(([, of]) => oneLine(cellText(of(item)) ?? "")));
      const isFirst = widths === undefined;
      widths ??= names.map((name, index) =>
        rows.reduce((width, row) => Math.max(width, row[index]?.length ?? 0), name.length),
      );
      return [...(isFirst && rows.length > 0 ? [names] : []), ...rows].map(line).join("");
    },
    end: "",
  };
}
