import { readFile } from "node:fs/promises";
import { ROOT } from "./copy.js";

describe("what the package is made of and depends on", () => {
  it("is pinned to one version each", async () => {
    const { dependencies, devDependencies } = JSON.parse(
      await readFile(`${ROOT}package.json`, "utf8"),
    );

    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(`${name} ${version}`).toMatch(/^\S+ (npm:\w+@)?\d+\.\d+\.\d+$/);
    }
  });
});
