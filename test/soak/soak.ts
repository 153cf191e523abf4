// npm run soak: 20,000 calls, 100 at a time, against a server that fails a fifth of all attempts at random.
// --calls 8000: another number. --undici: over `./undici`. npm run test:soak plays both.
// Every call ends once, no result belongs to another call, the memory stays flat and the sockets return to the pool.
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createPartnerCenterClient, isPartnerCenterError } from "../../src/index.js";
import { createUndiciFetch } from "../../src/undici/index.js";

const { values: options } = parseArgs({
  options: {
    calls: { type: "string", default: "20000" },
    undici: { type: "boolean" },
  },
});
const CALLS = Number(options.calls);
const CONCURRENCY = 100;
const SEED = process.env.SOAK_SEED ?? String(Date.now() % 1_000_000);
const MEBIBYTE = 1_048_576;

const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)), [SEED, "0.2"]);
const [port] = await once(server, "message");
const baseUrl = `http://127.0.0.1:${port}`;
console.log(`Seed ${SEED}; play it again with SOAK_SEED=${SEED}.`);

const undiciFetch = options.undici ? createUndiciFetch({ connections: CONCURRENCY }) : undefined;

let retries = 0;
const client = createPartnerCenterClient({
  credential: () => "a-token",
  baseUrl,
  fetch: undiciFetch,
  // Longer than a server on a busy machine takes: what is given up before it arrives, it does not count.
  timeoutMs: 2_000,
  retry: {
    maxDelayMs: 20,
    // Enough for every attempt that a call has, as long as each stalls.
    budgetMs: 60_000,
    onRetry: () => {
      retries += 1;
    },
  },
});

const outcomes = { link: 0, failure: 0 };
const reasons: Record<string, number> = {};

/** Makes one call and checks that what comes back is its own. */
async function call(): Promise<void> {
  const id = crypto.randomUUID();
  try {
    const { url } = await client.getRelationshipRequestLink(
      {},
      { headers: { "ms-requestid": id } },
    );
    assert.equal(url, `https://contoso.com/${id}`);
    outcomes.link += 1;
  } catch (error) {
    if (!isPartnerCenterError(error)) {
      throw error;
    }
    assert.equal(error.requestId, id);
    assert.equal(error.attempts, 4);
    reasons[error.reason] = (reasons[error.reason] ?? 0) + 1;
    outcomes.failure += 1;
  }
}

async function calls(count: number): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

/** Bytes in use when all garbage is collected. */
async function heapInUse(): Promise<number> {
  for (let round = 0; round < 4; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed;
}

assert.ok(globalThis.gc, "Run this with --expose-gc, as npm run soak does.");
const startedAt = performance.now();
await calls(CALLS / 4);
const heapBefore = await heapInUse();
await calls((CALLS * 3) / 4);
const heapAfter = await heapInUse();
const seconds = (performance.now() - startedAt) / 1000;

// A socket that is back in the pool is closed after a few idle seconds; one whose reply was never finished stays open.
await new Promise((resolve) => setTimeout(resolve, 6_000));
const figures = await (await fetch(`${baseUrl}/figures`)).json();
server.disconnect();

const growth = (heapAfter - heapBefore) / MEBIBYTE;
console.log(
  `${CALLS} calls in ${seconds.toFixed(1)} s: ${outcomes.link} links, ${outcomes.failure} failures ${JSON.stringify(reasons)}; ` +
    `${figures.attempts} attempts, ${retries} of them retries; ${figures.sockets} sockets open; heap ${growth >= 0 ? "+" : ""}${growth.toFixed(2)} MiB.`,
);
assert.equal(outcomes.link + outcomes.failure, CALLS, "a call did not end once");
assert.equal(figures.attempts, CALLS + retries, "the server saw another number of attempts");
assert.ok(
  outcomes.failure < CALLS * 0.01,
  "far more calls failed than four failures in a row explain",
);
assert.ok(figures.sockets <= 1, "sockets did not return to the pool");
assert.ok(growth < 2, "the memory grew");
