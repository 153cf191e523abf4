import { readFile } from "node:fs/promises";
import { ROOT } from "./copy.js";

const read = (path: string) => readFile(`${ROOT}${path}`, "utf8");

/** The version that each text gives, by what it is; `spec:diff` compares that of the description. */
const VERSIONS: Readonly<Record<string, () => Promise<unknown>>> = {
  "package-lock.json": async () => JSON.parse(await read("package-lock.json")).packages[""].version,
  "the first heading of the changelog": async () =>
    /^## (\S+) - /m.exec(await read("CHANGELOG.md"))?.[1],
};

describe("the version of the package", () => {
  it.each(Object.keys(VERSIONS))("is that of %s", async (name) => {
    const { version } = JSON.parse(await read("package.json"));

    await expect(VERSIONS[name]?.()).resolves.toBe(version);
  });
});
