import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";
import { ROOT, withCopy } from "../copy.js";
import { run } from "../run.js";

/** Lints the workflows, after `text` of one, or of what they run, is replaced. */
function lintWith(file: string, text: string, replacement: string) {
  return withCopy([".github", ".ci"], async (cwd) => {
    const path = file.includes("/") ? `${cwd}/${file}` : `${cwd}/.github/workflows/${file}`;
    const before = await readFile(path, "utf8");
    expect(before).toContain(text);
    await writeFile(path, before.replace(text, replacement));
    return run("tsx", [`${ROOT}scripts/lint-workflows.ts`], { cwd });
  });
}

describe("the linter of workflows", () => {
  it("finds nothing in ours", async () => {
    await expect(run("tsx", ["scripts/lint-workflows.ts"])).resolves.toMatchObject({
      exitCode: 0,
      stderr: "",
    });
  });

  it.each([
    [
      "an action by its tag",
      "check.yml",
      "checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",
      "checkout@v6",
      'expected a commit and "# v1.2.3", got - uses: actions/checkout@v6',
    ],
    [
      "more permissions than a job names",
      "release.yml",
      "permissions: {}",
      "permissions: write-all",
      "expected `permissions: {}` for the workflow",
    ],
    [
      "an expression that is none",
      "docs.yml",
      "steps.deployment.outputs",
      "steps.nothing.outputs",
      'property "nothing" is not defined',
    ],
    [
      "a job that waits for none of ours",
      "release.yml",
      "needs: check",
      "needs: build",
      'needs job "build" which does not exist',
    ],
    [
      "a build where the token to publish with is",
      "release.yml",
      "- run: npm publish",
      "- run: npm run build && npm publish",
      "expected the job publish, which has `id-token`, not to run `npm run build && npm publish",
    ],
    [
      "to publish with the scripts of a package",
      "release.yml",
      "--access public --ignore-scripts",
      "--access public",
      "expected the job publish, which has `id-token`, not to run `npm publish",
    ],
    [
      "packages that run what they bring in a release",
      "release.yml",
      "npm ci --ignore-scripts",
      "npm ci",
      "expected --ignore-scripts, got - run: npm ci",
    ],
    [
      "packages that run what they bring where nothing is published",
      "docs.yml",
      "npm ci --ignore-scripts",
      "npm ci",
      "docs.yml:25: expected --ignore-scripts, got - run: npm ci",
    ],
    [
      "packages that run what they bring in a script of a workflow",
      ".ci/run",
      "npm ci --ignore-scripts",
      "npm clean-install",
      ".ci/run:23: expected --ignore-scripts, got npm clean-install",
    ],
    [
      "an option that turns the scripts on again",
      "spec-watch.yml",
      "npm ci --ignore-scripts",
      "npm ci --ignore-scripts=false",
      "expected --ignore-scripts, got - run: npm ci --ignore-scripts=false",
    ],
    [
      "a second command without the option of the first one",
      "spec-watch.yml",
      "npm ci --ignore-scripts",
      "npm install left-pad && npm ci --ignore-scripts",
      "expected --ignore-scripts, got - run: npm install left-pad &&",
    ],
  ])("refuses %s", async (_title, file, text, replacement, message) => {
    const { exitCode, stderr } = await lintWith(file, text, replacement);

    expect(stderr).toContain(message);
    expect(exitCode).toBe(1);
  });
});

describe("the release workflow", () => {
  it.each([
    ["v0.2.0", true],
    ["v10.0.12", true],
    ["v0.2.0-rc.1", false],
    ["v2", false],
  ])("answers tag %s: %s", async (tag, answered) => {
    const { on } = parse(await readFile(`${ROOT}.github/workflows/release.yml`, "utf8"));
    // Of the characters in GitHub's patterns, only the dot means something else in an expression.
    const pattern = new RegExp(`^${on.push.tags.join("|").replaceAll(".", "\\.")}$`);

    expect(pattern.test(tag)).toBe(answered);
  });

  it("publishes nothing but what a job without the token has packed from main", async () => {
    const { jobs } = parse(await readFile(`${ROOT}.github/workflows/release.yml`, "utf8"));
    const commands = (job: string) => jobs[job].steps.map(({ run }: { run?: string }) => run);

    expect(commands("check")).toContain('git merge-base --is-ancestor "$GITHUB_SHA" origin/main');
    expect(jobs.pack).toMatchObject({ needs: "check", permissions: { contents: "read" } });
    expect(commands("pack")).toEqual(
      expect.arrayContaining([
        "npm audit signatures",
        "npm run --silent sbom > release/sbom.json",
        "npm pack --ignore-scripts --pack-destination release",
      ]),
    );
    expect(jobs.publish).toMatchObject({ needs: "pack", permissions: { "id-token": "write" } });
  });
});

describe("Dependabot", () => {
  it("watches the actions, and every folder with a lock file", async () => {
    const { updates } = parse(await readFile(`${ROOT}.github/dependabot.yml`, "utf8"));
    const { stdout } = await promisify(execFile)("git", ["ls-files", "*package-lock.json"], {
      cwd: ROOT,
    });
    const folders = stdout
      .trim()
      .split("\n")
      .map((file) => `/${dirname(file)}`.replace("/.", "/"));

    expect(updates).toMatchObject([
      { "package-ecosystem": "npm", directories: folders },
      { "package-ecosystem": "github-actions", directory: "/" },
    ]);
  });
});

describe("the scorecard workflow", () => {
  it("judges the repository with no right to write, and reports to code scanning", async () => {
    const { on, jobs } = parse(await readFile(`${ROOT}.github/workflows/scorecard.yml`, "utf8"));
    const { analyse, report } = jobs;

    expect(on).toMatchObject({ push: { branches: ["main"] }, schedule: [{}] });
    expect(Object.values(analyse.permissions)).toEqual(["read", "read"]);
    expect(report).toMatchObject({
      needs: "analyse",
      permissions: { "security-events": "write" },
    });
    expect(report.steps.some(({ run }: { run?: string }) => run !== undefined)).toBe(false);
  });
});
