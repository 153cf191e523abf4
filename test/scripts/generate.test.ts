import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { compile } from "../compile.js";
import { withCopy } from "../copy.js";
import { run } from "../run.js";

const PATHS = ["generated", "scripts", "spec", "src/cli", "tsconfig.json"];
const OPERATION = "spec/paths/v{version}_customers_relationshiprequests.yaml";
const FILES = ["openapi.ts", "operations.ts", "examples.ts", "openapi.json", "names.ts"];
const TYPESCRIPT = FILES.filter((name) => name.endsWith(".ts"));

const generate = (cwd: string, ...args: string[]) =>
  run("tsx", ["scripts/generate.ts", ...args], { cwd });

async function edit(file: string, text: string | RegExp, replacement: string): Promise<void> {
  const before = await readFile(file, "utf8");
  const after = before.replace(text, replacement);
  if (after === before) {
    throw new Error(`${file} has no ${text}.`);
  }
  await writeFile(file, after);
}

/** What the generated files are, as one text each. */
const contents = (cwd: string) =>
  Promise.all(FILES.map((name) => readFile(`${cwd}/generated/${name}`, "utf8")));

describe("npm run generate", () => {
  it("writes the same bytes on every run", () =>
    withCopy(PATHS, async (cwd) => {
      const committed = await contents(cwd);
      await rm(`${cwd}/generated`, { recursive: true });

      await generate(cwd);
      const first = await contents(cwd);
      await generate(cwd);

      expect(first).toEqual(committed);
      expect(await contents(cwd)).toEqual(first);
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
    ["is no YAML", "openapi: [", "Invalid syntax: "],
    ["leads nowhere", "paths: { /: { $ref: lost.yaml } }", "`lost.yaml` does not exist. "],
  ])("says so when it %s, and writes nothing", (_what, text, words) =>
    withCopy(PATHS, async (cwd) => {
      const before = await readFile(`${cwd}/generated/openapi.ts`, "utf8");
      const file = `${cwd}/spec/openapi.yaml`;
      const spec = await readFile(file, "utf8");
      const key = /^\w+/.exec(text)?.[0];
      await writeFile(file, spec.replace(new RegExp(`^${key}:.*(\n .*)*`, "m"), text));

      const { exitCode, stderr } = await generate(cwd);

      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/^Nothing was generated: spec\/openapi\.yaml:\d+:\d+ {2}.*\n$/);
      expect(stderr).toContain(words);
      await expect(readFile(`${cwd}/generated/openapi.ts`, "utf8")).resolves.toBe(before);
    }),
  );
});

/** What is generated, and what linter and compiler say, when these lines stand as an operation at the path of the link. */
function generateWith(operation: string, files: Readonly<Record<string, string>> = {}) {
  return withCopy(PATHS, async (cwd) => {
    await appendFile(`${cwd}/${OPERATION}`, operation);
    for (const [file, text] of Object.entries(files)) {
      await writeFile(`${cwd}/spec/components/${file}`, text);
    }
    // What every operation needs would only repeat the committed operations here.
    const skipped = ["--skip-rule", "partner-center/every-operation"];
    const options = ["--config", "scripts/redocly.yaml", "--format", "stylish", ...skipped];
    const lint = await run("redocly", ["lint", "partner-center", ...options], { cwd });
    const { exitCode, stderr } = await generate(cwd);
    const [, operations = "", examples = ""] = await contents(cwd);
    const compiled = await compile(TYPESCRIPT.map((name) => `${cwd}/generated/${name}`));
    return { linted: lint.stdout, exitCode, stderr, operations, examples, compiled };
  });
}

const CREATE = `post:
  operationId: link.create-1
  tags:
    - Invite
  summary: Create link
  description: Creates a link. Takes App+User tokens only.
  parameters:
    - $ref: ../components/parameters/Version.yaml
    - name: in
      in: query
      description: Its name is a word of the language.
      schema:
        type: integer
        minimum: 1
      example: 1
    - $ref: ../components/parameters/Page-Size.yaml
  requestBody:
    content:
      application/json:
        schema:
          type: object
          properties:
            note:
              type: string
              examples:
                - Hello
        examples:
          hello:
            $ref: ../components/examples/Greeting-Note.json
          morning:
            value:
              note: Good morning
  responses:
    "200":
      description: An answer of a schema without a name.
      content:
        text/plain:
          schema:
            type: string
            examples:
              - Welcome
          example: Welcome
    "204":
      description: Nothing to say.
    4XX:
      description: Any refusal.
`;
const CREATE_FILES = {
  "examples/Greeting-Note.json": '{ "value": { "note": "Hello" } }',
  "parameters/Page-Size.yaml":
    "name: size\nin: query\ndescription: How many.\nschema:\n  type: integer\nexample: 1\n",
};

describe("npm run generate, of what the linter accepts,", () => {
  it("takes request examples, inline schemas, replies without content, and names that TypeScript would not", async () => {
    const { linted, stderr, operations, examples, compiled } = await generateWith(
      CREATE,
      CREATE_FILES,
    );

    expect({ linted, stderr, compiled }).toEqual({ linted: "", stderr: "", compiled: [] });
    expect(operations).toMatch(
      /"link\.create-1", method: "POST".* successStatuses: \[200, 204\], emptyStatuses: \[204\][,} ]/,
    );
    expect(operations).toContain(
      'const In: Parameter = { name: "in", in: "query", type: "integer", minimum: 1 };',
    );
    expect(examples).toContain('"Greeting-Note": {\n    "note": "Hello"\n  } satisfies ');
    expect(examples).toContain('status: 200, mediaTypes: ["text/plain"], examples: ["Welcome"');
    expect(examples).toContain("status: 204, mediaTypes: [], examples: [] }");
  });
});

describe("npm run generate says what it cannot use", () => {
  it.each([
    [
      "an operation without operationId",
      CREATE.replace(/ {2}operationId.*\n/, ""),
      "POST /v{version}/customers/relationshiprequests has no operationId.",
    ],
    [
      "two operations of one operationId",
      CREATE.replace("link.create-1", "getRelationshipRequestLink"),
      "Every operation must have a unique `operationId`. at ",
    ],
    [
      "a pattern that is none",
      CREATE.replace("minimum: 1", 'pattern: "("'),
      "The pattern of the parameter in is no regular expression: (",
    ],
  ])("%s", async (_title, operation, message) => {
    const { exitCode, stderr } = await generateWith(operation, CREATE_FILES);

    expect(stderr).toContain(`Nothing was generated: ${message}`);
    expect(exitCode).toBe(1);
  });
});

describe("npm run generate:check", () => {
  const ADVICE = "Run `npm run generate` and commit the result.\n";
  /** What the check prints of these files. */
  const messages = (state: string, files: readonly string[]) =>
    files.map((name) => `generated/${name} ${state}.\n`).join("") + ADVICE;
  const ALL = ["openapi.json", "openapi.ts", "names.ts", "operations.ts", "examples.ts"];
  const STALE = "does not match spec/openapi.yaml";

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
        stderr: messages(STALE, ["openapi.json", "openapi.ts", "operations.ts"]),
      });
    }));

  it("fails when what is generated has been edited by hand, and leaves it alone", () =>
    withCopy(PATHS, async (cwd) => {
      for (const name of FILES) {
        await appendFile(`${cwd}/generated/${name}`, "// by hand\n");
      }
      const edited = await contents(cwd);

      await expect(generate(cwd, "--check")).resolves.toEqual({
        exitCode: 1,
        stdout: "",
        stderr: messages(STALE, ALL),
      });
      expect(await contents(cwd)).toEqual(edited);
    }));

  it("fails when what is generated is missing", () =>
    withCopy(PATHS, async (cwd) => {
      await rm(`${cwd}/generated`, { recursive: true });

      await expect(generate(cwd, "--check")).resolves.toEqual({
        exitCode: 1,
        stdout: "",
        stderr: messages("is missing", ALL),
      });
    }));

  it("fails when the row of an operation is stale", () =>
    withCopy(PATHS, async (cwd) => {
      await edit(`${cwd}/spec/components/parameters/Version.yaml`, "x-loggable: true\n", "");

      await expect(generate(cwd, "--check")).resolves.toEqual({
        exitCode: 1,
        stdout: "",
        stderr: messages(STALE, ["openapi.json", "operations.ts"]),
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
        "generated/openapi.json does not match spec/openapi.yaml.\ngenerated/examples.ts does not match spec/openapi.yaml.\nRun `npm run generate` and commit the result.\n",
      );
    }));
});
