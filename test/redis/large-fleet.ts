import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { ROOT, withCopy } from "../copy.js";
import { guideExample } from "../examples.js";

/** What a worker is to do: get a token, for a new sign-in if there is one. */
export interface Task {
  readonly signIn?: {
    readonly authority: string;
    readonly clientId: string;
    readonly refreshToken: string;
  };
  /** How far the worker's clock is ahead. */
  readonly aheadMs?: number;
  /** The step after which it does nothing more. */
  readonly holdsAt?: Step["at"];
}

/** How far a worker is. */
export interface Step {
  readonly at: "ready" | "asking" | "answered" | "written" | "end";
  readonly token?: string | undefined;
  readonly failure?: string;
}

/** A process that gets tokens. */
export interface FleetWorker {
  /** Gives the last step: "end" unless the worker was killed. `onStep` sees each of them. */
  work(task: Task, onStep?: (step: Step) => void): Promise<Step | undefined>;
  kill(): void;
}

/** Workers, those that were killed replaced. */
export interface Fleet {
  /** So many live workers, which have nothing to do. */
  workers(count: number): Promise<FleetWorker[]>;
}

/** Runs `use` with a fleet whose store is the one that the guide has for this package. */
export function withFleet<Result>(
  adapter: "redis" | "ioredis",
  redisUrl: string,
  use: (fleet: Fleet) => Promise<Result>,
): Promise<Result> {
  return withCopy([], async (directory) => {
    await writeFile(`${directory}/store.ts`, await guideExample("sign-in-for-services", adapter));
    // As one file, as a process takes a tenth of the time to start then.
    const alias = { "partner-center-client/auth": `${ROOT}src/auth/index.ts` };
    const worker = fileURLToPath(new URL("fleet-worker.ts", import.meta.url));
    for (const [name, file] of Object.entries({ worker, store: `${directory}/store.ts` })) {
      await build({
        entryPoints: { [name]: file },
        outdir: directory,
        outExtension: { ".js": ".mjs" },
        alias,
        bundle: true,
        format: "esm",
        platform: "node",
        external: ["oauth4webapi", "redis", "ioredis"],
      });
    }
    const live = new Set<Process>();
    const start = () => {
      const process = startProcess(directory, redisUrl);
      live.add(process);
      return process;
    };
    try {
      return await use({
        async workers(count) {
          for (const process of live) {
            if (process.hasEnded()) {
              live.delete(process);
            }
          }
          while (live.size < count) {
            start();
          }
          const workers = [...live].slice(0, count);
          await Promise.all(workers.map(({ ready }) => ready));
          return workers;
        },
      });
    } finally {
      await Promise.all([...live].map((process) => process.end()));
    }
  });
}

interface Process extends FleetWorker {
  readonly ready: Promise<unknown>;
  hasEnded(): boolean;
  end(): Promise<void>;
}

function startProcess(directory: string, redisUrl: string): Process {
  const child = spawn(process.execPath, ["worker.mjs", `${directory}/store.mjs`], {
    cwd: directory,
    env: { ...process.env, REDIS_URL: redisUrl },
    // Of the store is no word on standard error while Redis is away.
    stdio: ["pipe", "pipe", "ignore"],
  });
  child.stdin.on("error", () => undefined);
  const exited = once(child, "exit");
  const steps = createInterface(child.stdout)[Symbol.asyncIterator]();
  const nextStep = async (): Promise<Step | undefined> => {
    const { value, done } = await steps.next();
    return done ? undefined : JSON.parse(value);
  };
  let hasEnded = false;
  return {
    ready: nextStep(),
    hasEnded: () => hasEnded,
    async work(task, onStep) {
      child.stdin.write(`${JSON.stringify(task)}\n`);
      let last: Step | undefined;
      while (last?.at !== "end") {
        const step = await nextStep();
        if (step === undefined) {
          return last;
        }
        last = step;
        onStep?.(step);
      }
      return last;
    },
    kill() {
      hasEnded = true;
      child.kill("SIGKILL");
    },
    async end() {
      killUnlessEnded(child);
      await exited;
    },
  };
}

function killUnlessEnded(child: ChildProcess): void {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGKILL");
  }
}
