import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BUNDLE, bundleDescription } from "./description.js";
import { ROOT } from "./run.js";
import { lastRelease, requireHistory, startOfBranch } from "./spec-base.js";
import { type Change, changesBetween } from "./spec-changes.js";
import { type Impact, isBefore, isRelease, nextVersion } from "./versions.js";

const readFromPackage = (file: string) => readFile(join(ROOT, file), "utf8");

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

async function rate(): Promise<void> {
  await requireHistory();
  const release = await lastRelease();
  const start = await startOfBranch();
  const description = await bundleDescription();

  const sinceRelease = await changesBetween(release.description, description);
  const { base: released, revision: version } = sinceRelease.infoVersions;
  const comparisons = [
    { name: `${release.name} (${released})`, changes: sinceRelease.changes, changelog: "" },
  ];
  if (start?.description !== undefined) {
    const { changes } = await changesBetween(start.description, description);
    comparisons.push({ name: start.name, changes, changelog: start.changelog ?? "" });
  }

  for (const { name, changes } of comparisons) {
    console.log(`Since ${name}: ${summaryOf(changes)}.`);
  }
  if (start === undefined) {
    console.log("There is no earlier commit to compare with.");
  } else if (start.description === undefined) {
    console.log(`Since ${start.name}: nothing to compare, as it has no ${BUNDLE}.`);
  }
  const majors = comparisons.flatMap(({ changes, changelog }) =>
    changes.filter(isMajor).map((change) => ({ ...change, changelog })),
  );
  const next = nextVersion(released, majors.length > 0 ? "major" : sinceRelease.bump);
  console.log(`The version is ${version}; it has to be ${next} or later.`);

  await checkMajors(majors, version, nextVersion(released, "major"));
  for (const { name, changes } of comparisons) {
    console.log(`\nNot breaking since ${name}: ${countsByFolder(changes)}.`);
  }
  await checkVersion(version, release.name, released);
}

function summaryOf(changes: readonly Change[]): string {
  const count = (impact: Impact) => changes.filter((change) => change.impact === impact).length;
  return `${count("major")} major, ${count("minor")} minor, ${count("patch")} patch`;
}

/** Counts the changes that break nothing by the folder of spec/ that they are in. */
function countsByFolder(changes: readonly Change[]): string {
  const counts = new Map<string, number>();
  for (const { impact, file } of changes.filter((change) => !isMajor(change))) {
    const kind = `${impact} in ${dirname(file)}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return (
    [...counts]
      .sort()
      .map(([kind, count]) => `${count} ${kind}`)
      .join(", ") || "no changes"
  );
}

function isMajor({ impact }: Change): boolean {
  return impact === "major";
}

/**
 * Prints the major changes, each once for all the operations that share it.
 * Fails for one that a version before `required` or the changelog does not announce.
 */
async function checkMajors(
  majors: readonly (Change & { readonly changelog: string })[],
  version: string,
  required: string,
) {
  const isRaised = !isBefore(version, required);
  const section = isRaised ? version : required;
  const changelog = await readFromPackage("CHANGELOG.md");
  for (const message of new Set(majors.map((change) => change.message))) {
    const places = majors.filter((change) => change.message === message);
    const files = new Set(places.map(({ file }) => file));
    const unnamed = new Set(
      places.flatMap((change) => {
        const named = namedAsBreaking(changelog, section, change.changelog);
        return change.names.filter((name) => !named.has(name));
      }),
    );
    const remedies = [
      ...(isRaised ? [] : [`raise info.version and the version of package.json to ${required}`]),
      ...(unnamed.size === 0
        ? []
        : [
            `name \`${[...unnamed].join("`, `")}\` in a new line under "Breaking" of ${section} in CHANGELOG.md`,
          ]),
    ];
    console.log(`\nmajor: ${message}\n  ${[...files].join(", ")}`);
    if (remedies.length === 0) {
      console.log("  The version and CHANGELOG.md announce it.");
    } else {
      console.log(`  Undo it, or ${remedies.join(" and ")}.`);
      process.exitCode = 1;
    }
  }
}

/** Returns the words that are set as code under "### Breaking" in the section of a version, in lines that `earlier` lacks. */
function namedAsBreaking(changelog: string, version: string, earlier: string): Set<string> {
  const section = changelog.split(/^## /m).find((text) => text.startsWith(`${version} `));
  const breaking = section?.split(/^### /m).find((text) => text.startsWith("Breaking\n")) ?? "";
  const known = new Set(earlier.split("\n"));
  const lines = breaking.split("\n").filter((line) => !known.has(line));
  const code = [...lines.join("\n").matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
  return new Set(code.flatMap((text) => text.split(/[^\w-]+/)));
}

async function checkVersion(version: string, release: string, released: string) {
  const { version: packaged } = JSON.parse(await readFromPackage("package.json"));
  if (packaged !== version) {
    fail(`package.json has version ${packaged}, spec/openapi.yaml ${version}. Give both the same.`);
  }
  if (!isRelease(version)) {
    fail(`Invalid info.version of spec/openapi.yaml: expected three numbers, got ${version}.`);
  } else if (isBefore(version, released)) {
    fail(`info.version of spec/openapi.yaml is ${version}, before that of ${release}.`);
  }
}

await rate().catch((error: unknown) => {
  fail(`Nothing was rated: ${error instanceof Error ? error.message : error}`);
});
