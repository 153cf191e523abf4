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

/** A difference that was looked at and is meant to be; or several, whose reason is the same. */
interface Intended {
  /** `every` for whichever has the difference, and `null` for what is said of the whole. */
  readonly operation: string | null;
  /** With `*` for any text. */
  readonly fact: string;
  /** Whatever it is where this is left out. */
  readonly here?: unknown;
  readonly there?: unknown;
  readonly reason: string;
}

/** What `scripts/spec-sources.json` has. */
interface Listed {
  /** Where the vendor's documents have paths that begin otherwise here. */
  readonly elsewhere: readonly {
    readonly here: string;
    readonly there: string;
    readonly reason: string;
  }[];
  readonly differences: readonly Intended[];
}

const files = process.argv.slice(2);
if (files.length === 0) {
  refuseUse(
    "Usage: npm run spec:sources -- FILE...\nEach FILE is a Swagger 2.0 document of the vendor that the description is compared with.",
  );
}
for (const file of files) {
  const given: Partial<Swagger> | null = await readGivenFile(file, (text) => parse(text));
  if (given?.swagger !== "2.0" || given.paths === undefined) {
    refuseUse(`${file} is not a Swagger 2.0 document.`);
  }
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
function shown({ operation, fact, ...difference }: Difference | Intended): string {
  return JSON.stringify({
    operation,
    fact,
    ...difference,
    reason: Reflect.get(difference, "reason") ?? "",
  });
}

const ours = await resolved<OpenApi>("partner-center");
const documents: Swagger[] = [];
for (const file of files) {
  documents.push(
    await resolved<Swagger>(resolve(file)).catch(() =>
      refuseUse(`${file} has references that lead nowhere.`),
    ),
  );
}
const { elsewhere, differences: listed }: Listed = JSON.parse(
  await readFile(join(ROOT, "scripts/spec-sources.json"), "utf8"),
);

/** Where the vendor may have a path of ours. */
function pathsThere(path: string): string[] {
  const others = elsewhere.filter(({ here }) => path === here || path.startsWith(`${here}/`));
  return [path, ...others.map(({ here, there }) => `${there}${path.slice(here.length)}`)];
}

/** How an operation differs; as a whole where none of the vendor's documents has it. */
function operationDifferences(path: string, method: Method, operation: string): Difference[] {
  const [facts] = documents.flatMap((document) =>
    pathsThere(path).flatMap((there) => swaggerFacts(document, there, method) ?? []),
  );
  return facts === undefined
    ? [{ operation, fact: "operation", here: true, there: null }]
    : differences(operation, openApiFacts(ours, path, method), facts);
}

const ofDocuments = documents.flatMap((document) =>
  differences(null, openApiDocumentFacts(ours), swaggerDocumentFacts(document)),
);
const found = [
  ...ofDocuments.filter(
    (one, index) => ofDocuments.findIndex((other) => isDeepStrictEqual(other, one)) === index,
  ),
  ...Object.entries(ours.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const { operationId } = item[method] ?? {};
      return operationId === undefined ? [] : operationDifferences(path, method, operationId);
    }),
  ),
];

function explains(entry: Intended, { operation, fact, here, there }: Difference): boolean {
  const isOfOperation =
    entry.operation === operation || (entry.operation === "every" && operation !== null);
  return (
    isOfOperation &&
    isLike(entry.fact, fact) &&
    (!("here" in entry) || isDeepStrictEqual(entry.here, here)) &&
    (!("there" in entry) || isDeepStrictEqual(entry.there, there))
  );
}

/** Whether a text is a pattern, but for what `*` stands for. */
function isLike(pattern: string, text: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.^$+?()[\]{}|\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(text);
}

const unlisted = found.filter((difference) => !listed.some((entry) => explains(entry, difference)));
const gone = listed.filter((entry) => !found.some((difference) => explains(entry, difference)));
const unexplained = listed.filter(({ reason }) => reason.trim() === "");

for (const difference of found) {
  const reason = listed.find((entry) => explains(entry, difference))?.reason;
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
