import { readFile, writeFile } from "node:fs/promises";
import { withCopy } from "../copy.js";
import { run } from "../run.js";

const FILES = [
  "spec",
  "scripts/redocly.yaml",
  "scripts/redocly-plugin.js",
  "scripts/redocly-rules",
];
const CONFIG = ["--config", "scripts/redocly.yaml"];

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
  return withCopy(FILES, async (cwd) => {
    const path = `${cwd}/spec/${file}`;
    const before = await readFile(path, "utf8");
    const after = before.replace(text, replacement);
    if (after === before) {
      throw new Error(`${file} has no ${text}.`);
    }
    await writeFile(path, after);
    return run("redocly", ["lint", ...CONFIG, ...args], { cwd });
  });
}

describe("the linter", () => {
  it("finds nothing in the description, and no warning either", () =>
    withCopy(FILES, async (cwd) => {
      const { exitCode, stdout, stderr } = await run("redocly", ["lint", ...CONFIG], { cwd });

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
      "components/parameters/Version.yaml #/x-logable Unknown extension `x-logable` in this place.",
    ],
    [
      "`x-loggable` stands at a schema",
      "components/schemas/RelationshipRequest.yaml",
      "properties:\n",
      "x-loggable: true\nproperties:\n",
      "components/schemas/RelationshipRequest.yaml #/x-loggable Unknown extension `x-loggable` in this place.",
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
      `${OPERATION} #/get/x-idempotnet Unknown extension \`x-idempotnet\` in this place.`,
    ],
    [
      "`x-idempotent` stands at a path",
      OPERATION,
      "get:\n",
      "x-idempotent: true\nget:\n",
      `${OPERATION} #/x-idempotent Unknown extension \`x-idempotent\` in this place.`,
    ],
    [
      "`x-idempotent` is a number",
      OPERATION,
      "  parameters:\n",
      "  x-idempotent: 1\n  parameters:\n",
      `${OPERATION} #/get/x-idempotent Expected type \`boolean\` but got \`integer\`.`,
    ],
    [
      "an operation lacks a parameter that all have",
      OPERATION,
      "    - $ref: ../components/parameters/XLocale.yaml\n",
      "",
      `${OPERATION} #/get/parameters \`getRelationshipRequestLink\` lacks under \`parameters\`: \`- $ref: ../components/parameters/XLocale.yaml\`.`,
    ],
    [
      "an operation lacks a response that all have",
      OPERATION,
      /^ {4}"429":\n.*\n/m,
      "",
      `${OPERATION} #/get/responses \`getRelationshipRequestLink\` lacks under \`responses\`: \`"429": { $ref: ../components/responses/TooManyRequests.yaml }\`.`,
    ],
    [
      "a success lacks a header that all have",
      "components/responses/RelationshipRequestLink.yaml",
      /^ {2}MS-CV:\n.*\n/m,
      "",
      "components/responses/RelationshipRequestLink.yaml #/ `getRelationshipRequestLink` lacks under `headers of 200`: `MS-CV: { $ref: ../headers/MsCv.yaml }`.",
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

  it.each([
    [
      "a header",
      "components/responses/RelationshipRequestLink.yaml",
      "headers:\n",
      "headers:\n  x-pages:\n    description: Pages.\n    schema:\n      type: integer\n",
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
