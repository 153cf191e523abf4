import { type Execution, executeRedocly } from "./run.js";
import { brokenAnchors } from "./spec-anchors.js";
import { followReferences, type Problem, readSpecFiles, syntaxProblems } from "./spec-files.js";

/** The output of `redocly lint --format json`, as far as it is read here. */
interface Report {
  readonly problems: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly suggest: readonly string[];
    readonly location: readonly [
      {
        readonly source: { readonly ref: string };
        readonly start: { readonly line: number; readonly col: number };
      },
    ];
  }[];
}

// What these rules find makes others report more.
const FIRST_RULES = ["no-unresolved-refs", "struct"];

/**
 * Returns what to correct in the description. Problems that others follow from are returned alone.
 * Throws when Redocly fails otherwise.
 */
export async function findSpecProblems(): Promise<readonly Problem[]> {
  const options = ["--lint-config", "error", "--format", "json", "--max-problems", "1000"];
  const [lint, files] = await Promise.all([executeRedocly("lint", ...options), readSpecFiles()]);
  const { missing, orphans } = followReferences(files);
  const unreadable = firstNonEmpty([syntaxProblems(files), missing]);
  if (unreadable !== undefined) {
    return unreadable;
  }
  const found = redoclyProblems(lint);
  const problems = firstNonEmpty([
    ...FIRST_RULES.map((first) => found.filter(({ rule }) => rule === first)),
    [...orphans, ...found].sort(byPlace),
    brokenAnchors(files),
  ]);
  return problems ?? [];
}

function firstNonEmpty(lists: readonly (readonly Problem[])[]): readonly Problem[] | undefined {
  return lists.find((problems) => problems.length > 0);
}

/** Formats problems, a line each, so that terminals and editors can open their places. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems.map(formatProblem).join("\n");
}

function formatProblem({ file, line, column, message, rule }: Problem): string {
  return `${file}:${line}:${column}  ${message}  (${rule})`;
}

function redoclyProblems({ exitCode, stdout, stderr }: Execution): Problem[] {
  // One report for each description, without anything between them.
  const reports: Report[] = stdout
    .split(/(?<=^\})(?=\{$)/m)
    .filter((text) => text !== "")
    .map((text) => JSON.parse(text));
  const problems = reports.flatMap((report) => report.problems.map(toProblem));
  if (problems.length === 0 && exitCode !== 0) {
    throw new Error(`Redocly failed:\n${stderr}`);
  }
  // A problem of a shared part is reported for each of its uses.
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()];
}

function toProblem({ ruleId, message, suggest, location }: Report["problems"][number]): Problem {
  const [{ source, start }] = location;
  const [near] = suggest;
  const advice = near === undefined ? "" : ` Did you mean \`${near}\`?`;
  return {
    file: source.ref,
    line: start.line,
    column: start.col,
    message: `${message.replaceAll(/\s+/g, " ")}${advice}`,
    rule: ruleId,
  };
}

function byPlace(one: Problem, other: Problem): number {
  return (
    one.file.localeCompare(other.file, "en") || one.line - other.line || one.column - other.column
  );
}
