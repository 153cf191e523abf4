import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compile } from "./compile.js";
import { withCopy } from "./copy.js";

const TYPES = ["client", "sandbox"].map((entry) =>
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
