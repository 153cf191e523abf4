import { readFile, writeFile } from "node:fs/promises";
import { FILES, runScript, withFiles } from "./package.js";

/** Writes the report of a package, replaces its declarations, and checks. */
const checkAfter = (declarations: string) =>
  withFiles(FILES, async (cwd) => {
    await runScript(cwd, "api-report");
    await writeFile(`${cwd}/dist/index.d.ts`, declarations);
    return runScript(cwd, "api-report", "--check");
  });

describe("the API report", () => {
  it("has each export and what it mentions, without comments", () =>
    withFiles(FILES, async (cwd) => {
      await runScript(cwd, "api-report");
      const report = await readFile(`${cwd}/test/api/index.md`, "utf8");

      expect(report).toContain(
        "export type Answer = Everything;\n\nexport declare const answer: () => Answer;",
      );
      expect(report).toContain("## Mentioned, not exported\n\n```ts\ntype Everything = 42;\n```\n");
      expect(report).not.toContain("The answer.");
    }));

  it("names what is generated from the description, whose diff says it already", () =>
    withFiles(
      {
        ...FILES,
        "dist/index.d.ts": 'export type { paths } from "./generated/openapi.js";',
        "dist/generated/openapi.d.ts": "export interface paths { secret: string }",
      },
      async (cwd) => {
        await runScript(cwd, "api-report");
        const report = await readFile(`${cwd}/test/api/index.md`, "utf8");

        expect(report).toContain("```ts\n/* paths: generated/openapi.ts */\n```");
        expect(report).not.toContain("secret");
      },
    ));

  it("passes while nothing changes", async () => {
    const { exitCode } = await checkAfter(FILES["dist/index.d.ts"] ?? "");

    expect(exitCode).toBe(0);
  });

  it("asks for the build where there is none", () => {
    const { "dist/index.d.ts": _declarations, ...files } = FILES;
    return withFiles(files, async (cwd) => {
      await expect(runScript(cwd, "api-report", "--check")).resolves.toMatchObject({
        exitCode: 1,
        stderr: "./dist/index.d.ts is missing. `npm run build` comes first.\n",
      });
    });
  });

  it.each([
    ["a removed export", 'export { answer } from "./answer.js";'],
    ["an added export", 'export * from "./answer.js";\nexport declare const question: string;'],
  ])("is found out of date by %s", async (_title, declarations) => {
    const { exitCode, stderr } = await checkAfter(declarations);

    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      "test/api/index.md does not match what the package exports. Run `npm run api`",
    );
  });
});
