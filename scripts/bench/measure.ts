import { shuffled } from "./random.js";
import type { Call } from "./work.js";

/** Something that can be measured again and again. */
export interface Runner {
  readonly name: string;
  /** Makes the calls of one round, and gives what each took of the processor, in microseconds. */
  round(): Promise<number>;
}

/** How long to measure. */
export interface Plan {
  readonly seconds: number;
  /** From 0 to 1; decides on the order within a round. */
  readonly random: () => number;
}

const WARM_UP_ROUNDS = 10;
const LEAST_ROUNDS = 5;

/**
 * Measures all runners in turns, each round in another order, and gives the least of the rounds of each: what else the
 * machine does can only add to a round.
 */
export async function measure(
  runners: readonly Runner[],
  { seconds, random }: Plan,
): Promise<Map<string, number>> {
  const least = new Map<string, number>();
  // Cold code costs several times as much, and V8 goes on compiling for some thousand calls.
  for (const { round } of Array(WARM_UP_ROUNDS).fill(shuffled(runners, random)).flat()) {
    await round();
  }
  const startedAt = performance.now();
  for (let count = 0; count < LEAST_ROUNDS || performance.now() - startedAt < seconds * 1000; ) {
    for (const { name, round } of shuffled(runners, random)) {
      least.set(name, Math.min(least.get(name) ?? Number.POSITIVE_INFINITY, await round()));
    }
    count += 1;
  }
  return least;
}

/** Microseconds of the processor, the system's share included, that each call takes. */
export async function cpuOf(call: Call, count: number, atOnce: number): Promise<number> {
  const before = process.cpuUsage();
  await makeCalls(call, count, atOnce);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

/**
 * Bytes that each call allocates: by how much the heap grows, the least of some times. Node has to run with
 * `--expose-gc` and so large a heap that nothing is collected meanwhile.
 */
export async function allocationOf(
  call: Call,
  { calls = 1_000, times = 3, heapInUse = collectedFirst() } = {},
): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  // Code that is not compiled yet allocates more.
  await makeCalls(call, 2 * calls, 50);
  for (let time = 0; time < times; time += 1) {
    const before = heapInUse(true);
    await makeCalls(call, calls, 50);
    least = Math.min(least, (heapInUse(false) - before) / calls);
  }
  return least;
}

function collectedFirst() {
  return (collect: boolean) => {
    if (collect) {
      globalThis.gc?.();
    }
    return process.memoryUsage().heapUsed;
  };
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
