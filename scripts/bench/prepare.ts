import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { BENCH, ROOT, run, runTool } from "./run.js";

/** Installs the peers, and lets two of them make their clients of our description. */
export async function prepare(): Promise<void> {
  if (!existsSync(`${BENCH}node_modules`)) {
    console.log("Installing the peers (npm ci in scripts/bench) ...");
    await run("npm", ["ci"], BENCH);
  }
  await rm(`${BENCH}generated`, { recursive: true, force: true });
  const output = `${BENCH}generated/hey-api`;
  const plugins = ["@hey-api/typescript", "@hey-api/sdk"];
  await run(
    `${BENCH}node_modules/.bin/openapi-ts`,
    [
      ...["-i", "./generated/openapi.json", "-o", output, "-c", "@hey-api/client-fetch"],
      ...["-p", ...plugins, "--no-log-file"],
    ],
    ROOT,
  );
  await runTool(
    "redocly",
    "generate-client",
    "generated/openapi.json",
    "--output",
    "scripts/bench/generated/redocly.ts",
  );
  await run(process.execPath, ["node_modules/typescript-7/bin/tsc", "--project", "scripts/bench"]);
}
