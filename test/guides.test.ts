import { writeFile } from "node:fs/promises";
import { compile } from "./compile.js";
import { withCopy } from "./copy.js";
import { guideExamples } from "./guides.js";

describe("the examples of the guides", () => {
  it("compile", async () => {
    const examples = [...(await guideExamples())].flatMap(([guide, codes]) =>
      codes.map((code, index) => ({ name: `${guide}-${index}.ts`, code })),
    );

    expect(examples.length).toBeGreaterThan(1);
    await withCopy([], async (directory) => {
      const files = examples.map(({ name }) => `${directory}/${name}`);
      await Promise.all(files.map((file, index) => writeFile(file, examples[index]?.code ?? "")));

      expect(compile(files, { skipLibCheck: true })).toEqual([]);
    });
    // The declarations of what they import are large.
  }, 120_000);

  it("of stores are shorter than twelve lines", async () => {
    const examples = (await guideExamples()).get("sign-in-for-services.md") ?? [];
    const stores = examples.filter((code) => code.includes("export const store: TokenStore"));

    expect(stores).toHaveLength(2);
    for (const store of stores) {
      expect(store.trimEnd().split("\n").length).toBeLessThan(12);
    }
  });
});
