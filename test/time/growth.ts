const SHORTEST = 100_000;
const LONGEST = 1_600_000;
/** Milliseconds that count for nothing; what is not linear takes seconds for the shortest text already. */
const NOTHING_MS = 2;
const QUICK_MS = 20;
const LONG_MS = 1_000;
const MOST_ROUNDS = 8;

/**
 * How many times as long a byte takes in a text of 1.6 MB as in one of 100 kB: about 1 for what is linear, 16 for what is
 * quadratic. What is slow is given a text of twice the length each time, and ends early once the ratio is above `most`.
 *
 * It is the processor's time, and the least of several rounds, so that it does not count what else a machine does.
 */
export function growthOf(
  work: (text: string) => unknown,
  textOf: (size: number) => string,
  most: number,
): number {
  const base = leastMsOf(work, textOf(SHORTEST), QUICK_MS) / SHORTEST;
  let ratio = 1;
  for (
    let size = base * SHORTEST > QUICK_MS ? SHORTEST * 2 : LONGEST;
    size <= LONGEST && ratio <= most;
    size *= 2
  ) {
    ratio = leastMsOf(work, textOf(size), base * most * size) / size / base;
  }
  return ratio;
}

/** The least time of two rounds, or of more as long as they take longer than is wanted, but not much longer. */
function leastMsOf(work: (text: string) => unknown, text: string, wantedMs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (
    let round = 0;
    round < 2 || (round < MOST_ROUNDS && least > wantedMs && least < LONG_MS);
    round += 1
  ) {
    const before = process.cpuUsage();
    work(text);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return Math.max(least, NOTHING_MS);
}
