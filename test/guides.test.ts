import { writeFile } from "node:fs/promises";
import { compile } from "./compile.js";
import { withCopy } from "./copy.js";
import { guideExamples, guides } from "./examples.js";

describe("the examples of the guides", () => {
  it("compile", async () => {
    const examples = await Promise.all(
      (await guides()).map(async (guide) =>
        (await guideExamples(guide)).map(({ code }, index) => ({
          name: `${guide}-${index}.ts`,
          code,
        })),
      ),
    ).then((all) => all.flat());

    expect(examples.length).toBeGreaterThan(1);
    await withCopy([], async (directory) => {
      const files = examples.map(({ name }) => `${directory}/${name}`);
      await Promise.all(files.map((file, index) => writeFile(file, examples[index]?.code ?? "")));

      await expect(compile(files)).resolves.toEqual([]);
    });
    // The declarations of what they import are large.
  }, 120_000);

  it("of stores are shorter than twelve lines", async () => {
    const examples = await guideExamples("sign-in-for-services");
    const stores = examples.filter(({ code }) => code.includes("export const store: TokenStore"));

    expect(stores).toHaveLength(2);
    for (const { code } of stores) {
      expect(code.trimEnd().split("\n").length).toBeLessThan(12);
    }
  });
});
