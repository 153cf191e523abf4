import { readdir, readFile } from "node:fs/promises";
import { examples } from "../../generated/examples.js";

const FOLDER = new URL("../../spec/components/examples/", import.meta.url);

describe("generated/examples.ts", () => {
  it("holds the examples of the spec and no other", async () => {
    const values: Record<string, unknown> = {};
    for (const file of await readdir(FOLDER)) {
      const { value } = JSON.parse(await readFile(new URL(file, FOLDER), "utf8"));
      values[file.replace(".json", "")] = value;
    }

    expect(examples).toEqual(values);
  });
});
