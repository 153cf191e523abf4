import { writeFile } from "node:fs/promises";
import { compile } from "../compile.js";
import { withCopy } from "../copy.js";
import { withServer } from "../server.js";
import { guideExamples, runExample } from "./run-guide.js";

const GUIDE = "testing-with-the-sandbox";

describe("the guide to the sandbox", () => {
  it("has examples that compile", async () => {
    const examples = await guideExamples(GUIDE);

    expect(examples).toHaveLength(3);
    await withCopy([], async (directory) => {
      const files = examples.map((_example, index) => `${directory}/example-${index}.ts`);
      await Promise.all(files.map((file, index) => writeFile(file, examples[index]?.code ?? "")));

      await expect(compile(files)).resolves.toEqual([]);
    });
  });

  it.each([0, 1, 2])("has an example %i that prints what stands below it", async (index) => {
    const { code = "", output = "none" } = (await guideExamples(GUIDE))[index] ?? {};

    const { stdout, stderr } = await withServer(
      () => undefined,
      // A port that was free a moment ago.
      async ({ url }) => new URL(url).port,
    ).then((port) => runExample(code.replaceAll("8085", port)));

    expect(stderr).toBe("");
    expect(stdout).toBe(output);
  });
});
