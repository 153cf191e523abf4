import { readdir, readFile } from "node:fs/promises";
import { dirname, join, normalize, relative } from "node:path/posix";
import { type Document, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { nearestPath } from "./nearest-path.js";
import { ROOT } from "./run.js";

/** The root of the description, from the package's folder. */
export const DESCRIPTION = "spec/openapi.yaml";

const REFERENCED_FOLDERS = /^spec\/(paths|components|code-samples|webhooks)\//;

/** Something to correct in the description: where it is, what to do, and the rule that found it. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly rule: string;
}

/** A YAML or JSON file of the description. */
export interface SpecDocument {
  readonly document: Document;
  readonly text: string;
  /** Creates a problem at an offset of the text. */
  problemAt(offset: number, message: string, rule: string): Problem;
}

export interface SpecFiles {
  /** The paths of all files in spec/, from the package's folder. */
  readonly paths: readonly string[];
  /** The YAML and JSON files, by path. */
  readonly documents: ReadonlyMap<string, SpecDocument>;
}

export async function readSpecFiles(): Promise<SpecFiles> {
  const entries = await readdir(join(ROOT, "spec"), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !isEditorFile(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
  const documents = paths
    .filter((path) => /\.(yaml|json)$/.test(path))
    .map(async (path) => {
      const text = await readFile(join(ROOT, path), "utf8");
      return [path, parseSpecDocument(path, text)] as const;
    });
  return { paths, documents: new Map(await Promise.all(documents)) };
}

/** Whether it is the name of a swap or backup file, which editors keep beside the files they edit. */
export function isEditorFile(name: string): boolean {
  return /^[.#]|~$/.test(name);
}

function parseSpecDocument(file: string, text: string): SpecDocument {
  const lineCounter = new LineCounter();
  return {
    document: parseDocument(text, { lineCounter, prettyErrors: false }),
    text,
    problemAt(offset, message, rule) {
      const { line, col: column } = lineCounter.linePos(offset);
      return { file, line, column, message, rule };
    },
  };
}

/** Returns the first syntax error of each file; later ones usually follow from it. */
export function syntaxProblems({ documents }: SpecFiles): Problem[] {
  return [...documents.values()].flatMap(({ document, problemAt }) =>
    document.errors
      .slice(0, 1)
      .map(({ pos: [offset], message }) =>
        problemAt(offset, `Invalid syntax: ${message}`, "syntax"),
      ),
  );
}

/** Follows the references from the description. Returns those to missing files, and the files that none leads to. */
export function followReferences({ paths, documents }: SpecFiles) {
  const missing: Problem[] = [];
  const reached = new Set([DESCRIPTION]);
  // Iterating over a set includes what is added meanwhile.
  for (const path of reached) {
    const source = documents.get(path);
    if (source === undefined) {
      continue;
    }
    for (const { value, start } of textsOf(source, "$ref")) {
      const [file] = value.split("#");
      const target = file ? normalize(join(dirname(path), file)) : path;
      if (paths.includes(target)) {
        reached.add(target);
      } else {
        const near = nearestPath(target, paths);
        const advice =
          near === undefined
            ? "Create it, or correct the reference."
            : `Did you mean \`${relative(dirname(path), near)}\`?`;
        const message = `\`${value}\` does not exist. ${advice}`;
        missing.push(source.problemAt(start, message, "no-missing-files"));
      }
    }
  }
  const orphans = paths
    .filter((path) => REFERENCED_FOLDERS.test(path) && !reached.has(path))
    .map((file): Problem => {
      const message = "Nothing refers to this file. Refer to it, or delete it.";
      return { file, line: 1, column: 1, message, rule: "no-orphans" };
    });
  return { missing, orphans };
}

/** A text in a document and where its source is. */
export interface SpecText {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the texts that have this key, anywhere in a document. */
export function textsOf({ document }: SpecDocument, name: string): SpecText[] {
  const texts: SpecText[] = [];
  visit(document, {
    Pair(_, { key, value: node }) {
      if (isScalar(key) && key.value === name && isScalar(node) && node.range) {
        const { value, range } = node;
        if (typeof value === "string") {
          texts.push({ value, start: range[0], end: range[1] });
        }
      }
    },
  });
  return texts;
}
