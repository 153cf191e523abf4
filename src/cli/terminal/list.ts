import type { Page } from "../../paged-items.js";
import { usageFailure } from "../command-failure.js";
import type { FORMAT_OPTIONS, JSON_OUTPUT } from "../parser/common-options.js";
import type { Options } from "../parser/definition.js";
import type { Output, Shell } from "../shell.js";
import { cellText } from "./checked-items.js";
import { csvRow } from "./csv.js";
import { jsonLine } from "./json-line.js";
import { oneLine } from "./one-line.js";
import { erasedLine } from "./spinner.js";
import { fitWidths, isCut, type TableWidths, tableLine } from "./table.js";
import { wrappedFor } from "./wrapped.js";

/** How a list is printed. */
export interface ListLayout {
  readonly format: "table" | "csv" | "json" | "jsonl";
  /** Columns of the terminal that a table fits; infinite where it need not. */
  readonly columns: number;
  /** What separates the cells of CSV for Excel; undefined for CSV as programs read it. */
  readonly excelSeparator?: string | undefined;
}

/** The columns of a table and of CSV, most important first; anything but text and numbers is left out. */
export type Columns<Item> = ReadonlyArray<readonly [name: string, of: (item: Item) => unknown]>;

/**
 * Returns how to print a list: by default as a table for a person, and as CSV for a program. Throws the failure that
 * says that two options differ.
 */
export function listLayout(
  {
    output,
    json,
    excel,
    wide,
  }: Options<typeof FORMAT_OPTIONS & { readonly json: typeof JSON_OUTPUT }>,
  { env, stdout }: Pick<Shell, "env"> & { readonly stdout: Output },
): ListLayout {
  if (json && output !== undefined && output !== "json") {
    throw usageFailure(`Pass either \`--json\` or \`--output ${output}\`, not both.`);
  }
  if (excel && (json || (output ?? "csv") !== "csv")) {
    throw usageFailure("Pass either `--excel` or another format than CSV, not both.");
  }
  const { isTTY, columns } = stdout;
  return {
    format: output ?? (json ? "json" : isTTY && !excel ? "table" : "csv"),
    excelSeparator: excel ? separatorFor(env) : undefined,
    columns: isTTY && columns && !wide ? columns : Infinity,
  };
}

/** Returns what Excel separates cells with in the locale of the environment: a comma, unless numbers have one. */
function separatorFor({ LC_ALL, LC_NUMERIC, LANG }: Shell["env"]): string {
  const [locale = ""] = (LC_ALL || LC_NUMERIC || LANG || "").split(/[.@]/);
  const tag = locale.replaceAll("_", "-");
  try {
    return new Intl.NumberFormat(tag === "" ? undefined : tag).format(1.5).includes(",")
      ? ";"
      : ",";
  } catch {
    // C and POSIX are no languages.
    return ",";
  }
}

/** Prints a list page by page, as the pages come; JSON with all that the items have. */
export async function printList<Item extends object>(
  pages: AsyncIterable<Pick<Page<Item>, "items">> | Iterable<Pick<Page<Item>, "items">>,
  columns: Columns<Item>,
  layout: ListLayout,
  shell: Pick<Shell, "env" | "print" | "stderr">,
): Promise<void> {
  const writer = createListWriter(columns, layout);
  for await (const { items } of pages) {
    const text = writer.add(items);
    if (text !== "") {
      await shell.print(text);
    }
  }
  await shell.print(writer.end());
  const note = writer.note();
  if (note !== undefined) {
    shell.stderr.write(`${erasedLine(shell)}${wrappedFor(shell.stderr, note)}\n`);
  }
}

/** Renders a list piece by piece. */
export interface ListWriter<Item> {
  /** Returns the text of further items, with what comes before the first. */
  add(items: readonly Item[]): string;
  /** Returns what comes after the last item. */
  end(): string;
  /** Returns what to tell the person who reads a table, if anything. */
  note(): string | undefined;
}

/** Creates the writer of a list. A table is as wide as the first items need, and these, where they are known before. */
export function createListWriter<Item extends object>(
  columns: Columns<Item>,
  layout: ListLayout,
  sample: readonly Item[] = [],
): ListWriter<Item> {
  let count = 0;
  const render = RENDERERS[layout.format](columns, layout, sample);
  return {
    add(items) {
      const text = `${count === 0 ? render.head : ""}${render.items(items, count)}`;
      count += items.length;
      return text;
    },
    end: () => `${count === 0 ? render.head : ""}${render.end}`,
    note: () => render.note?.(count),
  };
}

interface Renderer<Item> {
  readonly head: string;
  /** Returns the text of items that so many came before. */
  items(items: readonly Item[], before: number): string;
  readonly end: string;
  note?(count: number): string | undefined;
}

const RENDERERS: Readonly<
  Record<
    ListLayout["format"],
    <Item extends object>(
      columns: Columns<Item>,
      layout: ListLayout,
      sample: readonly Item[],
    ) => Renderer<Item>
  >
> = { table, csv, json, jsonl };

function csv<Item>(columns: Columns<Item>, { excelSeparator }: ListLayout): Renderer<Item> {
  const mark = excelSeparator === undefined ? "" : "\uFEFF";
  const row = (cells: readonly (string | undefined)[]) => csvRow(cells, excelSeparator);
  return {
    head: mark + row(columns.map(([name]) => name)),
    items: (items) =>
      items.map((item) => row(columns.map(([, of]) => cellText(of(item))))).join(""),
    end: "",
  };
}

function json<Item extends object>(): Renderer<Item> {
  return {
    head: "[",
    items: (items, before) =>
      items.map((item, index) => `${before + index === 0 ? "" : ","}\n${jsonLine(item)}`).join(""),
    end: "\n]\n",
  };
}

function jsonl<Item extends object>(): Renderer<Item> {
  return {
    head: "",
    items: (items) => items.map((item) => `${jsonLine(item)}\n`).join(""),
    end: "",
  };
}

function table<Item>(
  columns: Columns<Item>,
  { columns: width }: ListLayout,
  sample: readonly Item[],
): Renderer<Item> {
  const names = columns.map(([name]) => name.toUpperCase());
  const cellsOf = (item: Item) => columns.map(([, of]) => oneLine(cellText(of(item)) ?? ""));
  let widths: TableWidths | undefined;
  let isAnyCut = false;
  const lineOf = (cells: readonly string[], fitted: TableWidths) => {
    isAnyCut ||= isCut(cells, fitted);
    return tableLine(cells, fitted);
  };
  return {
    head: "",
    items(items) {
      const rows = items.map(cellsOf);
      if (rows.length === 0) {
        return "";
      }
      const isFirst = widths === undefined;
      const fitted = widths ?? fitWidths([names, ...rows, ...sample.map(cellsOf)], width);
      widths = fitted;
      const lines = rows.map((cells) => lineOf(cells, fitted));
      return `${isFirst ? tableLine(names, fitted) : ""}${lines.join("")}`;
    },
    end: "",
    note: (count) =>
      count === 0
        ? "No results"
        : isAnyCut
          ? "Some cells are cut. Pass `--wide` to print them in full."
          : undefined,
  };
}
