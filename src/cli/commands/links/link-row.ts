import type { TraceIds } from "../../../wire/trace.js";
import { csvRow } from "../../terminal/csv.js";
import { jsonLine } from "../../terminal/json-line.js";

/** What became of one reseller: its link, or why there is none, with the ids to quote. */
export interface LinkRow extends Partial<TraceIds> {
  readonly tenant: string;
  readonly name?: string | undefined;
  readonly link?: string | undefined;
  readonly error?: string | undefined;
  /** Why the call failed, for a program. */
  readonly reason?: string | undefined;
}

/** How rows are printed. */
export type LinkFormat = "csv" | "json" | "jsonl";

/** What is written before, for and after the rows. */
export interface RowFormat {
  readonly head: string;
  row(row: LinkRow, isFirst: boolean): string;
  readonly end: string;
}

const COLUMNS = [
  "tenant",
  "name",
  "link",
  "error",
  "requestId",
  "correlationId",
  "serverId",
] as const;

export const ROW_FORMATS: Readonly<Record<LinkFormat, RowFormat>> = {
  csv: {
    head: csvRow(COLUMNS),
    row: (row) => csvRow(COLUMNS.map((column) => row[column])),
    end: "",
  },
  json: {
    head: "[",
    row: (row, isFirst) => `${isFirst ? "" : ","}\n${jsonLine(row)}`,
    end: "\n]\n",
  },
  jsonl: { head: "", row: (row) => `${jsonLine(row)}\n`, end: "" },
};
