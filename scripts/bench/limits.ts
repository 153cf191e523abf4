import type { CallRun } from "./calls.js";
import type { Footprint } from "./footprint.js";
import { AZURE, BARE, CLIENT, CLIENT_ON_UNDICI, LOGGED_CLIENT, RAW, type Way } from "./names.js";

/** A figure that has to stay below a limit. */
export interface Verdict {
  readonly figure: string;
  readonly limit: number;
  readonly unit: string;
  readonly value: number;
}

const RATIOS: ReadonlyArray<readonly [way: Way, limit: number, name: string, other: string]> = [
  ["1 at a time", 1.2, CLIENT, BARE],
  ["50 at a time", 1.26, CLIENT, BARE],
  ["1 at a time", 1.12, LOGGED_CLIENT, CLIENT],
  ["50 at a time", 1.12, LOGGED_CLIENT, CLIENT],
  ["1 at a time", 0.76, CLIENT_ON_UNDICI, RAW],
  ["50 at a time", 0.49, CLIENT_ON_UNDICI, RAW],
  ["1 at a time", 0.95, CLIENT_ON_UNDICI, AZURE],
  ["50 at a time", 0.66, CLIENT_ON_UNDICI, AZURE],
];
const ALLOCATIONS: ReadonlyArray<readonly [name: string, limit: number]> = [
  [CLIENT, 69],
  [CLIENT_ON_UNDICI, 38],
];

/** Judges what calls cost; `room` multiplies the limits of CPU time, for a run that is too short to be exact. */
export function judgeCalls({ node, costs }: CallRun, room = 1): Verdict[] {
  const costOf = (name: string) => costs.find((cost) => cost.name === name);
  const ratios = RATIOS.flatMap(([way, limit, name, other]) => {
    const [one, another] = [costOf(name)?.cpu[way], costOf(other)?.cpu[way]];
    return one === undefined || another === undefined
      ? []
      : [verdict(`CPU, ${name} / ${other}, ${way}, Node ${node}`, one / another, limit * room)];
  });
  const allocations = ALLOCATIONS.map(([name, limit]) => {
    const kib = costOf(name)?.allocatedKiB ?? Number.NaN;
    return verdict(`allocated per call, ${name}, Node ${node}`, kib, limit, "KiB");
  });
  return [...ratios, ...allocations];
}

/** Judges what the client weighs. */
export function judgeFootprint(footprints: readonly Footprint[]): Verdict[] {
  const { gzippedBytes = Number.NaN, importMs = Number.NaN } =
    footprints.find(({ name }) => name === CLIENT) ?? {};
  return [
    verdict("core bundle, gzipped", gzippedBytes / 1000, 20.7, "kB"),
    verdict("import of the core above an empty program", importMs, 20, "ms"),
  ];
}

/** Judges the time of `links`: nine tenths of the speed of a plain loop. A short run is longer by its start. */
export function judgeLinks(slowness: number, rows: number, room: number): Verdict {
  const figure = `time of links / of a loop over fetch, ${rows.toLocaleString("en-US")} rows, 64 at a time`;
  return verdict(figure, slowness, (1 / 0.9) * room);
}

/** Judges the counts. Growth below a mebibyte is noise: ten bytes for each of 100,000 calls. */
export function judgeFigures(tokenRequests: number, heapGrowth: number, calls: number): Verdict[] {
  const growth = `heap growth over ${calls.toLocaleString("en-US")} calls`;
  return [
    verdict(growth, heapGrowth / 1_048_576, 1, "MiB"),
    verdict("token requests for 1,000 cold concurrent calls", tokenRequests, 1),
  ];
}

function verdict(figure: string, value: number, limit: number, unit = ""): Verdict {
  return { figure, limit, unit, value };
}

/** Whether a figure is above its limit, or is not there at all. */
export function isMissed({ value, limit }: Verdict): boolean {
  return !(value <= limit);
}
