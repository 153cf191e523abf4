import { readFile } from "node:fs/promises";
import { report, withTable, withTables } from "../../scripts/bench/readme.js";
import { readResults } from "../../scripts/bench/results.js";
import { ROOT } from "../copy.js";

describe("the figures of the bench", () => {
  it("in README are those of scripts/bench/results.json", async () => {
    const readme = await readFile(`${ROOT}README.md`, "utf8");

    expect(withTable(readme, await readResults())).toBe(readme);
  });

  it("in the guide to speed are those of scripts/bench/results.json", async () => {
    const guide = await readFile(`${ROOT}spec/guides/speed.md`, "utf8");

    expect(withTables(guide, await readResults())).toBe(guide);
  });

  it("in scripts/bench/README.md are those of scripts/bench/results.json", async () => {
    const page = await readFile(`${ROOT}scripts/bench/README.md`, "utf8");

    expect(report(await readResults())).toBe(page);
  });

  it("are of two versions of Node, and of a client in a process for each", async () => {
    const { calls } = await readResults();

    expect(calls.map(({ node }) => node)).toEqual([
      expect.stringMatching(/^20\./),
      expect.stringMatching(/^26\./),
    ]);
    for (const { costs } of calls) {
      expect(costs.map(({ name }) => name)).toContain("@azure-rest/core-client");
    }
  });

  it("say which figure is above its limit", async () => {
    const results = await readResults();
    const verdicts = [
      { figure: "one", limit: 1.05, unit: "", value: 1.3 },
      { figure: "two", limit: 1.05, unit: "", value: 1.05 },
      { figure: "three", limit: 66, unit: "KiB", value: 66.04 },
    ];
    const page = report({ ...results, verdicts });

    expect(page).toMatch(/^\| one +\| 1\.05 +\| 1\.30, missed +\|$/m);
    expect(page).toMatch(/^\| two +\| 1\.05 +\| 1\.05 +\|$/m);
    expect(page).toMatch(/^\| three +\| 66 KiB +\| 66\.0 KiB, missed +\|$/m);
  });

  it("need a place in README and in the guide", async () => {
    const results = await readResults();

    expect(() => withTable("# No place\n", results)).toThrow(/^README has no place/);
    expect(() => withTables("# No place\n", results)).toThrow(/^The guide to speed has no place/);
  });
});
