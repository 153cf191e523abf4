import { readFile, writeFile } from "node:fs/promises";
import { operations } from "../generated/operations.js";
import { compile } from "./compile.js";
import { ROOT, withCopy } from "./copy.js";
import { guideExamples, guides, guideText } from "./examples.js";
import { bundledSpec } from "./spec/bundle.js";

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

describe("the tables of the guides", () => {
  it("name every option of a client", async () => {
    const guide = await guideText("the-library");
    const client = await readFile(`${ROOT}src/client.ts`, "utf8");
    const tracking = await readFile(`${ROOT}src/middleware/tracking-headers.ts`, "utf8");
    const options = [...`${client}${tracking}`.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(
      ([, name]) => name,
    );

    expect(options.length).toBeGreaterThan(10);
    for (const option of options.filter((name) => name !== "randomUUID")) {
      expect(guide).toMatch(new RegExp(`^\\| \`${option}\` +\\|`, "m"));
    }
  });

  it("name every operation, and who signs in for it", async () => {
    const guide = await guideText("the-library");
    const description = await bundledSpec();
    const rows = operations.map(({ operationId, method, path }) => {
      const { security = description.security } = description.paths[path][method.toLowerCase()];
      const ways = security.map((way: object) => ("appPlusUser" in way ? "App+User" : "App"));
      return `| \`${operationId}\` | ${method} \`${path}\` | ${ways.sort().join(", ")} |`;
    });

    expect(guide.match(/^\| `\w+` \| [A-Z]+ `.*$/gm)?.sort()).toEqual(rows.sort());
  });
});
