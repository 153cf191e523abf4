import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { ROOT } from "./run.js";

const [traffic, ...options] = process.argv.slice(2);
if (traffic === undefined || traffic.startsWith("-")) {
  console.error(
    "Usage: npm run spec:drift -- FILE [OPTIONS]\nFILE is a recording of HTTP traffic in HAR form; OPTIONS are those of `redocly drift`, such as --server URL for traffic of another host.",
  );
  process.exit(2);
}
if (!existsSync(traffic)) {
  console.error(`There is no ${traffic}.`);
  process.exit(2);
}
const child = spawn(
  "npx",
  [
    "--no-install",
    "redocly",
    "drift",
    resolve(traffic),
    "--api",
    "spec/openapi.yaml",
    "--coverage",
    ...options,
  ],
  { cwd: ROOT, stdio: "inherit" },
);
[process.exitCode] = await once(child, "close");
