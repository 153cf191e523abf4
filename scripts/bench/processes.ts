import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Order } from "./names.js";

/** A process in which one client makes its calls. */
export interface Worker {
  readonly name: string;
  /** Microseconds per call, or bytes for "allocation". */
  ask(order: Order): Promise<number>;
  stop(): void;
}

/** Runs `use` with the address of the service, which runs in a process of its own. */
export async function withService<Result>(use: (url: string) => Promise<Result>): Promise<Result> {
  const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)));
  try {
    return await use(`http://127.0.0.1:${await answerOf(server)}`);
  } finally {
    server.disconnect();
  }
}

/** Starts the process of a client, in the Node at `execPath`. */
export async function startWorker(
  name: string,
  url: string,
  execPath: string,
  options: readonly string[] = [],
): Promise<Worker> {
  const file = fileURLToPath(new URL("worker.ts", import.meta.url));
  const execArgv = ["--import", "tsx", "--expose-gc", ...options];
  const child = fork(file, [name, url], { execPath, execArgv });
  await answerOf(child);
  return {
    name,
    async ask(order) {
      child.send(order);
      return Number(await answerOf(child));
    },
    stop: () => child.disconnect(),
  };
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  try {
    const [answer] = await Promise.race([
      once(child, "message", ended),
      once(child, "exit", ended).then(([code]) => {
        throw new Error(`A process of the bench ended with ${code}.`);
      }),
    ]);
    return answer;
  } finally {
    ended.abort();
  }
}
