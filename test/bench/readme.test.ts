import { readFile } from "node:fs/promises";
import { withTables } from "../../scripts/bench/readme.js";
import { readResults } from "../../scripts/bench/results.js";
import { ROOT } from "../copy.js";

describe("the tables of README", () => {
  it("are those of scripts/bench/results.json", async () => {
    const readme = await readFile(`${ROOT}README.md`, "utf8");

    expect(withTables(readme, await readResults())).toBe(readme);
  });

  it("say which figure is above its limit, and whether by more than its spread", async () => {
    const results = await readResults();
    const figure = { limit: 1.1, unit: "", decides: true };
    const value = { median: 1.3, lower: 1.2, upper: 1.4 };
    const verdicts = [
      { ...figure, figure: "one", value, exceeded: true },
      { ...figure, figure: "two", value: { ...value, lower: 1 }, exceeded: false },
      { ...figure, figure: "three", value: { ...value, median: 1.05 }, exceeded: false },
    ];
    const readme = withTables(await readFile(`${ROOT}README.md`, "utf8"), { ...results, verdicts });

    expect(readme).toMatch(/^\| one +\| 1\.1 +\| 1\.30 \(1\.20 to 1\.40\), missed +\|$/m);
    expect(readme).toMatch(
      /^\| two .* 1\.30 \(1\.00 to 1\.40\), missed by less than its spread +\|$/m,
    );
    expect(readme).toMatch(/^\| three .* 1\.05 \(1\.20 to 1\.40\) +\|$/m);
  });

  it("need a place to stand", async () => {
    const results = await readResults();

    expect(() => withTables("# No place\n", results)).toThrow(/^README has no place/);
  });
});
