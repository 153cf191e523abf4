import { spawn } from "node:child_process";
import { once } from "node:events";
import { ROOT } from "./run.js";

/** The checks, each a script of package.json. Those of a lane run one after the other, and the lanes side by side. */
const LANES = [
  ["test"],
  [
    ...["lint:spec", "lint:md", "lint:spelling", "lint:ts", "lint:workflows"],
    ...["spec:diff", "generate:check", "typecheck", "test:exports", "api:check"],
    ...["test:respect", "test:drift", "quickstart"],
  ],
];

/** What corrects most of what a check finds. */
const FIXES: Readonly<Record<string, string>> = {
  "lint:ts": "npm run lint:fix",
  "generate:check": "npm run generate",
  "api:check": "npm run api",
};

/** Runs a script, shows all its output when it has ended, and tells whether it passed. */
async function passes(script: string): Promise<boolean> {
  const child = spawn("npm", ["run", "--silent", script], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => output.push(chunk));
  }
  const [exitCode] = await once(child, "close");
  const text = Buffer.concat(output).toString().trim();
  console.log(`\n${exitCode === 0 ? "passed" : "FAILED"}: ${script}${text && `\n${text}`}`);
  return exitCode === 0;
}

/** Runs scripts one after the other, all of them whatever the others find, and gives those that failed. */
async function failuresOf(scripts: readonly string[]): Promise<string[]> {
  const failed: string[] = [];
  for (const script of scripts) {
    if (!(await passes(script))) {
      failed.push(script);
    }
  }
  return failed;
}

// What is built is what several of the others look at.
const failures = await failuresOf(["build"]);
failures.push(...(await Promise.all(LANES.map(failuresOf))).flat());

if (failures.length > 0) {
  const lines = failures.map((script) => {
    const fix = FIXES[script];
    return `  npm run ${script}${fix === undefined ? "" : `\n    \`${fix}\` fixes most of what it finds.`}`;
  });
  console.error(`\nFailed, each to be run alone:\n${lines.join("\n")}`);
  process.exitCode = 1;
}
