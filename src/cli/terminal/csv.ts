import { stringify } from "csv-stringify/sync";
import { oneLine } from "./one-line.js";

/**
 * A row of CSV as RFC 4180 has it, on one line, without what would command a terminal, and with an apostrophe before a
 * cell that a spreadsheet would run: one that begins with =, +, - or @.
 */
export function csvRow(cells: readonly (string | undefined)[]): string {
  return stringify([cells.map((cell) => oneLine(cell ?? ""))], {
    escape_formulas: true,
    record_delimiter: "windows",
  });
}
