import { guideExamples, runExample } from "../examples.js";
import { withServer } from "../server.js";

const GUIDE = "testing-with-the-sandbox";

describe("the guide to the sandbox", () => {
  it("has three examples, which test/guides.test.ts compiles", async () => {
    expect(await guideExamples(GUIDE)).toHaveLength(3);
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
