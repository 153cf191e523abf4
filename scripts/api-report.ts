import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import ts from "typescript";
import { codeEntries, declarationsOf, type Entry } from "./entries.js";

const REPORTS = "test/api";
const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

/** What callers of one entry can see: each export, by name, and the types that these mention without exporting them. */
function report(program: ts.Program, { name, module }: Entry): string {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(resolve(declarationsOf(module)));
  const entry = file && checker.getSymbolAtLocation(file);
  if (entry === undefined) {
    throw new Error(`${declarationsOf(module)} exports nothing.`);
  }
  const resolved = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const exported = new Set(checker.getExportsOfModule(entry).map(resolved));
  const mentioned = new Set<ts.Symbol>();
  const visit = (node: ts.Node): void => {
    const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    if (symbol !== undefined) {
      mention(resolved(symbol));
    }
    ts.forEachChild(node, visit);
  };
  const mention = (symbol: ts.Symbol): void => {
    if (!exported.has(symbol) && !mentioned.has(symbol) && isOurs(symbol)) {
      mentioned.add(symbol);
      declarations(symbol).forEach(visit);
    }
  };
  for (const symbol of exported) {
    declarations(symbol).forEach(visit);
  }
  return `# ${name === "index" ? "partner-center-client" : `partner-center-client/${name}`}

Written by \`npm run api\`. A change here is a change for callers: a removal or a narrower type is a major one.
${section("Exports", exported)}${section("Mentioned, not exported", mentioned)}`;
}

function section(title: string, symbols: ReadonlySet<ts.Symbol>): string {
  const printer = ts.createPrinter({ removeComments: true });
  const texts = [...symbols]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((symbol) =>
      declarations(symbol).map((node) =>
        isGenerated(node)
          ? `/* ${symbol.name}: generated/openapi.ts */`
          : printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()),
      ),
    );
  return texts.length === 0 ? "" : `\n## ${title}\n\n\`\`\`ts\n${texts.join("\n\n")}\n\`\`\`\n`;
}

/** Where a symbol is declared; a variable's whole statement, with its keyword. */
function declarations(symbol: ts.Symbol): ts.Node[] {
  return (symbol.declarations ?? []).map((node) =>
    ts.isVariableDeclaration(node) ? node.parent.parent : node,
  );
}

/** Whether a declaration is of the description, and so in a file that is committed and has a diff of its own. */
function isGenerated(node: ts.Node): boolean {
  return node.getSourceFile().fileName.includes("/generated/");
}

/** Whether a symbol stands at the top of one of our own files, where it may be mentioned from elsewhere. */
function isOurs(symbol: ts.Symbol): boolean {
  return declarations(symbol).some(
    (node) =>
      ts.isSourceFile(node.parent) && !node.getSourceFile().fileName.includes("/node_modules/"),
  );
}

const entries = await codeEntries(".");
const files = entries.map(({ module }) => declarationsOf(module));
const missing = files.find((file) => !existsSync(file));
if (missing !== undefined) {
  console.error(`${missing} is missing. \`npm run build\` comes first.`);
  process.exit(1);
}
const program = ts.createProgram(
  files.map((file) => resolve(file)),
  OPTIONS,
);
const reports = new Map(entries.map((entry) => [`${entry.name}.md`, report(program, entry)]));

if (process.argv.includes("--check")) {
  const committed = new Map(
    await Promise.all(
      (await readdir(REPORTS)).map(
        async (file) => [file, await readFile(join(REPORTS, file), "utf8")] as const,
      ),
    ),
  );
  const names = new Set([...reports.keys(), ...committed.keys()]);
  const changed = [...names].filter((name) => reports.get(name) !== committed.get(name));
  if (changed.length > 0) {
    console.error(
      `${changed.map((name) => join(REPORTS, name)).join(", ")} does not match what the package exports. Run \`npm run api\`, read the difference as a caller would, and commit it.`,
    );
    process.exitCode = 1;
  }
} else {
  await mkdir(REPORTS, { recursive: true });
  for (const [name, text] of reports) {
    await writeFile(join(REPORTS, name), text);
    console.log(`Wrote ${join(REPORTS, name)}`);
  }
}
