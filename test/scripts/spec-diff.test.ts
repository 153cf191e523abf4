import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { withCopy } from "../copy.js";
import { run } from "../run.js";

const OPERATION = "spec/paths/v{version}_customers_relationshiprequests.yaml";
const PARAMETERS = "  parameters:\n";
const parameter = (required: boolean) =>
  `    - name: page\n      in: query\n      required: ${required}\n      schema:\n        type: string\n`;

type Edit = readonly [file: string, text: string | RegExp, replacement: string];

const REQUIRED: Edit = [OPERATION, PARAMETERS, PARAMETERS + parameter(true)];
const OPTIONAL: Edit = [OPERATION, PARAMETERS, PARAMETERS + parameter(false)];
const REMOVED: Edit = [
  "spec/components/schemas/RelationshipRequest.yaml",
  / {2}url:\n( {4}.*\n)+/,
  "",
];
const SPEC_VERSION: Edit = ["spec/openapi.yaml", "version: 0.1.0", "version: 0.2.0"];
const PACKAGE_VERSION: Edit = ["package.json", '"version": "0.1.0"', '"version": "0.2.0"'];

async function edit(cwd: string, [file, text, replacement]: Edit): Promise<void> {
  const before = await readFile(`${cwd}/${file}`, "utf8");
  const after = before.replace(text, replacement);
  expect(after).not.toBe(before);
  await writeFile(`${cwd}/${file}`, after);
}

/** Rates a copy of the repository with these edits; `released` are those of its last release. */
function rate(edits: readonly Edit[], released?: readonly Edit[]) {
  return withCopy(["spec", "scripts", "redocly.yaml"], async (cwd) => {
    if (released !== undefined) {
      for (const change of released) {
        await edit(cwd, change);
      }
      const git = (...args: string[]) =>
        promisify(execFile)("git", ["-c", "user.name=a", "-c", "user.email=a@b.example", ...args], {
          cwd,
        });
      await git("init", "--quiet");
      await git("add", "spec", "package.json");
      await git("commit", "--quiet", "--message", "Release");
      await git("tag", "v0.2.0");
    }
    for (const change of edits) {
      await edit(cwd, change);
    }
    return run("tsx", ["scripts/spec-diff.ts"], { cwd });
  });
}

describe("the rating of changes to the description", () => {
  it.each([
    ["a required query parameter", REQUIRED, "Required `page` query parameter was added."],
    ["a removed property", REMOVED, "/properties/url"],
  ])("refuses %s without a new version", async (_title, change, message) => {
    const { exitCode, stdout, stderr } = await rate([change]);

    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^major: /m);
    expect(stdout).toContain(message);
    expect(stderr).toContain("to 0.2.0 and tell in CHANGELOG.md");
  });

  it("takes a required query parameter with a new version of both", async () => {
    const { exitCode, stdout } = await rate([REQUIRED, SPEC_VERSION, PACKAGE_VERSION]);

    expect(stdout).toContain("the changes ask for a major bump, so for 0.2.0 or later.");
    expect(exitCode).toBe(0);
  });

  it("refuses two versions that differ", async () => {
    const { exitCode, stderr } = await rate([SPEC_VERSION]);

    expect(exitCode).toBe(1);
    expect(stderr).toBe(
      "package.json has version 0.1.0, spec/openapi.yaml 0.2.0. Give both the same.\n",
    );
  });

  it("takes an optional query parameter, and says that it is a minor change", async () => {
    const { exitCode, stdout } = await rate([OPTIONAL]);

    expect(stdout).toContain("the changes ask for a minor bump, so for 0.1.1 or later.");
    expect(exitCode).toBe(0);
  });

  it("compares with the last release, once there is one", async () => {
    const { exitCode, stdout } = await rate([], [REQUIRED, SPEC_VERSION, PACKAGE_VERSION]);

    expect(stdout).toContain("Nothing has changed since v0.2.0 (0.2.0).");
    expect(exitCode).toBe(0);
  });
});
