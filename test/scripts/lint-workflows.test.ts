import { readFile, writeFile } from "node:fs/promises";
import { parse } from "yaml";
import { ROOT, withCopy } from "../copy.js";
import { run } from "../run.js";

/** Lints the workflows, after `text` of one is replaced. */
function lintWith(file: string, text: string, replacement: string) {
  return withCopy([".github"], async (cwd) => {
    const path = `${cwd}/.github/workflows/${file}`;
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
        expect.stringMatching(/^npm sbom .*> release\/sbom\.json$/),
        "npm pack --ignore-scripts --pack-destination release",
      ]),
    );
    expect(jobs.publish).toMatchObject({ needs: "pack", permissions: { "id-token": "write" } });
  });
});
