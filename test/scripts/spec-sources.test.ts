import { readFile, writeFile } from "node:fs/promises";
import { ROOT, withCopy } from "../copy.js";
import { run } from "../run.js";

const VENDOR = `${ROOT}test/spec/vendor.swagger.json`;

/** Compares the description with the vendor's, after these replacements in the text of the latter. */
function compare(...edits: ReadonlyArray<readonly [text: string, replacement: string]>) {
  return withCopy([], async (cwd) => {
    let document = await readFile(VENDOR, "utf8");
    for (const [text, replacement] of edits) {
      expect(document).toContain(text);
      document = document.replace(text, replacement);
    }
    await writeFile(`${cwd}/swagger.json`, document);
    return run("tsx", [`${ROOT}scripts/spec-sources.ts`, "swagger.json"], { cwd });
  });
}

describe("the comparison with the vendor's description", () => {
  it("finds the intended differences, each with its reason", async () => {
    const { exitCode, stdout, stderr } = await compare();

    expect(stderr).toBe("");
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      'path > version > enum: here ["1"], there null\n  Version 1 is the only one that is documented.\n',
    );
    expect(stdout).toMatch(/^32 differences, 32 of them listed\.$/m);
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
    const [unlisted = ""] = stderr.split("Listed there");
    expect(unlisted.trim().split("\n")).toEqual([
      "Not listed in scripts/spec-sources.json:",
      '{"fact":"media types > text/xml","here":true,"there":null,"reason":""}',
      '{"fact":"path > version > default","here":"1","there":"2","reason":""}',
      '{"fact":"query > dualRoleIndirectRelationship > type","here":"boolean","there":"string","reason":""}',
      '{"fact":"query > indirectResellerId > required","here":false,"there":true,"reason":""}',
      '{"fact":"query > page","here":null,"there":true,"reason":""}',
      '{"fact":"response 200 > body > expires","here":null,"there":true,"reason":""}',
      '{"fact":"response 202","here":null,"there":true,"reason":""}',
      '{"fact":"security > Authorization","here":null,"there":"basic","reason":""}',
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
    const [unlisted = ""] = stderr.split("Listed there");
    expect(unlisted.trim().split("\n")).toEqual([
      "Not listed in scripts/spec-sources.json:",
      '{"fact":"host > partner.example","here":null,"there":true,"reason":""}',
      '{"fact":"media types of requests > text/json","here":null,"there":true,"reason":""}',
      '{"fact":"operation > deprecated","here":null,"there":true,"reason":""}',
      '{"fact":"operation > x-ms-pageable","here":null,"there":{"nextLinkName":"next"},"reason":""}',
      '{"fact":"query > indirectResellerId > allowEmptyValue","here":null,"there":true,"reason":""}',
      '{"fact":"query > indirectResellerId > items > type","here":null,"there":"integer","reason":""}',
      '{"fact":"query > page","here":null,"there":true,"reason":""}',
      '{"fact":"response 200 > body > additionalProperties","here":null,"there":false,"reason":""}',
      '{"fact":"response 200 > body > allOf","here":null,"there":[{"required":["expires"]}],"reason":""}',
      '{"fact":"response 200 > body > lost > required","here":null,"there":true,"reason":""}',
      '{"fact":"response 200 > body > url > x-nullable","here":null,"there":true,"reason":""}',
      '{"fact":"response 200 > header > ms-cv > type","here":"string","there":"integer","reason":""}',
      '{"fact":"scheme > http","here":null,"there":true,"reason":""}',
      '{"fact":"security required > Authorization","here":null,"there":[],"reason":""}',
    ]);
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
      'Listed there, but no difference any more:\n{"fact":"security > ms-cv",',
    );
    expect(exitCode).toBe(1);
  });

  it.each([
    ["is not there", undefined, "swagger.json cannot be read: ENOENT"],
    ["is of no known form", "{", "swagger.json cannot be read: "],
    ["is empty", "", "swagger.json is not a Swagger 2.0 document.\n"],
    ["is OpenAPI 3", '{ "openapi": "3.1.1" }', "swagger.json is not a Swagger 2.0 document.\n"],
    ["lacks the operation", '{ "swagger": "2.0", "paths": {} }', "swagger.json has no GET /v{"],
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
    expect(stderr).toContain("Usage: npm run spec:sources -- FILE\n");
  });
});
