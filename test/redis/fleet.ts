import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** What a worker is told. */
export interface Order {
  readonly authority: string;
  readonly refreshToken: string;
  readonly redisUrl: string;
  /** Where the worker is killed: with the reply of the token endpoint in hand, or before it uses the token. */
  readonly killedAt?: "reply" | "use";
}

/** A process that waits for its sign to sign in. */
export interface Worker {
  /** Gives the access token, or undefined when the worker was killed. */
  signIn(): Promise<string | undefined>;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));

/** Runs `use` with a process for each order, all of them started and connected. */
export async function withWorkers<Result>(
  orders: readonly Order[],
  use: (...workers: Worker[]) => Promise<Result>,
): Promise<Result> {
  const processes = orders.map((order) => ({ child: startProcess(), order }));
  try {
    return await use(...(await Promise.all(processes.map(readyWorker))));
  } finally {
    for (const { child } of processes) {
      child.kill("SIGKILL");
    }
  }
}

function startProcess() {
  return spawn(process.execPath, ["--import", "tsx", WORKER], {
    cwd: ROOT,
    stdio: ["pipe", "pipe", "inherit"],
  });
}

async function readyWorker({
  child,
  order,
}: {
  readonly child: ReturnType<typeof startProcess>;
  readonly order: Order;
}): Promise<Worker> {
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  child.stdin.write(`${JSON.stringify(order)}\n`);
  const { value } = await lines.next();
  if (value !== "ready") {
    throw new Error(`Expected a worker to be ready, got ${value}.`);
  }
  return {
    async signIn() {
      child.stdin.write("go\n");
      const { value: token } = await lines.next();
      return token;
    },
  };
}
