// cspell:ignore sumary
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { withCopy } from "../copy.js";
import { run } from "../run.js";

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
      "allOf:\n  - $ref: Link.yaml\n  - $ref: KeyValuePair.yaml\nproperties:\n  Uri:\n    type: string\n    examples:\n      - /\n",
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
    [
      "an operation called like a member of the client",
      "paths/v{version}_profiles_mpn.yaml",
      "operationId: getMpnProfile",
      "operationId: use",
      "use\n",
      "`use` is a member of the client. Give the operation another `operationId`.  (partner-center/method-names)",
    ],
    [
      "two parameters of one name",
      OPERATION,
      "  parameters:\n",
      "  parameters:\n    - name: indirectResellerId\n      in: header\n      schema:\n        type: string\n      example: a\n",
      "parameters:\n",
      "`getRelationshipRequestLink` has two parameters called `indirectResellerId`, in header and query; its method takes parameters by name alone.  (partner-center/method-names)",
    ],
    [
      "a parameter called like the request body",
      OPERATION,
      "  parameters:\n",
      "  parameters:\n    - name: body\n      in: query\n      schema:\n        type: string\n      example: a\n",
      "parameters:\n",
      "`getRelationshipRequestLink` has a parameter called `body`, which is what its method calls the request body.  (partner-center/method-names)",
    ],
    [
      "an unknown extension",
      "components/parameters/Version.yaml",
      "x-loggable",
      "x-logable",
      "x-logable",
      "Unknown extension `x-logable`. Did you mean `x-loggable`?  (partner-center/known-extensions)",
    ],
    [
      "an extension in the wrong place of a schema",
      "components/schemas/RelationshipRequest.yaml",
      "properties:\n",
      "x-loggable: true\nproperties:\n",
      "x-loggable",
      "`x-loggable` belongs to Parameter, not to Schema.  (partner-center/known-extensions)",
    ],
    [
      "an extension in the wrong place of a path",
      OPERATION,
      "get:\n",
      "x-idempotent: true\nget:\n",
      "x-idempotent",
      "`x-idempotent` belongs to Operation, not to PathItem.  (partner-center/known-extensions)",
    ],
    [
      "an extension of another type at a parameter",
      "components/parameters/Version.yaml",
      "x-loggable: true",
      'x-loggable: "yes"',
      '"yes"',
      "Expected type `boolean` but got `string`.  (struct)",
    ],
    [
      "an extension of another type at an operation",
      OPERATION,
      "  parameters:\n",
      "  x-idempotent: 1\n  parameters:\n",
      "1\n  parameters:",
      "Expected type `boolean` but got `integer`.  (struct)",
    ],
    [
      "an operation without a common parameter",
      OPERATION,
      "    - $ref: ../components/parameters/XLocale.yaml\n",
      "",
      "parameters:",
      "`getRelationshipRequestLink` lacks under `parameters`: `- $ref: ../components/parameters/XLocale.yaml`.  (partner-center/every-operation)",
    ],
    [
      "an operation without a common response",
      OPERATION,
      /^ {4}"429":\n.*\n/m,
      "",
      "responses:",
      '`getRelationshipRequestLink` lacks under `responses`: `"429": { $ref: ../components/responses/TooManyRequests.yaml }`.  (partner-center/every-operation)',
    ],
    [
      "a success without a common header",
      "components/responses/RelationshipRequestLink.yaml",
      /^ {2}MS-CV:\n.*\n/m,
      "",
      "description:",
      "`getRelationshipRequestLink` lacks under `headers of 200`: `MS-CV: { $ref: ../headers/MsCv.yaml }`.  (partner-center/every-operation)",
    ],
    [
      "an operation without operationId",
      OPERATION,
      /^ {2}operationId: .*\n/m,
      "",
      "get:",
      "Operation object should contain `operationId` field.  (operation-operationId)",
    ],
    [
      "two operations with one operationId",
      OPERATION,
      /^get:\n((?: .*\n|\n)+)/,
      "head:\n$1get:\n$1",
      "operationId:",
      "Every operation must have a unique `operationId`.  (operation-operationId-unique)",
    ],
    [
      "a property without an example",
      "components/schemas/ResourceAttributes.yaml",
      /\n {4}examples:\n {6}- RelationshipRequest\n/,
      "\n",
      "objectType",
      'Scalar property should have "example" or "examples" defined.  (scalar-property-missing-example)',
    ],
    [
      "a component that nothing uses",
      "openapi.yaml",
      "components:\n",
      "components:\n  schemas:\n    Unused:\n      type: object\n",
      "Unused",
      'Component: "Unused" is never used.  (no-unused-components)',
    ],
    [
      "an example that its schema does not allow",
      "components/examples/CustomerReseller.json",
      '"companyName": "Contoso"',
      '"companyName": 1',
      '1,\n      "links"',
      "Example value must conform to the schema: `companyName` property type must be string.  (no-invalid-media-type-examples)",
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

  it.each(["Authorization", "accept", "Content-Type"])(
    "names the place of a header parameter `%s`, which OpenAPI ignores",
    async (name) => {
      let at = "";
      const { exitCode, stdout } = await lintSpec(async (spec) => {
        at = await edit(`${spec}/components/parameters/XLocale.yaml`, "X-Locale", name, name);
      });

      expect(stdout).toBe(
        `${at}  OpenAPI ignores a header parameter of this name. Use a security scheme for Authorization, and content for Accept and Content-Type.  (rule/header-parameters-that-openapi-ignores)\n`,
      );
      expect(exitCode).toBe(1);
    },
  );

  it.each([
    [
      "the name of a header",
      "components/responses/RelationshipRequestLink.yaml",
      "headers:\n",
      "headers:\n  x-pages:\n    description: Pages.\n    schema:\n      type: integer\n",
    ],
    [
      "the name of a property",
      "components/schemas/RelationshipRequest.yaml",
      "properties:\n",
      "properties:\n  x-pages:\n    type: integer\n    examples:\n      - 1\n",
    ],
  ])("does not take %s for an extension", async (_title, file, text, replacement) => {
    const linted = await lintSpec(async (spec) => {
      await edit(`${spec}/${file}`, text, replacement, "x-pages");
    });

    expect(linted).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  it("lists the known extensions for one that is like none of them", async () => {
    const { stdout } = await lintSpec(async (spec) => {
      const file = `${spec}/components/schemas/RelationshipRequest.yaml`;
      await edit(file, "properties:\n", "x-pages: true\nproperties:\n", "x-pages");
    });

    expect(stdout).toMatch(/ {2}Unknown extension `x-pages`\. Known: x-idempotent, .*\. {2}/);
  });

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

  it("shows what is wrong with the configuration of Redocly, and nothing about Node", () =>
    withCopy(["spec", "scripts"], async (cwd) => {
      const rules = "rules:\n";
      await edit(`${cwd}/scripts/redocly.yaml`, rules, `${rules}  no-such-rule: error\n`, rules);

      const { exitCode, stdout, stderr } = await run("tsx", ["scripts/lint-spec.ts"], { cwd });

      expect(stderr).toContain("Property `no-such-rule` is not expected here.");
      expect(stderr).not.toMatch(/Node|ignore|[╔║╚]/);
      expect(stdout).toBe("");
      expect(exitCode).toBe(1);
    }));

  it("ignores the files that editors keep beside those they edit", async () => {
    const { stdout } = await lintSpec(async (spec) => {
      for (const name of [".Customer.yaml.swp", "Customer.yaml~", "#Customer.yaml#"]) {
        await writeFile(`${spec}/components/schemas/${name}`, "[");
      }
    });

    expect(stdout).toBe("");
  });
});
