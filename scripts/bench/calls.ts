import { measure, type Plan } from "./measure.js";
import { WAYS, type Way } from "./names.js";
import { startWorker } from "./processes.js";
import type { Contender } from "./work.js";

/** What the calls of one client cost on one version of Node. */
export interface CallCost {
  readonly name: string;
  /** Microseconds of CPU time per call, the least of all rounds. */
  readonly cpu: Readonly<Partial<Record<Way, number>>>;
  readonly allocatedKiB: number;
}

/** All that was measured of calls on one version of Node. */
export interface CallRun {
  readonly node: string;
  readonly costs: readonly CallCost[];
}

/** A Node to measure with. */
export interface Runtime {
  readonly node: string;
  readonly execPath: string;
}

// Nothing is collected while the calls whose allocation is measured are made.
const LARGE_HEAP = ["--min-semi-space-size=256", "--max-semi-space-size=256"];

/** Measures the calls of all contenders against each other, in the ways that are asked for. */
export async function measureCalls(
  url: string,
  contenders: readonly Contender[],
  { node, execPath }: Runtime,
  plan: Plan,
): Promise<CallRun> {
  const workers = await Promise.all(contenders.map(({ name }) => startWorker(name, url, execPath)));
  const cpu = new Map<Way, Map<string, number>>();
  for (const { way, retried } of WAYS) {
    const asked = workers.filter(
      (worker) => !retried || contenders.find(({ name }) => name === worker.name)?.retries,
    );
    const runners = asked.map(({ name, ask }) => ({ name, round: () => ask(way) }));
    cpu.set(way, await measure(runners, plan));
  }
  for (const worker of workers) {
    worker.stop();
  }

  const costs: CallCost[] = [];
  for (const { name } of contenders) {
    const worker = await startWorker(name, url, execPath, LARGE_HEAP);
    costs.push({
      name,
      cpu: Object.fromEntries([...cpu].map(([way, least]) => [way, least.get(name)])),
      allocatedKiB: (await worker.ask("allocation")) / 1_024,
    });
    worker.stop();
  }
  return { node, costs };
}

/** Several runs on one version of Node as one, with the least of each figure. Throws when there is none. */
export function leastOf(runs: readonly CallRun[]): CallRun {
  const [first] = runs;
  if (first === undefined) {
    throw new Error("There is no run.");
  }
  const least = (figures: readonly (number | undefined)[]) =>
    Math.min(...figures.filter((figure) => figure !== undefined));
  const costs = first.costs.map(({ name, cpu }) => {
    const all = runs.flatMap((run) => run.costs.filter((cost) => cost.name === name));
    const ways = WAYS.map(({ way }) => way).filter((way) => cpu[way] !== undefined);
    return {
      name,
      cpu: Object.fromEntries(ways.map((way) => [way, least(all.map((one) => one.cpu[way]))])),
      allocatedKiB: least(all.map(({ allocatedKiB }) => allocatedKiB)),
    };
  });
  return { node: first.node, costs };
}
