import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { withCopy } from "../copy.js";
import { run } from "../run.js";

const FILES = ["spec", "scripts"];
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

/** Runs `npm run lint:spec` on a copy of the description that `change` has edited. */
function lintSpec(change: (spec: string) => Promise<void>) {
  return withCopy(["spec", "scripts"], async (cwd) => {
    await change(`${cwd}/spec`);
    return run("tsx", ["scripts/lint-spec.ts"], { cwd });
  });
}

/** Replaces text in a file; returns the file with line and column of `place`. */
async function edit(file: string, text: string | RegExp, replacement: string, place: string) {
  const before = await readFile(file, "utf8");
  const after = before.replace(text, replacement);
  const index = after.indexOf(place);
  if (after === before || index === -1) {
    throw new Error(`${file} has no ${text} or no ${place}.`);
  }
  await writeFile(file, after);
  const lines = after.slice(0, index).split("\n");
  const path = file.slice(file.indexOf("/spec/") + 1);
  return `${path}:${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
}

describe("npm run lint:spec", () => {
  const OPERATION = "paths/v{version}_customers_relationshiprequests.yaml";

  it("prints nothing for the description", async () => {
    await expect(lintSpec(async () => {})).resolves.toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "",
    });
  });

  it.each([
    [
      "invalid YAML",
      OPERATION,
      "operationId: ",
      "operationId: [",
      "tags:",
      "Invalid syntax: Flow sequence in block collection must be sufficiently indented and end with a ]  (syntax)",
    ],
    [
      "invalid JSON",
      "components/examples/AppOnlyToken.json",
      /,\n( +)"description"/,
      '\n$1"description"',
      "90",
      "Invalid syntax: Implicit keys need to be on a single line  (syntax)",
    ],
    [
      "an invalid root",
      "openapi.yaml",
      "openapi: ",
      "openapi: [",
      "info:",
      "Invalid syntax: Flow sequence in block collection must be sufficiently indented and end with a ]  (syntax)",
    ],
    [
      "a reference to a misspelt file",
      OPERATION,
      "IndirectResellerId.yaml",
      "IndirectReselerId.yaml",
      "../components/parameters/IndirectReselerId.yaml",
      "`../components/parameters/IndirectReselerId.yaml` does not exist. Did you mean `../components/parameters/IndirectResellerId.yaml`?  (no-missing-files)",
    ],
    [
      "a reference to a file in the wrong folder",
      "openapi.yaml",
      "paths/v{version}_customers_relationshiprequests.yaml",
      "path/v{version}_customers_relationshiprequests.yaml",
      "path/v{version}_customers_relationshiprequests.yaml",
      "`path/v{version}_customers_relationshiprequests.yaml` does not exist. Did you mean `paths/v{version}_customers_relationshiprequests.yaml`?  (no-missing-files)",
    ],
    [
      "a reference to a file that is like none",
      "components/schemas/CustomerCollection.yaml",
      "Customer.yaml",
      "Nowhere.yaml",
      "Nowhere.yaml",
      "`Nowhere.yaml` does not exist. Create it, or correct the reference.  (no-missing-files)",
    ],
    [
      "a code sample that is misspelt",
      OPERATION,
      "link.sh",
      "lnk.sh",
      "../code-samples/get-relationship-request-lnk.sh",
      "`../code-samples/get-relationship-request-lnk.sh` does not exist. Did you mean `../code-samples/get-relationship-request-link.sh`?  (no-missing-files)",
    ],
    [
      "an unknown property",
      OPERATION,
      "summary:",
      "sumary:",
      "sumary:",
      "Property `sumary` is not expected here. Did you mean `summary`?  (struct)",
    ],
    [
      "an undefined tag",
      OPERATION,
      "- Invite",
      "- Other",
      "Other",
      "Operation tags should be defined in global tags.  (operation-tag-defined)",
    ],
    [
      "a link to a misspelt operation",
      OPERATION,
      "description: |\n",
      "description: |\n    See [here](#/customers/getcustomr).\n",
      "#/customers/getcustomr",
      "`#/customers/getcustomr` leads nowhere in the API reference. Did you mean `#/customers/getcustomer`?  (no-broken-anchors)",
    ],
    [
      "a link to an operation under another tag",
      "openapi.yaml",
      "Each call is shown",
      "Each [call](#/partners/getcustomer) is shown",
      "#/partners/getcustomer",
      "`#/partners/getcustomer` leads nowhere in the API reference. Did you mean `#/customers/getcustomer`?  (no-broken-anchors)",
    ],
    [
      "a link to a heading that does not exist",
      "components/schemas/Customer.yaml",
      "description: |\n",
      "description: |\n  See [here](#/section/nowhere).\n",
      "#/section/nowhere",
      "`#/section/nowhere` leads nowhere in the API reference. Expected `#/tag`, `#/tag/operationid` or `#/section/heading`, in lower case.  (no-broken-anchors)",
    ],
    [
      "properties whose names differ only in case",
      "components/schemas/Address.yaml",
      "properties:\n",
      "properties:\n  Country:\n    type: string\n    examples:\n      - DE\n",
      "country:",
      "`country` differs from `Country` only in case. Remove one, or give each spelling its own schema.  (partner-center/distinct-property-names)",
    ],
    [
      "a property whose name differs only in case from one in `allOf`",
      "components/schemas/Address.yaml",
      "properties:\n",
      "allOf:\n  - $ref: Link.yaml\n  - $ref: PartnerRelationship.yaml\nproperties:\n  Uri:\n    type: string\n    examples:\n      - /\n",
      "Uri:",
      "`Uri` differs from `uri` only in case. Remove one, or give each spelling its own schema.  (partner-center/distinct-property-names)",
    ],
    [
      "members of `allOf` with properties whose names differ only in case",
      "components/schemas/Address.yaml",
      "properties:\n",
      "allOf:\n  - $ref: Link.yaml\n  - properties:\n      URI:\n        type: string\n        examples:\n          - /\nproperties:\n",
      "properties:\n      URI:",
      "`URI` differs from `uri` only in case. Remove one, or give each spelling its own schema.  (partner-center/distinct-property-names)",
    ],
  ])(
    "names file, line and remedy once for %s",
    async (_title, file, text, replacement, place, message) => {
      let at = "";
      const linted = await lintSpec(async (spec) => {
        at = await edit(`${spec}/${file}`, text, replacement, place);
      });

      expect(linted).toEqual({ exitCode: 1, stdout: `${at}  ${message}\n`, stderr: "" });
    },
  );

  it("accepts names that differ only in case in members of `oneOf`", async () => {
    const { stdout } = await lintSpec(async (spec) => {
      await edit(
        `${spec}/components/schemas/Address.yaml`,
        "properties:\n",
        "oneOf:\n  - properties:\n      Uri:\n        type: string\n        examples:\n          - /\n  - $ref: Link.yaml\nproperties:\n",
        "Uri",
      );
    });

    expect(stdout).not.toContain("distinct-property-names");
  });

  it.each([
    "paths/v1_orders.yaml",
    "webhooks/order-created.yaml",
    "components/schemas/Order.yaml",
    "components/examples/Order.json",
    "components/responses/deeper/Order.yaml",
    "code-samples/get-order.sh",
    "code-samples/notes.txt",
  ])("names %s when nothing refers to it", async (file) => {
    const linted = await lintSpec(async (spec) => {
      await mkdir(dirname(`${spec}/${file}`), { recursive: true });
      await writeFile(`${spec}/${file}`, "{}\n");
    });

    expect(linted).toEqual({
      exitCode: 1,
      stdout: `spec/${file}:1:1  Nothing refers to this file. Refer to it, or delete it.  (no-orphans)\n`,
      stderr: "",
    });
  });

  it("names what a removed operation leaves behind", async () => {
    const { exitCode, stdout } = await lintSpec(async (spec) => {
      const operation = /^ {2}\/auditactivity\/.*\n.*\n/m;
      await edit(`${spec}/openapi.yaml`, operation, "", "paths:");
      await rm(`${spec}/paths/auditactivity_v{version}_auditrecords_{id}.yaml`);
    });

    const named = stdout.match(/(?<=^spec\/).*(?=:1:1 {2}Nothing refers to this file)/gm);
    expect(named).toEqual(
      expect.arrayContaining([
        "code-samples/get-audit-record.sh",
        "components/parameters/AuditRecordId.yaml",
        "components/responses/AuditRecord.yaml",
      ]),
    );
    expect(exitCode).toBe(1);
  });

  it("ignores the files that editors keep beside those they edit", async () => {
    const { stdout } = await lintSpec(async (spec) => {
      for (const name of [".Customer.yaml.swp", "Customer.yaml~", "#Customer.yaml#"]) {
        await writeFile(`${spec}/components/schemas/${name}`, "[");
      }
    });

    expect(stdout).toBe("");
  });
});
