import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { compile } from "./compile.js";
import { ROOT, withCopy } from "./copy.js";

const TYPES = ["client", "methods", "sandbox"].map((entry) =>
  fileURLToPath(new URL(`types/${entry}.ts`, import.meta.url)),
);

describe("the types", () => {
  // `npm run typecheck` does the same with exactOptionalPropertyTypes, which tsconfig.json has.
  it("take what they should and refuse what they must without exactOptionalPropertyTypes too", () =>
    expect(compile(TYPES, { exactOptionalPropertyTypes: false })).resolves.toEqual([]));

  it("are found out when they take what they must refuse", () =>
    withCopy(["test/types"], async (directory) => {
      const file = `${directory}/test/types/wrong.ts`;
      await writeFile(file, "// @ts-expect-error nothing is wrong here\nexport const fine = 1;\n");

      await expect(compile([file])).resolves.toEqual([
        `${file}:1 Unused '@ts-expect-error' directive.`,
      ]);
    }));
});

/** Returns what an editor shows over each of these words, at its first place in the source. */
function hovers(source: string, words: readonly string[]): string[] {
  const file = `${ROOT}test/hover.ts`;
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const read = (path: string) => (path === file ? source : ts.sys.readFile(path));
  const service = ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const text = read(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ROOT,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  return words.map((word) => {
    const info = service.getQuickInfoAtPosition(file, source.indexOf(word));
    const tags = info?.tags?.map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`);
    return [
      ts.displayPartsToString(info?.displayParts),
      ts.displayPartsToString(info?.documentation).split("\n")[0],
      ...(tags ?? []),
    ].join("\n");
  });
}

describe("an editor shows of a method", () => {
  it("its summary, its parameters with their descriptions, and its result by name", () => {
    const source = `import { createPartnerCenterClient } from "partner-center-client";
const client = createPartnerCenterClient({ credential: () => "a" });
export const one = client.getCustomer({ customer_id: "a" });
export const all = client.listCustomers({ size: 1 });
`;

    expect(hovers(source, ["getCustomer", "customer_id", "listCustomers"])).toEqual([
      [
        "(property) getCustomer: (parameters: GetCustomerParameters, options?: CallOptions) => CallPromise<Customer>",
        "Get customer",
        "@param parameters.customer_id The customer's tenant id, which is the `id` of the customer in lists and in events.",
      ].join("\n"),
      expect.stringMatching(
        /^\(property\) GetCustomerParameters\.customer_id: string\n.*\n@description The customer's tenant id/,
      ),
      expect.stringContaining(
        "listCustomers: (parameters?: ListCustomersParameters | undefined, options?: CallOptions) => PagedItems<Customer>",
      ),
    ]);
  });
});
