import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenAPI3 } from "openapi-typescript";
import { keysOf, partAt, resolved } from "./description.js";
import { ROOT, redocly } from "./run.js";
import type { Impact } from "./versions.js";

export interface Change {
  readonly impact: Impact;
  /** What changed; empty unless the change is major. */
  readonly message: string;
  /** The file of spec/ that it is about. */
  readonly file: string;
  /** The names by which callers know what changed. */
  readonly names: readonly string[];
}

/** The report of `redocly diff`, as far as it is read here. */
interface Report {
  readonly infoVersions: { readonly base: string; readonly revision: string };
  readonly bump?: Impact;
  readonly changes: readonly {
    readonly impact: Impact;
    readonly path: string;
    readonly property?: string;
    readonly verdicts: readonly { readonly message: string }[];
    readonly base?: { readonly pointer: string };
    readonly revision?: { readonly pointer: string };
  }[];
}

/** Rates the changes between two descriptions, given as JSON; `bump` is the highest impact. */
export async function changesBetween(base: string, revision: string) {
  const folder = await mkdtemp(join(tmpdir(), "partner-center-spec-diff-"));
  const file = (name: string) => join(folder, name);
  try {
    await writeFile(file("base.json"), base);
    await writeFile(file("revision.json"), revision);
    await redocly(
      ...(["diff", file("base.json"), file("revision.json")] as const),
      ...["--format", "json", "--fail-on", "none", "--output", file("diff.json")],
    );
    const report: Report = JSON.parse(await readFile(file("diff.json"), "utf8"));
    return { ...report, changes: changesOf(report, JSON.parse(base), JSON.parse(revision)) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function changesOf({ changes }: Report, before: OpenAPI3, after: OpenAPI3): Change[] {
  return changes
    .filter(({ path, property }) => !(path === "#/info" && property === "version"))
    .map(({ impact, verdicts, base, revision }) => ({
      impact,
      // Redocly's own rules come last and say more than ours.
      message: verdicts.at(-1)?.message ?? "",
      file: fileOf(keysOf((revision ?? base)?.pointer ?? "")),
      names: base
        ? namesAt(before, keysOf(base.pointer))
        : namesAt(after, keysOf(revision?.pointer ?? "")),
    }));
}

/** Returns the file under spec/ that a part of the bundle comes from: the root if it has, or now has, none of its own. */
function fileOf([section, name = "", component = ""]: readonly string[]): string {
  const files: Readonly<Record<string, string>> = {
    components: `spec/components/${name}/${component}.yaml`,
    paths: `spec/paths/${name.slice(1).replaceAll("/", "_")}.yaml`,
    webhooks: `spec/webhooks/${name}.yaml`,
  };
  const file = files[section ?? ""];
  return file !== undefined && existsSync(join(ROOT, file)) ? file : "spec/openapi.yaml";
}

/** Returns the innermost name around a part: of a parameter, property, header, component or operation. */
function namesAt(description: OpenAPI3, keys: readonly string[]): readonly string[] {
  if (keys.length < 2) {
    return keys;
  }
  const [map = "", key = ""] = keys.slice(-2);
  const part = resolved(description, Object(partAt(description, keys)));
  if (typeof part.in === "string") {
    return [part.name];
  }
  if (part.operationId !== undefined) {
    return [part.operationId];
  }
  if (keys.length === 2 && (map === "paths" || map === "webhooks")) {
    return Object.values<{ operationId?: string }>(part).flatMap(
      ({ operationId }) => operationId ?? [],
    );
  }
  const isComponent = keys.length === 3 && keys[0] === "components";
  return isComponent || map === "properties" || map === "headers"
    ? [key]
    : namesAt(description, keys.slice(0, -1));
}
