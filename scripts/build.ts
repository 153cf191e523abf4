import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs a command of the development dependencies; its output is shown when it fails. */
async function run(command: string, ...args: string[]): Promise<void> {
  const child = spawn("npx", ["--no-install", command, ...args], { cwd: root });
  const output: Buffer[] = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const [exitCode] = await once(child, "close");
  if (exitCode !== 0) {
    process.stderr.write(Buffer.concat(output));
    throw new Error(`\`${[command, ...args].join(" ")}\` failed with exit code ${exitCode}.`);
  }
}

await rm(new URL("../dist", import.meta.url), { recursive: true, force: true });
await Promise.all([
  run("tsc", "--project", "tsconfig.build.json"),
  run("tsc", "--project", "tsconfig.cjs.json"),
  run("redocly", "bundle", "partner-center", "--output", "dist/openapi.json"),
]);
// The root of the package says "module"; the nearest package.json decides.
await writeFile(new URL("../dist/cjs/package.json", import.meta.url), '{ "type": "commonjs" }\n');
