import type { CallTable } from "./calls.js";
import type { Footprint } from "./footprint.js";
import type { Spread } from "./measure.js";
import { AZURE, BARE, CLIENT, CLIENT_ON_UNDICI, RAW } from "./names.js";

/** A figure that has to stay below a limit. */
export interface Verdict {
  readonly figure: string;
  readonly limit: number;
  readonly unit: string;
  readonly value: Spread;
  /** Above the limit by more than its spread: the lower quartile is above it too. */
  readonly exceeded: boolean;
  /** Whether the run fails then: for what does not depend on the machine, and has been reached before. */
  readonly decides: boolean;
}

/** Judges the CPU time of the calls; `slack` multiplies the limits, for a run that is too short to be exact. */
export function judgeCalls(tables: readonly CallTable[], slack = 1): Verdict[] {
  return tables
    .filter(({ retried }) => !retried)
    .flatMap(({ atOnce, rows, compare }) => {
      const judge = (limit: number, name: string, other: string) =>
        verdict(
          `CPU, ${name} / ${other}, ${atOnce} at a time`,
          limit * slack,
          compare(name, other),
        );
      return [
        judge(atOnce === 1 ? 1.1 : 1.15, CLIENT, RAW),
        judge(1.05, CLIENT, BARE),
        judge(0.9, CLIENT_ON_UNDICI, RAW),
        ...(rows.some(({ name }) => name === AZURE) ? [judge(1, CLIENT_ON_UNDICI, AZURE)] : []),
      ];
    });
}

/** Judges what the client weighs. */
export function judgeFootprint(footprints: readonly Footprint[]): Verdict[] {
  const { gzippedBytes = 0, importMs = 0 } = footprints.find(({ name }) => name === CLIENT) ?? {};
  return [
    absolute("core bundle, gzipped", 5, "kB", gzippedBytes / 1000),
    absolute("import of the core above an empty program", 15, "ms", importMs),
  ];
}

/** Judges the counts. Growth below a mebibyte is noise: ten bytes for each of 100,000 calls. */
export function judgeFigures(tokenRequests: number, heapGrowth: number, calls: number): Verdict[] {
  const growth = `heap growth over ${calls.toLocaleString("en-US")} calls`;
  return [
    absolute(growth, 1, "MiB", heapGrowth / 1_048_576, true),
    absolute("token requests for 1,000 cold concurrent calls", 1, "", tokenRequests, true),
  ];
}

function verdict(figure: string, limit: number, value: Spread): Verdict {
  return { figure, limit, unit: "", value, exceeded: value.lower > limit, decides: true };
}

function absolute(
  figure: string,
  limit: number,
  unit: string,
  measured: number,
  decides = false,
): Verdict {
  const value = { median: measured, lower: measured, upper: measured };
  return { figure, limit, unit, value, exceeded: measured > limit, decides };
}

/** Whether a run fails. */
export function fails(verdicts: readonly Verdict[]): boolean {
  return verdicts.some(({ exceeded, decides }) => exceeded && decides);
}
