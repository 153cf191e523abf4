import { stringify } from "csv-stringify/sync";
import { oneLine } from "./one-line.js";

/** Where a spreadsheet reads a formula: at the start of a cell, and after what separates cells in another locale. */
const FORMULA = /(^|[;\t])(?='*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;
const ESCAPED_FORMULA = /(^|[;\t])'(?='*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;

/**
 * Returns a row of CSV as RFC 4180 has it, on one line, without what would command a terminal, and with an apostrophe
 * before what a spreadsheet would run. {@link unescaped} removes it.
 */
export function csvRow(cells: readonly (string | undefined)[], delimiter = ","): string {
  return stringify([cells.map((cell) => oneLine(cell ?? "").replace(FORMULA, "$1'"))], {
    delimiter,
    record_delimiter: "windows",
  });
}

/** Returns the original value of a cell in which a formula was escaped. */
export function unescaped(cell: string): string {
  return cell.replace(ESCAPED_FORMULA, "$1");
}
