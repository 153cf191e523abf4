import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A sandbox that is being served. */
export interface Served {
  /** Where the operation is. */
  readonly url: string;
  readonly origin: string;
  /** Interrupts it as Ctrl-C does, and waits for the end. */
  interrupt(): Promise<number | null>;
}

/** Runs `use` with a sandbox served by another process, which ends afterwards. */
export async function withServed<Result>(
  args: string[],
  use: (served: Served) => Promise<Result>,
): Promise<Result> {
  const child = start(args);
  const ended = once(child, "close");
  const interrupt = async () => {
    child.kill("SIGINT");
    const [exitCode] = await ended;
    return exitCode;
  };
  try {
    const origin = await originOf(child);
    return await use({ origin, url: `${origin}/v1/customers/relationshiprequests`, interrupt });
  } finally {
    await interrupt();
  }
}

function start(args: string[]): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "src/cli/main.ts", "sandbox", ...args], {
    cwd: root,
    // Longer than any test may take, so that no sandbox outlives a failed one.
    timeout: 10_000,
    killSignal: "SIGKILL",
  });
}

async function originOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout !== null) {
    for await (const line of createInterface(stdout)) {
      const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      if (origin !== undefined) {
        return origin;
      }
    }
  }
  throw new Error("The sandbox did not say where it is.");
}
