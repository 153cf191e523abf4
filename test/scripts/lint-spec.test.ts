import { readFile, writeFile } from "node:fs/promises";
import { withCopy } from "../copy.js";
import { run } from "../run.js";

/** What `redocly lint --format json` says, as far as it is read here. */
interface Report {
  readonly problems: readonly {
    readonly message: string;
    readonly location: readonly {
      readonly source: { readonly ref: string };
      readonly pointer: string;
    }[];
  }[];
}

/** Lints a copy of the description in which `text` of `file` stands as `replacement`. */
function lintWith(
  file: string,
  text: string | RegExp,
  replacement: string,
  ...args: readonly string[]
) {
  return withCopy(["spec", "redocly.yaml", "scripts/redocly-plugin.js"], async (cwd) => {
    const path = `${cwd}/spec/${file}`;
    const before = await readFile(path, "utf8");
    const after = before.replace(text, replacement);
    if (after === before) {
      throw new Error(`${file} has no ${text}.`);
    }
    await writeFile(path, after);
    return run("redocly", ["lint", ...args], { cwd });
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
      "- Invite",
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

describe("the linter says where", () => {
  const OPERATION = "paths/v{version}_customers_relationshiprequests.yaml";

  /** What the linter finds, as `file pointer message`. */
  async function findingsWith(file: string, text: string | RegExp, replacement: string) {
    const { exitCode, stdout } = await lintWith(
      ...([file, text, replacement] as const),
      ...["partner-center", "--format", "json"],
    );
    const { problems }: Report = JSON.parse(stdout);
    return {
      exitCode,
      findings: problems.map(
        ({ message, location: [place] }) => `${place?.source.ref} ${place?.pointer} ${message}`,
      ),
    };
  }

  it.each([
    [
      "`x-loggable` is misspelt",
      "components/parameters/Version.yaml",
      "x-loggable",
      "x-logable",
      "components/parameters/Version.yaml #/x-logable `x-logable` means nothing here.",
    ],
    [
      "`x-loggable` stands at a schema",
      "components/schemas/RelationshipRequest.yaml",
      "properties:\n",
      "x-loggable: true\nproperties:\n",
      "components/schemas/RelationshipRequest.yaml #/x-loggable `x-loggable` means nothing here.",
    ],
    [
      "`x-loggable` is a text",
      "components/parameters/Version.yaml",
      "x-loggable: true",
      'x-loggable: "yes"',
      "components/parameters/Version.yaml #/x-loggable Expected type `boolean` but got `string`.",
    ],
    [
      "`x-idempotent` is misspelt",
      OPERATION,
      "  parameters:\n",
      "  x-idempotnet: true\n  parameters:\n",
      `${OPERATION} #/get/x-idempotnet \`x-idempotnet\` means nothing here.`,
    ],
    [
      "`x-idempotent` stands at a path",
      OPERATION,
      "get:\n",
      "x-idempotent: true\nget:\n",
      `${OPERATION} #/x-idempotent \`x-idempotent\` means nothing here.`,
    ],
    [
      "`x-idempotent` is a number",
      OPERATION,
      "  parameters:\n",
      "  x-idempotent: 1\n  parameters:\n",
      `${OPERATION} #/get/x-idempotent Expected type \`boolean\` but got \`integer\`.`,
    ],
    [
      "`x-every-operation` is misspelt",
      "openapi.yaml",
      "x-every-operation",
      "x-any-operation",
      "openapi.yaml #/x-any-operation `x-any-operation` means nothing here.",
    ],
    [
      "a part of `x-every-operation` is misspelt",
      "openapi.yaml",
      "  successHeaders:",
      "  sucessHeaders:",
      "openapi.yaml #/x-every-operation/sucessHeaders Property `sucessHeaders` is not expected here.",
    ],
    [
      "what every operation has leads nowhere",
      "openapi.yaml",
      "parameters/XLocale.yaml",
      "parameters/Lost.yaml",
      "openapi.yaml #/x-every-operation/parameters/3 Can't resolve $ref",
    ],
    [
      "a reference leads nowhere",
      OPERATION,
      "parameters/IndirectResellerId.yaml",
      "parameters/Lost.yaml",
      `${OPERATION} #/get/parameters/2 Can't resolve $ref`,
    ],
    [
      "an operation has no operationId",
      OPERATION,
      /^ {2}operationId: .*\n/m,
      "",
      `${OPERATION} #/get/operationId Operation object should contain \`operationId\` field.`,
    ],
    [
      "two operations have one operationId",
      OPERATION,
      /^get:\n( .*\n|\n)+/,
      "$&head:\n  operationId: getRelationshipRequestLink\n  responses: {}\n",
      `${OPERATION} #/head/getRelationshipRequestLink Every operation must have a unique \`operationId\`.`,
    ],
  ])("%s", async (_title, file, text, replacement, finding) => {
    const { exitCode, findings } = await findingsWith(file, text, replacement);

    expect(findings).toContainEqual(expect.stringContaining(`spec/${finding}`));
    expect(exitCode).toBe(1);
  });

  it("once, where what every operation has leads nowhere", async () => {
    const { findings } = await findingsWith(
      "openapi.yaml",
      "parameters/XLocale.yaml",
      "parameters/Lost.yaml",
    );

    expect(findings).toHaveLength(1);
  });

  it.each([
    [
      "a header",
      "components/responses/RelationshipRequestLink.yaml",
      "content:\n",
      "headers:\n  x-pages:\n    description: Pages.\n    schema:\n      type: integer\ncontent:\n",
    ],
    [
      "a property",
      "components/schemas/RelationshipRequest.yaml",
      "properties:\n",
      "properties:\n  x-pages:\n    type: integer\n    examples:\n      - 1\n",
    ],
  ])("and takes the name of %s for a name, not for an extension", async (_title, ...edit) => {
    await expect(findingsWith(...edit)).resolves.toEqual({ exitCode: 0, findings: [] });
  });
});

describe("what an operation says itself", () => {
  const OPERATION = "spec/paths/v{version}_customers_relationshiprequests.yaml";

  it.each([
    ["the operation", "  parameters:\n", "  parameters:\n    - { name: x-locale,"],
    ["its path", "get:\n", "parameters:\n    - { name: x-locale,"],
  ])("wins over what every operation has: a parameter of %s", (_place, text, replacement) =>
    withCopy(["spec", "redocly.yaml", "scripts/redocly-plugin.js"], async (cwd) => {
      const file = `${cwd}/${OPERATION}`;
      const own = `${replacement} in: header, schema: { type: string } }\n`;
      const before = await readFile(file, "utf8");
      await writeFile(file, before.replace(text, text.startsWith("get") ? `${own}${text}` : own));

      await run("redocly", ["bundle", "partner-center", "-d", "--output", "out.json"], { cwd });
      const { paths } = JSON.parse(await readFile(`${cwd}/out.json`, "utf8"));
      const item = paths["/v{version}/customers/relationshiprequests"];
      const names = [...(item.parameters ?? []), ...item.get.parameters].map(({ name }) => name);

      expect(names.filter((name) => /^x-locale$/i.test(name))).toEqual(["x-locale"]);
    }),
  );
});
