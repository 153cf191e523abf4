import { readFile } from "node:fs/promises";
import { withTables } from "../../scripts/bench/readme.js";
import { readResults } from "../../scripts/bench/results.js";
import { ROOT } from "../copy.js";

describe("the tables of README", () => {
  it("are those of scripts/bench/results.json", async () => {
    const readme = await readFile(`${ROOT}README.md`, "utf8");

    expect(withTables(readme, await readResults())).toBe(readme);
  });

  it("need a place to stand", async () => {
    const results = await readResults();

    expect(() => withTables("# No place\n", results)).toThrow(/^README has no place/);
  });
});
