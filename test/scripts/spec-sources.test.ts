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
    expect(stdout).toMatch(/^28 differences, 28 of them listed\.$/m);
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

  it("refuses a listed difference that is gone", async () => {
    const { exitCode, stderr } = await compare(['"ms-cv": { "type"', '"cv": { "type"']);

    expect(stderr).toContain(
      'Listed there, but no difference any more:\n{"fact":"security > ms-cv",',
    );
    expect(exitCode).toBe(1);
  });

  it("says how it is used", async () => {
    const { exitCode, stderr } = await run("tsx", ["scripts/spec-sources.ts"]);

    expect(exitCode).toBe(2);
    expect(stderr).toContain("Usage: npm run spec:sources -- FILE\n");
  });
});
