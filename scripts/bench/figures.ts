import { createPartnerCenterClient, getRelationshipRequestLink } from "../../dist/esm/src/index.js";
import { makeCalls } from "./measure.js";
import { CV, check, QUERY, TOKEN } from "./work.js";

/** How often a credential is asked when 1,000 calls start at once and none has a token yet. */
export async function tokenRequests(baseUrl: string): Promise<number> {
  let requests = 0;
  const client = createPartnerCenterClient({
    baseUrl,
    cv: () => CV,
    credential: async () => {
      requests += 1;
      await new Promise((resolve) => setTimeout(resolve, 10));
      return { token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 };
    },
  });
  const call = async () => check(await getRelationshipRequestLink(client, QUERY));
  await Promise.all(Array.from({ length: 1_000 }, call));
  return requests;
}

/** By how many bytes the heap is larger after so many calls, all garbage collected. */
export async function heapGrowth(baseUrl: string, calls: number): Promise<number> {
  const client = createPartnerCenterClient({
    baseUrl,
    cv: () => CV,
    credential: async () => ({ token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 }),
  });
  const call = async () => check(await getRelationshipRequestLink(client, QUERY));
  await makeCalls(call, calls / 10, 50);
  const before = await heapInUse();
  await makeCalls(call, calls, 50);
  return (await heapInUse()) - before;
}

async function heapInUse(): Promise<number> {
  // What a finalizer lets go of takes another round to be collected.
  for (let round = 0; round < 5; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed;
}
