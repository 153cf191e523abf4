import { FILES, runScript, withFiles } from "./package.js";

const contents = (files: Readonly<Record<string, string>>) =>
  withFiles(files, (cwd) => runScript(cwd, "contents"));

describe("the check of the package's contents", () => {
  it("passes a package that holds what its exports lead to", async () => {
    const { exitCode, stdout, stderr } = await contents(FILES);

    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(stdout).toMatch(
      /^10 files, \d+ bytes without dist\/openapi\.json; the tarball has \d+\.$/m,
    );
  });

  it("names a stray file", async () => {
    const { exitCode, stderr } = await contents({ ...FILES, "dist/notes.js": "" });

    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      "dist/notes.js is stray: nothing that the package exports leads to it.",
    );
  });

  it("names a file that is missing", async () => {
    const { LICENSE, ...files } = FILES;
    const { exitCode, stderr } = await contents(files);

    expect(exitCode).toBe(1);
    expect(stderr).toContain("LICENSE is missing.");
  });

  it("refuses more bytes than the package may have", async () => {
    const { exitCode, stderr } = await contents({ ...FILES, "README.md": "word ".repeat(70_000) });

    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^The files have 350\d{3} bytes, more than 300000\.$/m);
  });
});
