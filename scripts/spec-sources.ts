import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import { readGivenFile, refuseUse } from "./given-file.js";
import { ROOT, run } from "./run.js";
import { type Difference, differences } from "./spec-differences.js";
import { METHODS, type Method, type OpenApi, type Swagger } from "./spec-documents.js";
import {
  openApiDocumentFacts,
  openApiFacts,
  swaggerDocumentFacts,
  swaggerFacts,
} from "./spec-facts.js";

/** A difference that was looked at and is meant to be. */
interface Intended extends Difference {
  readonly reason: string;
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  refuseUse(
    "Usage: npm run spec:sources -- FILE\nFILE is the Swagger 2.0 document of the vendor that the description is compared with.",
  );
}
const given: Partial<Swagger> | null = await readGivenFile(file, (text) => parse(text));
if (given?.swagger !== "2.0" || given.paths === undefined) {
  refuseUse(`${file} is not a Swagger 2.0 document.`);
}

/** The document in `file`, without references. */
async function resolved<Document>(file: string): Promise<Document> {
  const folder = await mkdtemp(join(tmpdir(), "partner-center-spec-sources-"));
  try {
    const output = join(folder, "resolved.json");
    await run("redocly", "bundle", file, "--dereferenced", "--output", output);
    return JSON.parse(await readFile(output, "utf8"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A difference as `scripts/spec-sources.json` has it, with a reason still to be given. */
function shown(difference: Difference): string {
  return JSON.stringify({ ...difference, reason: "" });
}

const ours = await resolved<OpenApi>("partner-center");
const theirs = await resolved<Swagger>(resolve(file)).catch(() =>
  refuseUse(`${file} has references that lead nowhere.`),
);
const listed: readonly Intended[] = JSON.parse(
  await readFile(join(ROOT, "scripts/spec-sources.json"), "utf8"),
);

/** How an operation differs; as a whole where the vendor's document does not have it. */
function operationDifferences(path: string, method: Method, operation: string): Difference[] {
  const facts = swaggerFacts(theirs, path, method);
  return facts === undefined
    ? [{ operation, fact: "operation", here: true, there: null }]
    : differences(operation, openApiFacts(ours, path, method), facts);
}

const found = [
  ...differences(null, openApiDocumentFacts(ours), swaggerDocumentFacts(theirs)),
  ...Object.entries(ours.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const { operationId } = item[method] ?? {};
      return operationId === undefined ? [] : operationDifferences(path, method, operationId);
    }),
  ),
];
const same = (one: Difference) => (other: Difference) =>
  one.operation === other.operation &&
  one.fact === other.fact &&
  isDeepStrictEqual(one.here, other.here) &&
  isDeepStrictEqual(one.there, other.there);
const unlisted = found.filter((difference) => !listed.some(same(difference)));
const gone = listed.filter((difference) => !found.some(same(difference)));
const unexplained = listed.filter(({ reason }) => reason.trim() === "");

for (const difference of found) {
  const reason = listed.find(same(difference))?.reason;
  const { operation, fact, here, there } = difference;
  console.log(
    `${operation ?? "every operation"}: ${fact}: here ${JSON.stringify(here)}, there ${JSON.stringify(there)}${reason ? `\n  ${reason}` : ""}`,
  );
}
for (const [title, differences] of [
  ["Not listed in scripts/spec-sources.json", unlisted],
  ["Listed there, but no difference any more", gone],
  ["Listed there without a reason", unexplained],
] as const) {
  if (differences.length > 0) {
    console.error(`${title}:\n${differences.map(shown).join("\n")}`);
    process.exitCode = 1;
  }
}
console.log(`${found.length} differences, ${found.length - unlisted.length} of them listed.`);
