import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT, run } from "./run.js";
import { baseDescription, bundled } from "./spec-base.js";
import { type Impact, isBefore, isRelease, nextVersion } from "./versions.js";

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

function refuse(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

async function rate(folder: string): Promise<void> {
  const base = await baseDescription(folder);
  if (base === undefined) {
    refuse(
      "There is no earlier release to compare with. Fetch all commits and tags: `git fetch --tags`, with --unshallow in a shallow clone.",
    );
    return;
  }
  const revision = await bundled("partner-center", join(folder, "revision.json"));
  const output = join(folder, "diff.json");
  await run(
    ...["redocly", "diff", base.file, revision],
    ...["--format", "json", "--fail-on", "none", "--output", output],
  );
  const { bump, changes, infoVersions }: Report = JSON.parse(await readFile(output, "utf8"));
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));

  for (const { impact, kind, path, verdicts } of changes) {
    const messages = verdicts.map(({ message }) => message).join(" ");
    console.log(`${impact}: ${kind} ${path}${messages && `: ${messages}`}`);
  }
  const next = nextVersion(infoVersions.base, bump);
  console.log(
    bump === undefined
      ? `Nothing has changed since ${base.name} (${infoVersions.base}).`
      : `Since ${base.name} (${infoVersions.base}) the changes ask for a ${bump} bump, so for ${next} or later.`,
  );

  const { revision: described } = infoVersions;
  if (version !== described) {
    refuse(
      `package.json has version ${version}, spec/openapi.yaml ${described}. Give both the same.`,
    );
  }
  if (!isRelease(described)) {
    refuse(`Expected info.version of spec/openapi.yaml to be three numbers, got ${described}.`);
  } else if (isBefore(described, infoVersions.base)) {
    refuse(`info.version of spec/openapi.yaml is ${described}, before that of ${base.name}.`);
  } else if (bump === "major" && isBefore(described, next)) {
    refuse(
      `Callers will notice. Undo the change, or set info.version of spec/openapi.yaml and the version of package.json to ${next} and tell in CHANGELOG.md.`,
    );
  }
}

const folder = await mkdtemp(join(tmpdir(), "partner-center-spec-diff-"));
try {
  await rate(folder);
} finally {
  await rm(folder, { recursive: true });
}
