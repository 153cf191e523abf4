import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { Runtime } from "./calls.js";
import { BENCH } from "./run.js";

/** The Node that runs this. */
export const HERE: Runtime = { node: process.versions.node, execPath: process.execPath };

/** That one, and the newest line with long-term support where npm has it for this machine. */
export function runtimes(): Runtime[] {
  const execPath = `${BENCH}node_modules/node-26/bin/node`;
  if (!existsSync(execPath)) {
    return [HERE];
  }
  return [
    HERE,
    { node: execFileSync(execPath, ["-p", "process.versions.node"]).toString().trim(), execPath },
  ];
}
