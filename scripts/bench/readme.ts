import type { CallCost, CallRun } from "./calls.js";
import { isMissed, type Verdict } from "./limits.js";
import { AZURE, BARE, CLIENT, CLIENT_ON_UNDICI, RAW, WAYS, type Way } from "./names.js";
import type { Results } from "./results.js";

const START = "<!-- bench: made by npm run bench, from scripts/bench/results.json -->";
const END = "<!-- /bench -->";

/** README with the small table of these results between its two marks. Throws when a mark is missing. */
export function withTable(readme: string, results: Results): string {
  return between(readme, "README", smallTable(results));
}

/** The guide to speed with what each client costs between its two marks. Throws when a mark is missing. */
export function withTables(guide: string, { calls, footprints, versions }: Results): string {
  const ways = WAYS.map(({ way }) => way);
  const tables = [
    ...calls.flatMap((run) => [
      `## Calls, Node ${run.node}`,
      "Microseconds of CPU time per call, the least of all rounds, and in brackets as a ratio to the fetch of Node; KiB allocated per call.",
      table(
        ["client", ...ways, "allocated"],
        rowsOf(run, ways).map(([name = "", ...cells]) => [named(name, versions), ...cells]),
      ),
    ]),
    "## Weight",
    "The least program that makes the call, bundled and minified, and the import of what it needs.",
    table(
      ["client", "bundle", "gzipped", "import", "heap"],
      footprints.map(({ name, bundleBytes, gzippedBytes, importMs, importBytes }) => [
        named(name, versions),
        scaled(bundleBytes, 1_000, "kB"),
        scaled(gzippedBytes, 1_000, "kB"),
        scaled(importMs, 1, "ms"),
        scaled(importBytes, 1_048_576, "MiB"),
      ]),
    ),
  ];
  return between(guide, "The guide to speed", tables.join("\n\n"));
}

/** A text with these tables between its two marks, whatever stood there. */
function between(text: string, name: string, tables: string): string {
  const start = text.indexOf(START);
  const end = text.indexOf(END);
  if (start === -1 || end < start) {
    throw new Error(`${name} has no place for tables, between "${START}" and "${END}".`);
  }
  return `${text.slice(0, start)}${START}\n\n${tables}\n\n${text.slice(end)}`;
}

/** What a reader of README wants to know: this client, what it is made of and the fastest of the others. */
function smallTable({ calls: [run], versions }: Results): string {
  const names = [CLIENT_ON_UNDICI, AZURE, RAW, BARE, CLIENT];
  return table(
    [`CPU time of a call, Node ${run?.node}`, "1 at a time", "50 at a time", "allocated"],
    rowsOf(run, ["1 at a time", "50 at a time"])
      .filter(([name = ""]) => names.includes(name))
      .map(([name = "", one = "", many = "", kib = ""]) => [
        named(name, versions),
        ratioIn(one),
        ratioIn(many),
        `${kib} KiB`,
      ]),
  );
}

/** The limits and how these results keep them, as a page. */
export function report({ date, machine, toolsMs, verdicts }: Results): string {
  return `${[
    "# Figures",
    `Made by \`npm run bench\` on ${date}, with ${machine.cores} cores (${machine.processor}). How it measures is in [CONTRIBUTING](../../CONTRIBUTING.md#speed), and what each client costs is in the guide to [speed](../../spec/guides/speed.md).`,
    "## Limits",
    table(["figure", "at most", "measured"], verdicts.map(verdictRow)),
    "## Tools",
    table(
      ["run of a tool, its start included", "seconds"],
      Object.entries(toolsMs).map(([tool, ms]) => [tool, (ms / 1000).toFixed(1)]),
    ),
  ].join("\n\n")}\n`;
}

/** The verdicts, and what each client cost, for the terminal. */
export function summary(calls: readonly CallRun[], verdicts: readonly Verdict[]): string {
  const ways = WAYS.map(({ way }) => way);
  return [
    ...calls.flatMap((run) => [
      `Node ${run.node}, µs of CPU time per call (ratio to the fetch of Node), KiB allocated per call`,
      table(["client", ...ways, "KiB"], rowsOf(run, ways)),
    ]),
    verdicts
      .map((verdict) => {
        const [figure, limit, measured] = verdictRow(verdict);
        return `${isMissed(verdict) ? "MISSED" : "ok    "} ${figure}: ${measured} (at most ${limit})`;
      })
      .join("\n"),
  ].join("\n\n");
}

/** Name, cost in each way and KiB, the cheapest client first. */
function rowsOf(run: CallRun | undefined, ways: readonly Way[]): string[][] {
  const { costs = [] } = run ?? {};
  const raw = costs.find(({ name }) => name === RAW);
  const cell = ({ cpu }: CallCost, way: Way) => {
    const [one, other] = [cpu[way], raw?.cpu[way]];
    return one === undefined || other === undefined
      ? ""
      : `${one.toFixed(0)} (${(one / other).toFixed(2)})`;
  };
  return costs
    .toSorted((a, b) => (a.cpu["1 at a time"] ?? 0) - (b.cpu["1 at a time"] ?? 0))
    .map((cost) => [
      cost.name,
      ...ways.map((way) => cell(cost, way)),
      cost.allocatedKiB.toFixed(0),
    ]);
}

function ratioIn(cell: string): string {
  return /\((.*)\)/.exec(cell)?.[1] ?? "";
}

function named(name: string, versions: Results["versions"]): string {
  return versions[name] === undefined ? name : `${name} ${versions[name]}`;
}

function verdictRow(verdict: Verdict): string[] {
  const { figure, value, limit, unit } = verdict;
  const missed = isMissed(verdict) ? ", missed" : "";
  return [figure, withUnit(limit, unit), `${withUnit(value, unit)}${missed}`];
}

function withUnit(value: number, unit: string): string {
  const digits = Number.isInteger(value) ? String(value) : value.toFixed(unit === "" ? 2 : 1);
  return `${digits} ${unit}`.trim();
}

function scaled(value: number | undefined, by: number, unit: string): string {
  return value === undefined ? "" : `${(value / by).toFixed(1)} ${unit}`;
}

/** A Markdown table whose columns stand in line. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((text, column) => text.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
