import { type CsvError, type InfoRecord, parse } from "csv-parse/sync";
import { CommandFailure, usageFailure } from "../../command-failure.js";
import { isShowable } from "../../parser/usage-error.js";
import { readValue } from "../../parser/values.js";
import { oneLine } from "../../terminal/one-line.js";

/** One of the resellers for which a link is wanted. */
export interface ResellerRow {
  /** Counted from 0. */
  readonly index: number;
  /** Where it stands, in words. */
  readonly place: string;
  readonly tenant: string;
  readonly name: string | undefined;
  /** Why it cannot be asked for; undefined when it can. */
  readonly wrong: string | undefined;
}

/** What is known of a reseller before it is looked at. */
export interface Candidate {
  readonly place: string;
  readonly tenant: string;
  readonly name: string | undefined;
}

const SEPARATORS = [",", ";", "\t"];
const TENANT_COLUMNS = ["tenant", "tenantid", "indirectresellerid", "resellerid", "id"];
const NAME_COLUMNS = ["name", "companyname", "displayname", "reseller"];

/**
 * Reads the resellers of a CSV with a line of names, separated by commas, semicolons or tabs.
 * Throws the failure that says what is wrong with the file as a whole.
 */
export function candidatesIn(text: string, column: string | undefined): Candidate[] {
  const [head, ...records] = recordsIn(text);
  if (head === undefined) {
    throw usageFailure(
      "Invalid `--from`: the file is empty; expected CSV with a header line and a line for each reseller.",
    );
  }
  const names = head.cells.map(plain);
  const tenantAt = placeOf(names, column === undefined ? TENANT_COLUMNS : [plain(column)]);
  if (tenantAt === undefined) {
    const wanted = column === undefined ? "named tenant, tenantId or id" : "that `--column` names";
    throw usageFailure(
      `Invalid \`--from\`: line 1 has no column ${wanted}, only ${shownNames(head.cells)}.`,
    );
  }
  if (records.length === 0) {
    throw usageFailure(
      "Invalid `--from`: the file has only a header line; expected a line for each reseller.",
    );
  }
  const nameAt = placeOf(names, NAME_COLUMNS);
  return records.map(({ cells, line }) => ({
    place: `line ${line}`,
    tenant: cells[tenantAt]?.trim() ?? "",
    name: nameAt === undefined ? undefined : oneLine(cells[nameAt] ?? "") || undefined,
  }));
}

/** Looks at each candidate: whether its tenant id can be one, and comes for the first time. */
export function checkedRows(candidates: readonly Candidate[]): ResellerRow[] {
  const seen = new Map<string, string>();
  return candidates.map(({ place, tenant, name }, index) => {
    const key = tenant.toLowerCase();
    const earlier = seen.get(key);
    const wrong =
      mistakeIn(tenant) ?? (earlier === undefined ? undefined : `the same tenant as ${earlier}`);
    if (wrong === undefined) {
      seen.set(key, place);
    }
    return { index, place, tenant, name, wrong };
  });
}

function mistakeIn(tenant: string): string | undefined {
  if (tenant === "") {
    return "no tenant id";
  }
  try {
    readValue("tenant", "tenant", tenant);
    return undefined;
  } catch (error) {
    if (error instanceof CommandFailure) {
      return error.message;
    }
    throw error;
  }
}

interface CsvRecord {
  readonly cells: readonly string[];
  /** The line with which it ends. */
  readonly line: number;
}

function recordsIn(text: string): CsvRecord[] {
  try {
    const records: CsvRecord[] = [];
    parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      // The parser would give the records without their lines.
      on_record: (cells: string[], { lines }: InfoRecord) => {
        records.push({ cells, line: lines });
        return null;
      },
    });
    return records;
  } catch (error) {
    if (isCsvError(error)) {
      throw usageFailure(
        `Invalid \`--from\`: ${oneLine(withoutValues(error))} (line ${error.lines}).`,
      );
    }
    throw error;
  }
}

function isCsvError(error: unknown): error is CsvError & { lines: number } {
  return typeof error === "object" && error !== null && "lines" in error;
}

// Its message repeats what stands there.
function withoutValues({ code }: CsvError): string {
  return code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_INVALID_CLOSING_QUOTE"
    ? "a quote is not closed, or is inside a cell"
    : code;
}

/** The separator that the line of names has most of. */
function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const head = end === -1 ? text : text.slice(0, end);
  const counts = SEPARATORS.map((separator) => head.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",";
}

function placeOf(names: readonly string[], wanted: readonly string[]): number | undefined {
  return wanted.map((name) => names.indexOf(name)).find((place) => place !== -1);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

function shownNames(names: readonly string[]): string {
  const shown = names.map(oneLine).filter(isShowable);
  return shown.length === names.length && names.length <= 20
    ? shown.map((name) => `"${name}"`).join(", ")
    : `${names.length} other column${names.length === 1 ? "" : "s"}`;
}
