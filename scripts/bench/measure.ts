import { shuffled } from "./random.js";
import type { Call } from "./work.js";

/** The middle of some figures, and where the middle half of them lies. */
export interface Spread {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

/** Microseconds that one call took, by the clock and of the processor. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/** A client that is ready, and how its calls went: one cost for each round. */
export interface Runner {
  readonly name: string;
  readonly call: Call;
  readonly costs: Cost[];
}

/** How to measure. */
export interface Plan {
  readonly seconds: number;
  readonly callsPerRound: number;
  readonly atOnce: number;
  /** From 0 to 1; decides on the order within a round. */
  readonly random: () => number;
}

const WARM_UP_SHARE = 0.2;
const LEAST_ROUNDS = 5;

/**
 * Measures all runners in turns, each round in another order, so that what else the machine does hits them alike.
 * Other work on the machine changes the absolute times, but hardly the ratios within one round.
 */
export async function measure(
  runners: Runner[],
  { seconds, callsPerRound, atOnce, random }: Plan,
): Promise<void> {
  const startedAt = performance.now();
  const share = () => (performance.now() - startedAt) / 1000 / seconds;
  // Cold code costs several times as much, and each contender brings some of its own.
  while (share() < WARM_UP_SHARE) {
    for (const { call } of shuffled(runners, random)) {
      await makeCalls(call, callsPerRound, atOnce);
    }
  }
  for (let round = 0; round < LEAST_ROUNDS || share() < 1; round += 1) {
    for (const { call, costs } of shuffled(runners, random)) {
      costs.push(await costOf(call, callsPerRound, atOnce));
    }
  }
}

async function costOf(call: Call, count: number, atOnce: number): Promise<Cost> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await makeCalls(call, count, atOnce);
  const { user, system } = process.cpuUsage(before);
  return { wall: ((performance.now() - startedAt) * 1000) / count, cpu: (user + system) / count };
}

/** Makes calls, some at once. */
export async function makeCalls(call: Call, count: number, atOnce: number): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** What one runner cost compared with another, from the ratios of each round. */
export function ratio(one: Runner, other: Runner, of: keyof Cost): Spread {
  return spreadOf(
    one.costs.map((cost, round) => cost[of] / (other.costs[round]?.[of] ?? Number.NaN)),
  );
}

/** The median and the quartiles. */
export function spreadOf(figures: number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { median: at(0.5), lower: at(0.25), upper: at(0.75) };
}
