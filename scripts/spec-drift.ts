import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { BUNDLE } from "./description.js";
import { readGivenFile, refuseUse } from "./given-file.js";
import { ROOT } from "./run.js";

const [traffic, ...options] = process.argv.slice(2);
if (traffic === undefined || traffic.startsWith("-")) {
  refuseUse(
    "Usage: npm run spec:drift -- FILE [OPTIONS]\nFILE is a recording of HTTP traffic in HAR form; OPTIONS are those of `redocly drift`, such as --server URL for traffic of another host.",
  );
}
const archive: { log?: { entries?: unknown } } | null = await readGivenFile(traffic, JSON.parse);
const entries = archive?.log?.entries;
if (!Array.isArray(entries) || entries.length === 0) {
  refuseUse(`${traffic} has no entries, so that there is nothing to compare. Is it a HAR file?`);
}
const child = spawn(
  join(ROOT, "node_modules/.bin/redocly"),
  ["drift", resolve(traffic), "--api", BUNDLE, "--coverage", ...options],
  { cwd: ROOT, stdio: "inherit" },
);
[process.exitCode] = await once(child, "close");
