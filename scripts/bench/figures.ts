import { makeCalls } from "./measure.js";
import { type Call, TOKEN } from "./work.js";

/** A credential that takes a moment. */
export type SlowCredential = () => Promise<{ token: string; expiresOnTimestamp: number }>;

/** How often a credential is asked when 1,000 calls start at once and none has a token yet. */
export async function tokenRequests(
  open: (credential: SlowCredential) => Call | Promise<Call>,
): Promise<number> {
  let requests = 0;
  const call = await open(async () => {
    requests += 1;
    await new Promise((resolve) => setTimeout(resolve, 10));
    return { token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 };
  });
  await Promise.all(Array.from({ length: 1_000 }, call));
  return requests;
}

/** By how many bytes the heap is larger after so many calls than before them, a tenth of them made to warm up. */
export async function heapGrowth(
  call: Call,
  calls: number,
  heapInUse: () => Promise<number> = collectedHeap,
): Promise<number> {
  await makeCalls(call, calls / 10, 50);
  const before = await heapInUse();
  await makeCalls(call, calls, 50);
  return (await heapInUse()) - before;
}

/** Bytes in use when all garbage is collected; Node has to run with `--expose-gc`. */
async function collectedHeap(): Promise<number> {
  // What a finalizer lets go of takes another round to be collected.
  for (let round = 0; round < 5; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed;
}
