import { type CsvError, type InfoRecord, parse } from "csv-parse/sync";
import { usageFailure } from "../../command-failure.js";
import { unescaped } from "../../terminal/csv.js";
import { oneLine } from "../../terminal/one-line.js";

/** A record of CSV. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** The line with which it ends. */
  readonly line: number;
}

/** The records of a file, the names of its columns first. */
export interface CsvRecords {
  readonly records: readonly CsvRecord[];
  readonly separator: string;
}

const SEPARATORS = [",", ";", "\t"];
const LINE_BREAKS = ["\r\n", "\n", "\r"];
/** What may come before the names: blank lines, the separator as Excel reads it, and the type as PowerShell writes it. */
const PREAMBLE = /^(?:[ \t]*|"?sep=([^\r\n])"?[ \t]*|#TYPE [^\r\n]*)(?:\r\n|\n|\r)/i;

/**
 * Reads CSV with any line breaks and separators. Quotes inside a cell are part of it, and blank lines are no records.
 * Throws the failure that says what is wrong with the file as a whole; no value appears in it.
 */
export function readCsv(text: string): CsvRecords {
  const preamble = readPreamble(text.replace(/^\uFEFF/, ""));
  const separator = preamble.separator ?? findSeparator(preamble.rest);
  const records: CsvRecord[] = [];
  try {
    parse(preamble.rest, {
      delimiter: separator,
      record_delimiter: LINE_BREAKS,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      // The parser would give the records without their lines.
      on_record: (cells: string[], { lines }: InfoRecord) => {
        records.push({ cells: cells.map(unescaped), line: lines + preamble.lines });
        return null;
      },
    });
    return { records, separator };
  } catch (error) {
    if (isCsvError(error)) {
      throw usageFailure(
        `Invalid \`--from\`: ${oneLine(describe(error))} (line ${error.lines + preamble.lines}).`,
      );
    }
    throw error;
  }
}

function readPreamble(text: string) {
  let rest = text;
  let separator: string | undefined;
  let lines = 0;
  for (let match = PREAMBLE.exec(rest); match !== null; match = PREAMBLE.exec(rest)) {
    separator = match[1] ?? separator;
    rest = rest.slice(match[0].length);
    lines += 1;
  }
  return { rest, separator, lines };
}

/** Returns the separator that the first record has most of, outside quotes. */
function findSeparator(text: string): string {
  const counts = new Map(SEPARATORS.map((separator) => [separator, 0]));
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') {
      isQuoted = !isQuoted;
    } else if (!isQuoted && (character === "\n" || character === "\r")) {
      break;
    } else if (!isQuoted) {
      const count = counts.get(character);
      if (count !== undefined) {
        counts.set(character, count + 1);
      }
    }
  }
  const [[separator] = [","]] = [...counts].sort(([, one], [, other]) => other - one);
  return separator;
}

function isCsvError(error: unknown): error is CsvError & { lines: number } {
  return typeof error === "object" && error !== null && "lines" in error;
}

// Its message repeats what stands there.
function describe({ code }: CsvError): string {
  return code === "CSV_QUOTE_NOT_CLOSED" ? "a quote is not closed" : code;
}
