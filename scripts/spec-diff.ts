import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT, run } from "./run.js";

type Impact = "major" | "minor" | "patch";

/** What `redocly diff` says, as far as it is read here. */
interface Report {
  readonly infoVersions: { readonly base: string; readonly revision: string };
  readonly bump?: Impact;
  readonly changes: readonly {
    readonly kind: string;
    readonly path: string;
    readonly impact: Impact;
    readonly verdicts: readonly { readonly message: string }[];
  }[];
}

const execute = promisify(execFile);

/** The latest release that the working description comes after, if there is one and git can tell. */
async function latestRelease(): Promise<string | undefined> {
  try {
    const args = ["describe", "--tags", "--abbrev=0", "--match", "v[0-9]*"];
    return (await execute("git", args, { cwd: ROOT })).stdout.trim();
  } catch {
    return undefined;
  }
}

/** The description of a release, or the committed one while there is no release. */
async function baseDescription(release: string | undefined, folder: string): Promise<string> {
  if (release === undefined) {
    return join(ROOT, "scripts/baseline/openapi.json");
  }
  const archive = join(folder, "release.tar");
  await execute("git", ["archive", "--output", archive, release, "spec"], { cwd: ROOT });
  await execute("tar", ["--extract", "--file", archive, "--directory", folder]);
  return bundled(join(folder, "spec/openapi.yaml"), join(folder, "base.json"));
}

/** One file of a description in many, as the two compared have to be of one form. */
async function bundled(description: string, output: string): Promise<string> {
  await run("redocly", "bundle", description, "--output", output);
  return output;
}

/** The lowest version that may follow `version` after changes of this impact; while it is 0.x, a major change takes a minor bump. */
function nextVersion(version: string, impact: Impact | undefined): string {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (impact === "major") {
    return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
  }
  if (impact === "minor") {
    return major === 0 ? `0.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`;
  }
  return impact === "patch" ? `${major}.${minor}.${patch + 1}` : version;
}

function isBefore(version: string, other: string): boolean {
  return version.localeCompare(other, "en", { numeric: true }) < 0;
}

const folder = await mkdtemp(join(tmpdir(), "partner-center-spec-diff-"));
try {
  const release = await latestRelease();
  const base = await baseDescription(release, folder);
  const revision = await bundled("partner-center", join(folder, "revision.json"));
  const output = join(folder, "diff.json");
  await run(
    ...["redocly", "diff", base, revision],
    ...["--format", "json", "--fail-on", "none", "--output", output],
  );
  const { bump, changes, infoVersions }: Report = JSON.parse(await readFile(output, "utf8"));
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));

  for (const { impact, kind, path, verdicts } of changes) {
    const messages = verdicts.map(({ message }) => message).join(" ");
    console.log(`${impact}: ${kind} ${path}${messages && `: ${messages}`}`);
  }
  const next = nextVersion(infoVersions.base, bump);
  const since = release ?? "scripts/baseline/openapi.json";
  console.log(
    bump === undefined
      ? `Nothing has changed since ${since} (${infoVersions.base}).`
      : `Since ${since} (${infoVersions.base}) the changes ask for a ${bump} bump, so for ${next} or later.`,
  );

  if (version !== infoVersions.revision) {
    console.error(
      `package.json has version ${version}, spec/openapi.yaml ${infoVersions.revision}. Give both the same.`,
    );
    process.exitCode = 1;
  }
  if (bump === "major" && isBefore(infoVersions.revision, next)) {
    console.error(
      `Callers will notice. Undo the change, or set info.version of spec/openapi.yaml and the version of package.json to ${next} and tell in CHANGELOG.md.`,
    );
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true });
}
