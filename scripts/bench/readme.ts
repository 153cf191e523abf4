import type { CallCost } from "./calls.js";
import type { Verdict } from "./limits.js";
import type { Spread } from "./measure.js";
import type { Results } from "./results.js";

const START = "<!-- bench: made by npm run bench, from scripts/bench/results.json -->";
const END = "<!-- /bench -->";

/** README with the tables of these results between its two marks. Throws when a mark is missing. */
export function withTables(readme: string, results: Results): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start === -1 || end < start) {
    throw new Error(`README has no place for the tables, between "${START}" and "${END}".`);
  }
  return `${readme.slice(0, start)}${START}\n\n${tables(results)}\n\n${readme.slice(end)}`;
}

function tables({ machine, versions, calls, footprints, toolsMs, verdicts }: Results): string {
  const [one, many] = calls.filter(({ retried }) => !retried);
  const again = calls.find(({ retried }) => retried);
  const cell = (rows: readonly CallCost[] | undefined, name: string) =>
    spread(rows?.find((row) => row.name === name)?.cpuRatio);
  const versionOf = (name: string) => (versions[name] === undefined ? "" : ` ${versions[name]}`);
  return [
    `CPU time per call as a ratio to the fetch of Node ${machine.node}: median and middle half. ${machine.cores} cores, ${machine.processor}.`,
    table(
      ["client", "1 at a time", "50 at a time", "after one 503", "bundle, gzipped", "import"],
      (one?.rows ?? []).map(({ name }) => {
        const weight = footprints.find((footprint) => footprint.name === name);
        return [
          `${name}${versionOf(name)}`,
          cell(one?.rows, name),
          cell(many?.rows, name),
          cell(again?.rows, name),
          weight?.gzippedBytes === undefined ? "" : `${(weight.gzippedBytes / 1000).toFixed(1)} kB`,
          weight?.importMs === undefined ? "" : `${weight.importMs.toFixed(0)} ms`,
        ];
      }),
    ),
    table(
      ["figure", "at most", "measured"],
      verdicts.map((verdict) => [
        verdict.figure,
        measure(verdict.limit, verdict.unit),
        found(verdict),
      ]),
    ),
    table(
      ["work of the tools, start included", "seconds"],
      Object.entries(toolsMs).map(([tool, ms]) => [tool, (ms / 1000).toFixed(1)]),
    ),
  ].join("\n\n");
}

function found({ value, limit, unit, exceeded }: Verdict): string {
  const figure = value.lower === value.upper ? measure(value.median, unit) : spread(value);
  if (exceeded) {
    return `${figure}, missed`;
  }
  return value.median > limit ? `${figure}, missed by less than its spread` : figure;
}

function spread(value: Spread | undefined): string {
  return value === undefined
    ? ""
    : `${value.median.toFixed(2)} (${value.lower.toFixed(2)} to ${value.upper.toFixed(2)})`;
}

function measure(value: number, unit: string): string {
  const digits = unit === "" || Number.isInteger(value) ? String(value) : value.toFixed(1);
  return `${digits} ${unit}`.trim();
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
