import { readFile, writeFile } from "node:fs/promises";
import { withCopy } from "../copy.js";
import { run } from "../run.js";

/** Lints a copy of the description in which `text` of `file` stands as `replacement`. */
function lintWith(file: string, text: string | RegExp, replacement: string) {
  return withCopy(["spec", "redocly.yaml", "scripts/redocly-plugin.js"], async (cwd) => {
    const path = `${cwd}/spec/${file}`;
    const before = await readFile(path, "utf8");
    const after = before.replace(text, replacement);
    if (after === before) {
      throw new Error(`${file} has no ${text}.`);
    }
    await writeFile(path, after);
    return run("redocly", ["lint", "--format", "stylish"], { cwd });
  });
}

describe("the linter", () => {
  it("finds nothing in the description, and no warning either", () =>
    withCopy(["spec", "redocly.yaml", "scripts/redocly-plugin.js"], async (cwd) => {
      const { exitCode, stdout, stderr } = await run("redocly", ["lint"], { cwd });

      expect(exitCode).toBe(0);
      expect(stdout + stderr).not.toMatch(/warning\(s\)|\bwarn\b|ignored/);
    }));

  it.each(["Authorization", "accept", "Content-Type"])(
    "refuses a header parameter %s, which OpenAPI ignores",
    async (name) => {
      const { exitCode, stdout } = await lintWith(
        "components/parameters/XLocale.yaml",
        "X-Locale",
        name,
      );

      expect(exitCode).toBe(1);
      expect(stdout).toContain("OpenAPI ignores a header parameter of this name.");
    },
  );

  it.each([
    [
      "an example that its schema does not allow",
      "components/examples/AppOnlyToken.json",
      '"data": []',
      '"data": 1',
      "no-invalid-media-type-examples",
    ],
    [
      "a reply without the request id",
      "openapi.yaml",
      "MS-RequestId:",
      "X-Other:",
      "response-contains-header",
    ],
    [
      "a property without an example",
      "components/schemas/ResourceAttributes.yaml",
      /\n {4}examples:\n {6}- RelationshipRequest\n/,
      "\n",
      "scalar-property-missing-example",
    ],
    [
      "a component that nothing uses",
      "openapi.yaml",
      "components:\n",
      "components:\n  schemas:\n    Unused:\n      type: object\n",
      "no-unused-components",
    ],
    [
      "an unknown tag",
      "paths/v{version}_customers_relationshiprequests.yaml",
      "- Manage customer accounts",
      "- Other",
      "operation-tag-defined",
    ],
    [
      "a reference to nowhere",
      "openapi.yaml",
      "paths/v{version}",
      "paths/v1",
      "no-unresolved-refs",
    ],
  ])("refuses %s", async (_title, file, text, replacement, rule) => {
    const { exitCode, stdout } = await lintWith(file, text, replacement);

    expect(stdout).toContain(rule);
    expect(exitCode).toBe(1);
  });
});
