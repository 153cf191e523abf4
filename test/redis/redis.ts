import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A Redis of its own. */
export interface Redis {
  readonly url: string;
  /** Ends the server at once, as a failure would. */
  kill(): Promise<void>;
  /** Ends it, and starts another one at the same address, which has nothing. */
  restart(): Promise<void>;
}

/** Runs `use` with a `redis-server` on a free port of loopback, which keeps nothing. */
export async function withRedis<Result>(use: (redis: Redis) => Promise<Result>): Promise<Result> {
  const port = await freePort();
  const directory = await mkdtemp(join(tmpdir(), "redis-"));
  const options = { bind: "127.0.0.1", port, dir: directory, save: "", appendonly: "no" };
  const start = () =>
    spawn(
      "redis-server",
      Object.entries(options).flatMap(([name, value]) => [`--${name}`, `${value}`]),
      { stdio: ["ignore", "pipe", "inherit"] },
    );
  let server = start();
  const kill = async () => {
    if (server.exitCode === null && server.signalCode === null && server.pid !== undefined) {
      const exit = once(server, "exit");
      server.kill("SIGKILL");
      await exit;
    }
  };
  const restart = async () => {
    await kill();
    server = start();
    await readiness(server);
  };
  try {
    await Promise.race([readiness(server), absence(server)]);
    return await use({ url: `redis://127.0.0.1:${port}`, kill, restart });
  } finally {
    await kill();
    await rm(directory, { recursive: true });
  }
}

async function readiness(server: ChildProcess): Promise<void> {
  const lines: string[] = [];
  if (server.stdout !== null) {
    for await (const line of createInterface(server.stdout)) {
      if (line.includes("Ready to accept connections")) {
        server.stdout.resume();
        return;
      }
      lines.push(line);
    }
  }
  throw new Error(`redis-server did not start:\n${lines.join("\n")}`);
}

async function absence(server: ChildProcess): Promise<never> {
  const [error] = await once(server, "error").catch((error: unknown) => [error]);
  throw new Error(
    "These tests need `redis-server` on the PATH. Install it, on Debian with `apt-get install redis-server`.",
    { cause: error },
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") {
    throw new Error("The server has no port.");
  }
  return address.port;
}
