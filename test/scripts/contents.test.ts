import { randomBytes } from "node:crypto";
import { FILES, runScript, withFiles } from "./package.js";

const contents = (files: Readonly<Record<string, string>>) =>
  withFiles(files, (cwd) => runScript(cwd, "contents"));

describe("the check of the package's contents", () => {
  it("passes a package that holds what its exports lead to", async () => {
    const { exitCode, stdout, stderr } = await contents(FILES);

    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(stdout).toMatch(
      /^10 files\. Without what the description makes they have \d+ bytes, packed \d+; the tarball has \d+\.$/m,
    );
  });

  it("names a stray file", async () => {
    const { exitCode, stderr } = await contents({ ...FILES, "dist/notes.js": "" });

    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      "dist/notes.js is stray: nothing that the package exports leads to it.",
    );
  });

  it("passes what a command leads to, as late as that may be", async () => {
    const manifest = JSON.parse(FILES["package.json"] ?? "");
    const { exitCode, stderr } = await contents({
      ...FILES,
      "package.json": JSON.stringify({ ...manifest, bin: { command: "dist/command.js" } }),
      "dist/command.js": '#!/usr/bin/env node\nawait (await import("./late.js")).late();',
      "dist/late.js": "export const late = () => undefined;",
      "dist/licences.txt": "What the command has in its script, and under which licence.",
    });

    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  });

  it.each([
    ["what is exported", "dist/index.cjs.js", "dist/index.cjs.d.ts"],
    ["what is imported", "dist/answer.js", "dist/answer.d.ts"],
    ["a command and what every package has", "dist/command.js", "LICENSE"],
  ])("names %s, when missing", async (_title, ...missing) => {
    const manifest = JSON.parse(FILES["package.json"] ?? "");
    const files = {
      ...FILES,
      "package.json": JSON.stringify({ ...manifest, bin: "dist/command.js" }),
      "dist/command.js": "#!/usr/bin/env node\n",
    };
    const left = Object.entries(files).filter(([path]) => !missing.includes(path));
    const { exitCode, stderr } = await contents(Object.fromEntries(left));

    expect(stderr.trim().split("\n").sort()).toEqual(
      missing.map((path) => `${path} is missing.`).sort(),
    );
    expect(exitCode).toBe(1);
  });

  it("refuses more bytes than the package may have", async () => {
    const { exitCode, stderr } = await contents({ ...FILES, "README.md": "word ".repeat(200_000) });

    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^The files have 100\d{4} bytes, more than \d{6}\.$/m);
  });

  it("refuses more bytes than the package may have when it is packed", async () => {
    const noise = randomBytes(300_000).toString("base64");
    const { exitCode, stderr } = await contents({ ...FILES, "README.md": noise });

    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^The files have \d+ bytes when packed, more than \d+\.$/m);
  });

  it("does not count what the description makes: declarations, the description itself, and its part of a script", async () => {
    const size = async (generated: string) => {
      const { stdout } = await contents({
        ...FILES,
        "dist/index.js": `${FILES["dist/index.js"]}\n// generated/a.ts\n${generated}\n// src/b.ts\n`,
        "dist/index.cjs.js": `${FILES["dist/index.cjs.js"]}\n${generated}\n`,
        "dist/index.d.ts": `${FILES["dist/index.d.ts"]}\nexport type { A } from "./generated/a.js";`,
        "dist/generated/a.d.ts": `export type A = "${generated}";`,
      });
      return /they have (\d+) bytes, packed (\d+)/.exec(stdout)?.slice(1);
    };

    expect(await size('var a = "a";')).toEqual(await size(`var a = "${"b".repeat(10_000)}";`));
  });
});
