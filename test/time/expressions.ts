import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** A regular expression that stands in the sources, and where. */
export interface FoundExpression {
  readonly place: string;
  readonly expression: RegExp;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Every regular expression of `src`, and of the rows that are generated from the description. */
export function expressionsOfSources(): FoundExpression[] {
  const files = readdirSync(`${ROOT}src`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `src/${file}`);
  return [...files, "generated/operations.ts"].sort().flatMap(expressionsOf);
}

function expressionsOf(file: string): FoundExpression[] {
  const found: FoundExpression[] = [];
  const source = ts.createSourceFile(
    file,
    readFileSync(`${ROOT}${file}`, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ place: `${file}:${line + 1}`, expression: expressionOf(node.text) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function expressionOf(literal: string): RegExp {
  const end = literal.lastIndexOf("/");
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}
