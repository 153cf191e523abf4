import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { withCopy } from "../copy.js";
import { run } from "../run.js";

const PATHS = ["generated", "scripts", "spec", "tsconfig.json"];
const generate = (cwd: string, ...args: string[]) =>
  run("tsx", ["scripts/generate.ts", ...args], { cwd });

describe("npm run generate", () => {
  it("writes the same bytes on every run", () =>
    withCopy(PATHS, async (cwd) => {
      const committed = await readFile(`${cwd}/generated/openapi.ts`, "utf8");
      await rm(`${cwd}/generated`, { recursive: true });

      await generate(cwd);
      const first = await readFile(`${cwd}/generated/openapi.ts`, "utf8");
      await generate(cwd);
      const second = await readFile(`${cwd}/generated/openapi.ts`, "utf8");

      expect(first).toBe(committed);
      expect(second).toBe(first);
    }));

  it("does not need a description that the linter likes", () =>
    withCopy(PATHS, async (cwd) => {
      const file = `${cwd}/spec/openapi.yaml`;
      const spec = await readFile(file, "utf8");
      const unlicensed = spec.replace(/ {2}license:\n( {4}.*\n)+/, "");
      await writeFile(file, unlicensed);

      const { exitCode } = await generate(cwd);

      expect(unlicensed).not.toBe(spec);
      expect(exitCode).toBe(0);
    }));
});

describe("npm run generate, of a description that cannot be read,", () => {
  it.each([
    ["is no YAML", "openapi: [", "missed comma between flow collection entries"],
    ["leads nowhere", "paths: { /: { $ref: lost.yaml } }", "lost.yaml"],
  ])("says so when it %s, and writes nothing", (_what, text, words) =>
    withCopy(PATHS, async (cwd) => {
      const before = await readFile(`${cwd}/generated/openapi.ts`, "utf8");
      const file = `${cwd}/spec/openapi.yaml`;
      const spec = await readFile(file, "utf8");
      const key = /^\w+/.exec(text)?.[0];
      await writeFile(file, spec.replace(new RegExp(`^${key}:.*(\n .*)*`, "m"), text));

      const { exitCode, stderr } = await generate(cwd);

      expect(exitCode).toBe(1);
      expect(stderr).toContain("Nothing was generated: ");
      expect(stderr).toContain(words);
      expect(stderr).toMatch(/`npm run lint:spec` shows where\.\n$/);
      expect(stderr).not.toContain("    at ");
      await expect(readFile(`${cwd}/generated/openapi.ts`, "utf8")).resolves.toBe(before);
    }),
  );
});

describe("npm run generate:check", () => {
  const MESSAGE = "Run `npm run generate` and commit the result.\n";

  it("passes when the committed types are those of the description", () =>
    withCopy(PATHS, async (cwd) => {
      await expect(generate(cwd, "--check")).resolves.toEqual({
        exitCode: 0,
        stdout: "",
        stderr: "",
      });
    }));

  it("fails when the description has changed", () =>
    withCopy(PATHS, async (cwd) => {
      const file = `${cwd}/spec/components/schemas/RelationshipRequest.yaml`;
      await writeFile(file, (await readFile(file, "utf8")).replace("url:", "link:"));

      await expect(generate(cwd, "--check")).resolves.toEqual({
        exitCode: 1,
        stdout: "",
        stderr: `generated/openapi.ts does not match spec/openapi.yaml. ${MESSAGE}`,
      });
    }));

  it("fails when the types have been edited by hand, and leaves them alone", () =>
    withCopy(PATHS, async (cwd) => {
      await appendFile(`${cwd}/generated/openapi.ts`, "// by hand\n");

      const { exitCode, stderr } = await generate(cwd, "--check");

      expect(exitCode).toBe(1);
      expect(stderr).toContain(MESSAGE);
      await expect(readFile(`${cwd}/generated/openapi.ts`, "utf8")).resolves.toMatch(/by hand\n$/);
    }));

  it("fails when the types are missing", () =>
    withCopy(PATHS, async (cwd) => {
      await rm(`${cwd}/generated/openapi.ts`);

      await expect(generate(cwd, "--check")).resolves.toEqual({
        exitCode: 1,
        stdout: "",
        stderr: `generated/openapi.ts is missing. ${MESSAGE}`,
      });
    }));
});

describe("generated/examples.ts", () => {
  it("is out of date when an example has changed", () =>
    withCopy(PATHS, async (cwd) => {
      const file = `${cwd}/spec/components/examples/AccessDenied.json`;
      await writeFile(file, (await readFile(file, "utf8")).replace("400", "401"));

      const { exitCode, stderr } = await generate(cwd, "--check");

      expect(exitCode).toBe(1);
      expect(stderr).toBe(
        "generated/examples.ts does not match spec/openapi.yaml. Run `npm run generate` and commit the result.\n",
      );
    }));

  it("is not made while an example belongs to no response", () =>
    withCopy(PATHS, async (cwd) => {
      const folder = `${cwd}/spec/components/examples`;
      await writeFile(`${folder}/Stray.json`, '{ "value": {} }');

      const { exitCode, stderr } = await generate(cwd);

      expect(exitCode).toBe(1);
      expect(stderr).toContain(
        "spec/components/examples/Stray.json is the example of no response.",
      );
    }));
});
