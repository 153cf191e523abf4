import { readFile, writeFile } from "node:fs/promises";
import type { CallRun } from "./calls.js";
import type { Footprint } from "./footprint.js";
import type { Verdict } from "./limits.js";

/** All that one run measured. */
export interface Results {
  readonly date: string;
  /** Decided on the order within the rounds. */
  readonly seed: number;
  readonly machine: { readonly processor: string; readonly cores: number };
  readonly versions: Readonly<Record<string, string>>;
  /** One for each version of Node, the oldest first. */
  readonly calls: readonly CallRun[];
  readonly footprints: readonly Footprint[];
  readonly toolsMs: Readonly<Record<string, number>>;
  readonly verdicts: readonly Verdict[];
}

const FILE = new URL("results.json", import.meta.url);

export async function readResults(): Promise<Results> {
  return JSON.parse(await readFile(FILE, "utf8"));
}

/** Writes the results, with three digits of each figure, as there is no more to them. */
export async function writeResults(results: Results): Promise<void> {
  const rounded = (_key: string, value: unknown) =>
    typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(3)) : value;
  await writeFile(FILE, `${JSON.stringify(results, rounded, 2)}\n`);
}
