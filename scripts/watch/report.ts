import { FACTS, type Facts, oneLine } from "./facts.js";
import type { Page, PageResult } from "./pages.js";

/** A page as its file in `spec/sources` has it. */
export interface PageRecord {
  readonly url: string;
  /** Where the facts were read. */
  readonly source: string;
  /** Day that the facts are of, as yyyy-mm-dd; missing where the source has no date. */
  readonly asOf?: string;
  readonly facts: Facts;
}

/** A page, what is recorded of it, and what reading it brought. */
export interface Reading extends PageResult {
  readonly page: Page;
  readonly record: PageRecord | undefined;
}

const MAX_AGE_DAYS = 180;
const DAY_MS = 24 * 60 * 60 * 1000;
/** GitHub refuses an issue of more than 65,536 characters. */
const MAX_LENGTH = 60_000;

/** Returns the report as Markdown, which is empty where every page is as it was recorded lately. */
export function writeReport(readings: readonly Reading[], today: Date): string {
  const text = [
    section("Changes", readings, (reading) => {
      const changes = findChanges(reading).map((change) => `  - ${change}`);
      return changes.length === 0 ? [] : [describePage(reading.page), ...changes];
    }),
    section("Could not be read", readings, ({ page, failure }) =>
      failure === undefined ? [] : [`${describePage(page)}: ${quote(failure)}`],
    ),
    section("Never read", readings, ({ page, record }) =>
      record === undefined ? [describePage(page)] : [],
    ),
    section(`Recorded more than ${MAX_AGE_DAYS} days ago`, readings, ({ page, record }) => {
      const { asOf = "an unknown day" } = record ?? {};
      // An unknown day gives NaN, which counts as old.
      const isRecent = today.getTime() - Date.parse(asOf) <= MAX_AGE_DAYS * DAY_MS;
      return record === undefined || isRecent ? [] : [`${describePage(page)}: ${asOf}`];
    }),
  ].join("");
  const shown =
    text.length <= MAX_LENGTH
      ? text
      : `${text.slice(0, text.lastIndexOf("\n", MAX_LENGTH))}\n\nThe rest is left out.\n\n`;
  return (
    shown &&
    `${shown}Correct the description where a page says something else, then run \`npm run spec:watch -- --update\` and commit \`spec/sources/\`.`
  );
}

/** Returns a sentence for each fact that is not as recorded. */
export function findChanges({ record, facts }: Reading): string[] {
  if (record === undefined || facts === undefined) {
    return [];
  }
  return FACTS.flatMap(([kind, name]) => {
    const before = record.facts[kind] ?? [];
    const after = facts[kind] ?? [];
    const gone = before.filter((value) => !after.includes(value)).map(quote);
    const added = after.filter((value) => !before.includes(value)).map(quote);
    return gone.length === 1 && added.length === 1
      ? [`The ${name} ${gone[0]} is now ${added[0]}.`]
      : [
          ...gone.map((value) => `The ${name} ${value} is gone.`),
          ...added.map((value) => `The ${name} ${value} is new.`),
        ];
  });
}

function section(
  title: string,
  readings: readonly Reading[],
  toLines: (reading: Reading) => string[],
): string {
  const lines = readings.flatMap(toLines);
  return lines.length === 0 ? "" : `## ${title}\n\n${lines.join("\n")}\n\n`;
}

function describePage({ url, operations }: Page): string {
  return `- ${operations.join(", ")}: <${url}>`;
}

/** Returns text from the wire as code, in which Markdown knows neither links nor mentions. */
function quote(text: string): string {
  return `\`${oneLine(text).replaceAll("`", "'")}\``;
}
