import { readdir, readFile, writeFile } from "node:fs/promises";
import { examples } from "../../generated/examples.js";
import { withCopy } from "../copy.js";
import { run } from "../run.js";

const FOLDER = new URL("../../spec/components/examples/", import.meta.url);
const PATHS = ["generated", "scripts", "spec", "tsconfig.json"];

describe("generated/examples.ts", () => {
  it("holds the examples of the spec and no other", async () => {
    const values: Record<string, unknown> = {};
    for (const file of await readdir(FOLDER)) {
      const { value } = JSON.parse(await readFile(new URL(file, FOLDER), "utf8"));
      values[file.replace(".json", "")] = value;
    }

    expect(examples).toEqual(values);
  });

  it("is out of date when an example has changed", () =>
    withCopy(PATHS, async (cwd) => {
      const file = `${cwd}/spec/components/examples/AccessDenied.json`;
      await writeFile(file, (await readFile(file, "utf8")).replace("400", "401"));

      const { exitCode, stderr } = await run("tsx", ["scripts/generate.ts", "--check"], { cwd });

      expect(exitCode).toBe(1);
      expect(stderr).toBe(
        "generated/examples.ts does not match spec/openapi.yaml. Run `npm run generate` and commit the result.\n",
      );
    }));

  it("is not made while an example belongs to no response", () =>
    withCopy(PATHS, async (cwd) => {
      const folder = `${cwd}/spec/components/examples`;
      await writeFile(`${folder}/Stray.json`, '{ "value": {} }');

      const { exitCode, stderr } = await run("tsx", ["scripts/generate.ts"], { cwd });

      expect(exitCode).toBe(1);
      expect(stderr).toContain(
        "spec/components/examples/Stray.json is the example of no response.",
      );
    }));
});
