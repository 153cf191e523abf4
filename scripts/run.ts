import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** The folder of the package. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The compiler, beside `node_modules/.bin`, where the one that tools load as a library has the same name. */
export const COMPILER = "../typescript-7/bin/tsc";

/** How a command ended and what it printed. */
export interface Execution {
  /** `null` if a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the development dependencies to its end. */
export async function execute(command: string, ...args: string[]): Promise<Execution> {
  // Not through npx, which takes longer to start than most of them.
  const child = spawn(join(ROOT, "node_modules/.bin", command), args, { cwd: ROOT });
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { exitCode, stdout, stderr };
}

/** Runs a command and returns its standard output. If it fails, shows all its output and rejects. */
export async function run(command: string, ...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await execute(command, ...args);
  if (exitCode !== 0) {
    process.stderr.write(stdout + stderr);
    throw new Error(`\`${[command, ...args].join(" ")}\` failed with exit code ${exitCode}.`);
  }
  return stdout;
}

// Not at the root, where other tools would read it as theirs.
const REDOCLY_CONFIG = join(ROOT, "scripts/redocly.yaml");

/** Runs a Redocly command with our configuration to its end; leaves out its box about later versions of Node. */
export async function executeRedocly(command: string, ...args: string[]): Promise<Execution> {
  const execution = await execute("redocly", command, ...args, "--config", REDOCLY_CONFIG);
  return { ...execution, stderr: execution.stderr.replaceAll(/^\s*[╔║╚].*\n/gm, "").trim() };
}

/** Runs a Redocly command with our configuration and returns its standard output. Rejects with its output if it fails. */
export async function redocly(command: string, ...args: string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await executeRedocly(command, ...args);
  if (exitCode !== 0) {
    throw new Error(`\`redocly ${command}\` failed.\n${stdout}${stderr}`);
  }
  return stdout;
}
