import { stringify } from "csv-stringify/sync";

/**
 * A row of CSV as RFC 4180 has it, with an apostrophe before a cell that a spreadsheet would run: one that begins with
 * =, +, -, @ or a tab.
 */
export function csvRow(cells: readonly (string | undefined)[]): string {
  return stringify([cells.map((cell) => cell ?? "")], {
    escape_formulas: true,
    record_delimiter: "windows",
  });
}
