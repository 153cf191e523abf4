import { CommandFailure, usageFailure } from "../../command-failure.js";
import { isShowable } from "../../parser/usage-error.js";
import { readValue } from "../../parser/values.js";
import { oneLine } from "../../terminal/one-line.js";
import { type CsvRecord, readCsv } from "./csv-records.js";

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

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const TENANT_COLUMNS = ["tenant", "tenantid", "indirectresellerid", "resellerid", "id"];
const NAME_COLUMNS = ["name", "companyname", "displayname", "reseller"];

/** The resellers of a file. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly separator: string;
}

/**
 * Reads the resellers of a CSV with a line of names, separated by commas, semicolons or tabs.
 * Throws the failure that says what is wrong with the file as a whole.
 */
export function readCandidates(text: string, column: string | undefined): Candidates {
  const { records: all, separator } = readCsv(text);
  const [head, ...records] = all;
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
      `Invalid \`--from\`: the header has no column ${wanted}, only ${shownNames(head.cells)}.`,
    );
  }
  if (records.length === 0) {
    throw usageFailure(
      "Invalid `--from`: the file has only a header line; expected a line for each reseller.",
    );
  }
  const nameAt = placeOf(names, NAME_COLUMNS);
  const candidates = records.map((record) => {
    checkQuotes(record, tenantAt, separator);
    const { cells, line } = record;
    return {
      place: `line ${line}`,
      tenant: withoutBraces(cells[tenantAt]?.trim() ?? ""),
      name: nameAt === undefined ? undefined : oneLine(cells[nameAt] ?? "") || undefined,
    };
  });
  return { candidates, separator };
}

/** Throws the failure for a quote that swallows further records: a cell has a line with another tenant id in it. */
function checkQuotes({ cells, line }: CsvRecord, tenantAt: number, separator: string): void {
  const isSwallowed = cells
    .flatMap((cell) => cell.split(/\r\n|\n|\r/).slice(1))
    .some((text) => GUID.test(withoutBraces(text.split(separator)[tenantAt]?.trim() ?? "")));
  if (isSwallowed) {
    throw usageFailure(`Invalid \`--from\`: a quote before line ${line} is not closed.`);
  }
}

/** Returns a GUID without the braces that Windows writes around one. */
function withoutBraces(text: string): string {
  return text.replace(/^\{([\da-f-]{36})\}$/i, "$1");
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

function placeOf(names: readonly string[], wanted: readonly string[]): number | undefined {
  return wanted.map((name) => names.indexOf(name)).find((place) => place !== -1);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function shownNames(names: readonly string[]): string {
  const shown = names.map(oneLine).filter(isShowable);
  return shown.length === names.length && names.length <= 20
    ? shown.map((name) => `"${name}"`).join(", ")
    : `${names.length} other column${names.length === 1 ? "" : "s"}`;
}
