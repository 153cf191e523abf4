import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const BENCH = fileURLToPath(new URL(".", import.meta.url));

/** Runs a command to its end and gives what it printed; rejects with that when it fails. */
export async function run(command: string, args: string[], cwd = ROOT): Promise<string> {
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let all = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
    all += chunk;
  });
  child.stderr.on("data", (chunk) => {
    all += chunk;
  });
  const [exitCode] = await once(child, "close");
  if (exitCode !== 0) {
    throw new Error(
      `\`${[command, ...args].join(" ")}\` failed with exit code ${exitCode}.\n${all}`,
    );
  }
  return stdout;
}

/** Runs a command of the development dependencies. */
export function runTool(command: string, ...args: string[]): Promise<string> {
  return run("npx", ["--no-install", command, ...args]);
}

/** Milliseconds that something takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
