import { writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { codeEntries, declarationsOf, type Entry } from "./entries.js";
import { ROOT } from "./run.js";

const MODE = '{ "resolution-mode": "import" }';

/**
 * Writes the declarations that CommonJS callers get: they name those of the ES modules, which are there once,
 * so that both kinds of caller also have the same types.
 */
export async function writeCommonJsTypes(): Promise<void> {
  const entries = await codeEntries(ROOT);
  const program = ts.createProgram(
    entries.map(({ module }) => join(ROOT, declarationsOf(module))),
    { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  );
  await Promise.all(
    entries.map((entry) =>
      writeFile(join(ROOT, declarationsOf(entry.commonJs)), commonJsTypes(program, entry)),
    ),
  );
}

/** The declarations of one entry. A value cannot be re-exported from a module of the other kind, only be given its type. */
function commonJsTypes(program: ts.Program, { module, commonJs }: Entry): string {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(join(ROOT, declarationsOf(module)));
  const symbol = file && checker.getSymbolAtLocation(file);
  if (symbol === undefined) {
    throw new Error(`${declarationsOf(module)} is missing or exports nothing.`);
  }
  const path = relative(dirname(commonJs), module).replaceAll("\\", "/");
  const imported = `import("${path}", { with: ${MODE} })`;
  const types: string[] = [];
  const values: string[] = [];
  for (const exported of checker.getExportsOfModule(symbol)) {
    const { name } = exported;
    const { flags } =
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (!(flags & ts.SymbolFlags.Value)) {
      types.push(name);
    } else {
      values.push(`export declare const ${name}: typeof ${imported}.${name};\n`);
      if (flags & ts.SymbolFlags.Type) {
        values.push(`export type ${name} = ${imported}.${name};\n`);
      }
    }
  }
  return `export type { ${types.join(", ")} } from "${path}" with ${MODE};\n${values.join("")}`;
}
