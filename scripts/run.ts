import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The compiler, beside `node_modules/.bin`, where the one that tools load as a library has the same name. */
export const COMPILER = "../typescript-7/bin/tsc";

/** Runs a Redocly command with our configuration, which is not at the root: other tools read a `redocly.yaml` there as theirs. */
export function redocly(command: string, ...args: string[]): Promise<string> {
  return run("redocly", command, ...args, "--config", join(ROOT, "scripts/redocly.yaml"));
}

/** Runs a command of the development dependencies and gives its standard output; all output is shown when it fails. */
export async function run(command: string, ...args: string[]): Promise<string> {
  // Not through npx, which takes longer to start than most of them.
  const child = spawn(join(ROOT, "node_modules/.bin", command), args, { cwd: ROOT });
  const output: Buffer[] = [];
  const everything: Buffer[] = [];
  child.stdout.on("data", (chunk) => {
    output.push(chunk);
    everything.push(chunk);
  });
  child.stderr.on("data", (chunk) => everything.push(chunk));
  const [exitCode] = await once(child, "close");
  if (exitCode !== 0) {
    process.stderr.write(Buffer.concat(everything));
    throw new Error(`\`${[command, ...args].join(" ")}\` failed with exit code ${exitCode}.`);
  }
  return Buffer.concat(output).toString();
}
