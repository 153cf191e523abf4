import { readFile, rm, writeFile } from "node:fs/promises";
import { withCopy } from "../copy.js";
import { run } from "../run.js";
import { createRepository, type Repository } from "./repository.js";

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

const specVersion = (version: string): Edit => [
  "spec/openapi.yaml",
  /^ {2}version: .*$/m,
  `  version: ${version}`,
];
const versions = (version: string): Edit[] => [
  specVersion(version),
  ["package.json", /"version": ".*?"/, `"version": "${version}"`],
];

async function edit(cwd: string, edits: readonly Edit[]): Promise<void> {
  for (const [file, text, replacement] of edits) {
    const before = await readFile(`${cwd}/${file}`, "utf8");
    expect(before).toMatch(text);
    await writeFile(`${cwd}/${file}`, before.replace(text, replacement));
  }
}

/** Rates a copy of this repository after `prepare`; it has version 0.1.0 and no release, whatever this one has. */
function rateAfter(prepare: (copy: { cwd: string; repository: Repository }) => Promise<void>) {
  return withCopy(["spec", "scripts", "redocly.yaml"], async (cwd) => {
    await rm(`${cwd}/scripts/baseline`, { recursive: true, force: true });
    await edit(cwd, versions("0.1.0"));
    await prepare({ cwd, repository: await createRepository(cwd, ["spec", "package.json"]) });
    return run("tsx", ["scripts/spec-diff.ts"], { cwd });
  });
}

/** Rates these edits of release 0.1.0. */
const rate = (...edits: Edit[]) =>
  rateAfter(async ({ cwd, repository }) => {
    await repository.commit("v0.1.0");
    await edit(cwd, edits);
  });

describe("the rating of changes to the description", () => {
  it.each([
    ["a required query parameter", REQUIRED, "Required `page` query parameter was added."],
    ["a removed property", REMOVED, "/properties/url"],
  ])("refuses %s without a new version", async (_title, change, message) => {
    const { exitCode, stdout, stderr } = await rate(change);

    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^major: /m);
    expect(stdout).toContain(message);
    expect(stderr).toContain("to 0.2.0 and tell in CHANGELOG.md");
  });

  it("takes a required query parameter with a new version of both", async () => {
    const { exitCode, stdout } = await rate(REQUIRED, ...versions("0.2.0"));

    expect(stdout).toContain("Since v0.1.0 (0.1.0) the changes ask for a major bump, so for 0.2.0");
    expect(exitCode).toBe(0);
  });

  it("takes an optional query parameter, and says that it is a minor change", async () => {
    const { exitCode, stdout } = await rate(OPTIONAL);

    expect(stdout).toContain("the changes ask for a minor bump, so for 0.1.1 or later.");
    expect(exitCode).toBe(0);
  });

  it("asks for a new major version once there is a 1.0.0", async () => {
    const { exitCode, stderr } = await rateAfter(async ({ cwd, repository }) => {
      await edit(cwd, versions("1.2.3"));
      await repository.commit("v1.2.3");
      await edit(cwd, [REQUIRED, ...versions("1.10.0")]);
    });

    expect(stderr).toContain("to 2.0.0 and tell in CHANGELOG.md");
    expect(exitCode).toBe(1);
  });

  it.each([
    [
      "two versions that differ",
      [specVersion("0.2.0")],
      "package.json has version 0.1.0, spec/openapi.yaml 0.2.0. Give both the same.\n",
    ],
    [
      "a prerelease",
      versions("0.2.0-rc.1"),
      "Expected info.version of spec/openapi.yaml to be three numbers, got 0.2.0-rc.1.\n",
    ],
    [
      "a version before the last",
      versions("0.0.9"),
      "info.version of spec/openapi.yaml is 0.0.9, before that of v0.1.0.\n",
    ],
  ])("refuses %s", async (_title, edits, message) => {
    const { exitCode, stderr } = await rate(...edits);

    expect(stderr).toBe(message);
    expect(exitCode).toBe(1);
  });
});

describe("what changes are rated against", () => {
  it("is the last release", async () => {
    const { exitCode, stdout } = await rateAfter(async ({ cwd, repository }) => {
      await repository.commit("v0.1.0");
      await edit(cwd, [REQUIRED, ...versions("0.2.0")]);
      await repository.commit("v0.2.0");
      await repository.commit();
    });

    expect(stdout).toBe("Nothing has changed since v0.2.0 (0.2.0).\n");
    expect(exitCode).toBe(0);
  });

  it("is the release before it, of a release as it was committed", async () => {
    const { exitCode, stdout } = await rateAfter(async ({ cwd, repository }) => {
      await repository.commit("v0.1.0");
      await edit(cwd, [REQUIRED, ...versions("0.1.1")]);
      await repository.commit("v0.1.1");
    });

    expect(stdout).toContain("Since v0.1.0 (0.1.0) the changes ask for a major bump");
    expect(exitCode).toBe(1);
  });

  it("is the release itself, of what is not yet committed after it", async () => {
    const { exitCode, stdout } = await rateAfter(async ({ cwd, repository }) => {
      await repository.commit("v0.1.0");
      await edit(cwd, versions("0.2.0"));
      await repository.commit("v0.2.0");
      await edit(cwd, [REQUIRED]);
    });

    expect(stdout).toContain("Since v0.2.0 (0.2.0) the changes ask for a major bump");
    expect(exitCode).toBe(1);
  });

  it("is no prerelease", async () => {
    const { stdout } = await rateAfter(async ({ cwd, repository }) => {
      await repository.commit("v0.1.0");
      await edit(cwd, [OPTIONAL]);
      await repository.commit("v0.2.0-rc.1");
      await repository.commit();
    });

    expect(stdout).toContain("Since v0.1.0 (0.1.0) the changes ask for a minor bump");
  });

  it("is the committed baseline while there is no release", async () => {
    const { exitCode, stdout } = await rateAfter(async ({ cwd }) => {
      const baseline = "scripts/baseline/openapi.json";
      await run("redocly", ["bundle", "partner-center", "--output", baseline], { cwd });
    });

    expect(stdout).toBe("Nothing has changed since scripts/baseline/openapi.json (0.1.0).\n");
    expect(exitCode).toBe(0);
  });

  it("is asked for where neither is", async () => {
    const { exitCode, stderr } = await rateAfter(({ repository }) => repository.commit());

    expect(stderr).toBe(
      "There is no earlier release to compare with. Fetch all commits and tags: `git fetch --tags`, with --unshallow in a shallow clone.\n",
    );
    expect(exitCode).toBe(1);
  });
});
