import { readFile, writeFile } from "node:fs/promises";
import { parseDocument } from "yaml";
import { ROOT, withCopy } from "../copy.js";
import { run } from "../run.js";

const VENDOR = `${ROOT}test/spec/vendor.swagger.json`;

const LINK = "getRelationshipRequestLink";
const LINK_PATH = "/v{version}/customers/relationshiprequests";

type Edits = ReadonlyArray<readonly [text: string, replacement: string]>;

/** An entry of `scripts/spec-sources.json`. */
interface Entry {
  readonly operation: string | null;
  readonly fact: string;
  readonly here?: unknown;
  readonly there?: unknown;
  readonly reason: string;
}

/** What is listed of the link, and of the document that the tests have. */
const OF_LINK =
  /^(host > (api|partner)\.|scheme|security > (?!Bearer)|security required > appPlusUser|header > (?!ms-cv$|ms-continuationtoken)|path > version|query > indirect|response (\d+|default)$|response 200 > (body > url|header > (ismfa|ms-(correlationid|cv|requestid|serverid))))/;

/**
 * Compares the description, with the link as its only operation and these further paths, with what the tests have of the
 * vendor's, after these replacements in its text, and with another document of the vendor's where one is given. What is
 * listed for every operation is listed for the link alone, and `entries` in addition.
 */
async function compareWith(
  paths: Readonly<Record<string, object>>,
  edits: Edits,
  { entries = [], other }: { entries?: readonly Entry[]; other?: object } = {},
) {
  return withCopy(["spec", "scripts", "redocly.yaml", "tsconfig.json"], async (cwd) => {
    const spec = parseDocument(await readFile(`${cwd}/spec/openapi.yaml`, "utf8"));
    const link = spec.getIn(["paths", LINK_PATH]);
    spec.set("paths", { [LINK_PATH]: link, ...paths });
    await writeFile(`${cwd}/spec/openapi.yaml`, String(spec));

    const list = `${cwd}/scripts/spec-sources.json`;
    const listed: { elsewhere: object[]; differences: Entry[] } = JSON.parse(
      await readFile(list, "utf8"),
    );
    const kept = listed.differences
      .filter(({ fact }) => OF_LINK.test(fact))
      .map((entry) => (entry.operation === "every" ? { ...entry, operation: LINK } : entry));
    await writeFile(list, JSON.stringify({ ...listed, differences: [...kept, ...entries] }));

    let document = await readFile(VENDOR, "utf8");
    for (const [text, replacement] of edits) {
      expect(document).toContain(text);
      document = document.replace(text, replacement);
    }
    await writeFile(`${cwd}/swagger.json`, document);
    await writeFile(`${cwd}/other.json`, JSON.stringify(other ?? {}));
    const files = ["swagger.json", ...(other === undefined ? [] : ["other.json"])];
    return run("tsx", ["scripts/spec-sources.ts", ...files], { cwd });
  });
}

/** Compares the link alone. */
const compare = (...edits: Edits) => compareWith({}, edits);

/** The lines under "Not listed", as what they are about. */
function unlisted(stderr: string): string[] {
  const [lines = ""] = stderr.split("Listed there");
  const [title, ...rows] = lines.trim().split("\n");
  expect(title).toBe("Not listed in scripts/spec-sources.json:");
  return rows;
}

/** A line of it. */
const row = (operation: string | null, fact: string, here: unknown, there: unknown) =>
  JSON.stringify({ operation, fact, here, there, reason: "" });

const OTHER = {
  requestBody: {
    required: true,
    content: {
      "application/json": {
        schema: {
          type: "object",
          properties: { note: { type: "string", maxLength: 10 }, count: { type: "integer" } },
        },
      },
    },
  },
  responses: { "204": { description: "Done." } },
};
const OTHER_OF_VENDOR = JSON.stringify({
  parameters: [
    {
      name: "value",
      in: "body",
      schema: {
        type: "object",
        properties: { note: { type: "string" }, count: { type: "string" } },
      },
    },
  ],
  responses: { "204": { description: "Done." } },
});

describe("the comparison with the vendor's description", () => {
  it("finds the intended differences, each with its reason", async () => {
    const { exitCode, stdout, stderr } = await compare();

    expect(stderr).toBe("");
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      'getRelationshipRequestLink: path > version > enum: here ["1"], there null\n  Version 1 is the only one that is documented.\n',
    );
    expect(stdout).toMatch(/^40 differences, 40 of them listed\.$/m);
  });

  it("refuses every difference that is not listed", async () => {
    const { exitCode, stderr } = await compare(
      [
        '{ "name": "version"',
        '{ "name": "page", "in": "query", "type": "string" }, { "name": "version"',
      ],
      [
        '"name": "indirectResellerId", "in": "query"',
        '"name": "indirectResellerId", "in": "query", "required": true',
      ],
      ['"type": "boolean"', '"type": "string"'],
      ['"name": "version", "in": "path"', '"name": "version", "in": "path", "default": "2"'],
      [', "text/xml"', ""],
      ['"200": {', '"202": { "description": "Later." }, "200": {'],
      ['"url": {', '"expires": { "type": "string" }, "url": {'],
      ['"type": "apiKey", "in": "header", "name": "Authorization"', '"type": "basic"'],
    );

    expect(exitCode).toBe(1);
    expect(unlisted(stderr)).toEqual([
      row(null, "security > Authorization", null, "basic"),
      row(LINK, "media types > text/xml", true, null),
      row(LINK, "path > version > default", "1", "2"),
      row(LINK, "query > dualRoleIndirectRelationship > type", "boolean", "string"),
      row(LINK, "query > indirectResellerId > required", false, true),
      row(LINK, "query > page", null, true),
      row(LINK, "response 200 > body > expires", null, true),
      row(LINK, "response 202", null, true),
    ]);
  });

  it("compares what both formats can say, and keywords that it does not know", async () => {
    const { exitCode, stderr } = await compare(
      [
        '"swagger": "2.0",',
        '"swagger": "2.0", "host": "partner.example", "schemes": ["http", "https"], "consumes": ["text/json"],',
      ],
      [
        '"get": {',
        '"parameters": [{ "name": "page", "in": "query", "required": true, "type": "string" }], "get": {',
      ],
      ['"get": {', '"get": { "deprecated": true, "x-ms-pageable": { "nextLinkName": "next" },'],
      ['"get": {', '"get": { "security": [{ "Authorization": [] }],'],
      [
        '"name": "indirectResellerId", "in": "query"',
        '"name": "indirectResellerId", "in": "query", "allowEmptyValue": true, "items": { "type": "integer" }',
      ],
      [
        '"description": "The link.",',
        '"description": "The link.", "headers": { "MS-CV": { "type": "integer" } },',
      ],
      ['"Link": {', '"Link": { "additionalProperties": false, "required": ["lost"],'],
      ['"Link": {', '"Link": { "allOf": [{ "required": ["expires"] }],'],
      ['"url": {', '"url": { "x-nullable": true,'],
    );

    expect(exitCode).toBe(1);
    expect(unlisted(stderr)).toEqual([
      row(null, "host > partner.example", null, true),
      row(null, "scheme > http", null, true),
      row(LINK, "media types of requests > text/json", null, true),
      row(LINK, "operation > deprecated", null, true),
      row(LINK, "operation > x-ms-pageable", null, { nextLinkName: "next" }),
      row(LINK, "query > indirectResellerId > allowEmptyValue", null, true),
      row(LINK, "query > indirectResellerId > items > type", null, "integer"),
      row(LINK, "query > page", null, true),
      row(LINK, "response 200 > body > additionalProperties", null, false),
      row(LINK, "response 200 > body > allOf", null, [{ required: ["expires"] }]),
      row(LINK, "response 200 > body > lost > required", null, true),
      row(LINK, "response 200 > body > url > x-nullable", null, true),
      row(LINK, "response 200 > header > ms-cv > type", "string", "integer"),
      row(LINK, "security required > Authorization", null, []),
    ]);
  });

  it("lists an operation that the vendor's document lacks as one difference", async () => {
    const { exitCode, stderr } = await compare([LINK_PATH, "/v{version}/other"]);

    expect(unlisted(stderr)).toEqual([row(LINK, "operation", true, null)]);
    expect(exitCode).toBe(1);
  });

  it("takes no excuse of one operation for another", async () => {
    const { stderr } = await compareWith(
      { "/v{version}/other": { get: { ...OTHER, operationId: "getOther" } } },
      [
        [
          `"${LINK_PATH}": {`,
          `"/v{version}/other": { "get": ${OTHER_OF_VENDOR} }, "${LINK_PATH}": {`,
        ],
      ],
    );

    // What is excused for the link, and what is listed for all operations at once.
    const rows = unlisted(stderr);
    expect(rows).toContain(row("getOther", "header > x-locale", true, null));
    expect(rows).toContain(row("getOther", "response 404", true, null));
    expect(rows.filter((line) => !line.startsWith('{"operation":"getOther"'))).toEqual([]);
  });

  it("finds an operation in any of several documents, at the path that the vendor has elsewhere", async () => {
    const get = { ...JSON.parse(OTHER_OF_VENDOR), consumes: ["text/json"] };
    const other = {
      ...{ swagger: "2.0", info: { title: "Others", version: "1" }, host: "internal.example" },
      ...{ basePath: "/customers/WebApiV3", paths: { "/v{version}/other": { get } } },
    };

    const { stderr } = await compareWith(
      { "/v{version}/other": { get: { ...OTHER, operationId: "getOther" } } },
      [],
      { other },
    );

    const rows = unlisted(stderr);
    expect(rows).toContain(row(null, "host > internal.example", null, true));
    expect(rows).toContain(row("getOther", "body > count > type", "integer", "string"));
    expect(rows).not.toContain(row("getOther", "operation", true, null));
  });

  it("takes an entry for every operation, for any text and for any value, and misses one without use", async () => {
    const reason = "As it is meant to be.";
    const entries = [
      { operation: "every", fact: "* > indirectResellerId > format", here: null, reason },
      { operation: "every", fact: "* > indirectResellerId > format", here: "uuid", reason },
      { operation: "every", fact: "query > indirectResellerId > minimum", reason },
      { operation: "every", fact: "query > indirectResellerId", reason },
    ];

    const { stdout, stderr } = await compareWith(
      {},
      [
        [
          '"name": "indirectResellerId", "in": "query"',
          '"name": "indirectResellerId", "in": "query", "format": "guid", "minimum": 1',
        ],
      ],
      { entries },
    );

    expect(stdout).toMatch(/^42 differences, 42 of them listed\.$/m);
    expect(stderr).toBe(
      `Listed there, but no difference any more:\n${[entries[1], entries[3]].map((entry) => JSON.stringify(entry)).join("\n")}\n`,
    );
  });

  it("compares what may be null as what it is otherwise", async () => {
    const schema = {
      anyOf: [{ type: "object", properties: { note: { type: "string" } } }, { type: "null" }],
    };
    const content = { "application/json": { schema } };
    const ofVendor = {
      responses: {
        "200": {
          description: "It.",
          schema: { type: "object", properties: { note: { type: "integer" } } },
        },
      },
    };

    const { stderr } = await compareWith(
      {
        "/v{version}/other": {
          get: { operationId: "getOther", responses: { "200": { description: "It.", content } } },
        },
      },
      [
        [
          `"${LINK_PATH}": {`,
          `"/v{version}/other": { "get": ${JSON.stringify(ofVendor)} }, "${LINK_PATH}": {`,
        ],
      ],
    );

    expect(unlisted(stderr).filter((line) => line.includes("200 > body"))).toEqual([
      row("getOther", "response 200 > body > note > type", "string", "integer"),
      row("getOther", "response 200 > body > or null", true, null),
    ]);
  });

  it("compares the bodies of requests", async () => {
    const { stderr } = await compareWith(
      { "/v{version}/other": { get: { ...OTHER, operationId: "getOther" } } },
      [
        [
          `"${LINK_PATH}": {`,
          `"/v{version}/other": { "get": ${OTHER_OF_VENDOR} }, "${LINK_PATH}": {`,
        ],
      ],
    );

    expect(unlisted(stderr).filter((line) => /"(media types of requests|body)/.test(line))).toEqual(
      [
        row("getOther", "body > count > type", "integer", "string"),
        row("getOther", "body > note > maxLength", 10, null),
        row("getOther", "body > required", true, false),
        row("getOther", "media types of requests > application/json", true, null),
      ],
    );
  });

  it("compares neither words nor a parameter of the path that the operation has its own of", async () => {
    const { exitCode } = await compare(
      ['"get": {', '"get": { "summary": "Gets it.", "operationId": "Get it", "tags": ["It"],'],
      [
        '"get": {',
        '"parameters": [{ "name": "indirectResellerId", "in": "query", "type": "integer", "minimum": 1 }], "get": {',
      ],
    );

    expect(exitCode).toBe(0);
  });

  it("refuses a listed difference that is gone", async () => {
    const { exitCode, stderr } = await compare(['"ms-cv": { "type"', '"cv": { "type"']);

    expect(stderr).toContain(
      'Listed there, but no difference any more:\n{"operation":null,"fact":"security > ms-cv",',
    );
    expect(exitCode).toBe(1);
  });

  it.each([
    ["is not there", undefined, "swagger.json cannot be read: ENOENT"],
    ["is of no known form", "{", "swagger.json cannot be read: "],
    ["is empty", "", "swagger.json is not a Swagger 2.0 document.\n"],
    ["is OpenAPI 3", '{ "openapi": "3.1.1" }', "swagger.json is not a Swagger 2.0 document.\n"],
  ])("says so in a line when the file %s", (_what, text, message) =>
    withCopy([], async (cwd) => {
      if (text !== undefined) {
        await writeFile(`${cwd}/swagger.json`, text);
      }
      const { exitCode, stderr } = await run(
        "tsx",
        [`${ROOT}scripts/spec-sources.ts`, "swagger.json"],
        { cwd },
      );

      expect(stderr.startsWith(message)).toBe(true);
      expect(stderr).toMatch(/^.*\n$/);
      expect(exitCode).toBe(2);
    }),
  );

  it("says when references of the file lead nowhere", async () => {
    const { exitCode, stderr } = await compare(["#/definitions/Link", "#/definitions/Lost"]);

    expect(stderr).toMatch(/^swagger\.json has references that lead nowhere\.\n$/m);
    expect(stderr).not.toContain("    at ");
    expect(exitCode).toBe(2);
  });

  it("says how it is used", async () => {
    const { exitCode, stderr } = await run("tsx", ["scripts/spec-sources.ts"]);

    expect(exitCode).toBe(2);
    expect(stderr).toContain("Usage: npm run spec:sources -- FILE...\n");
  });
});
