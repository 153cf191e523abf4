import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import {
  type Cost,
  measure,
  type Plan,
  type Runner,
  ratio,
  type Spread,
  spreadOf,
} from "./measure.js";
import { RAW } from "./names.js";
import type { Contender } from "./work.js";

/** What the calls of one contender cost, in microseconds, and compared with the fetch of Node. */
export interface CallCost {
  readonly name: string;
  readonly cpu: Spread;
  readonly wall: Spread;
  readonly cpuRatio: Spread;
  readonly wallRatio: Spread;
}

/** One table: how the calls were made, and what they cost. */
export interface CallTable {
  /** Whether the first attempt of each call was answered with 503. */
  readonly retried: boolean;
  readonly atOnce: number;
  readonly rows: readonly CallCost[];
  /** CPU time of a contender compared with another. */
  compare(name: string, other: string): Spread;
}

/** Runs `use` with the address of the service, which runs in another process. */
export async function withService<Result>(use: (url: string) => Promise<Result>): Promise<Result> {
  const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)));
  const [port] = await once(server, "message");
  try {
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    server.disconnect();
  }
}

/** Measures the calls of all contenders against each other. */
export async function measureCalls(
  url: string,
  contenders: readonly Contender[],
  retried: boolean,
  plan: Plan,
): Promise<CallTable> {
  const runners: Runner[] = [];
  for (const { name, open } of contenders) {
    runners.push({ name, call: await open(retried ? `${url}/flaky` : url, retried), costs: [] });
  }
  await measure(runners, plan);

  const runnerOf = (name: string) => {
    const runner = runners.find((one) => one.name === name);
    if (runner === undefined) {
      throw new Error(`There is no contender ${name}.`);
    }
    return runner;
  };
  const raw = runnerOf(RAW);
  const rowOf = (runner: Runner): CallCost => {
    const all = (of: keyof Cost) => spreadOf(runner.costs.map((cost) => cost[of]));
    return {
      name: runner.name,
      cpu: all("cpu"),
      wall: all("wall"),
      cpuRatio: ratio(runner, raw, "cpu"),
      wallRatio: ratio(runner, raw, "wall"),
    };
  };
  return {
    retried,
    atOnce: plan.atOnce,
    rows: runners.map(rowOf).sort((a, b) => a.cpuRatio.median - b.cpuRatio.median),
    compare: (name, other) => ratio(runnerOf(name), runnerOf(other), "cpu"),
  };
}
