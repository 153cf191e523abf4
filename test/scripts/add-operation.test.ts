import { readFile, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { COMPILER } from "../../scripts/run.js";
import { withCopy } from "../copy.js";
import { type Run, run } from "../run.js";

// The recipe of CONTRIBUTING, step by step, with four kinds of operations.

/** What may be added, gzipped, to a caller who uses one function, for an operation that it does not call. */
const MOST_GROWTH = 80;

const COPIED = [
  ...["biome.json", "tsconfig.json", "tsconfig.build.json"],
  ...["generated", "scripts", "spec", "src"],
];

/** The lines that every operation has, which the linter asks for by name. */
const COMMON_PARAMETERS = [
  ...["MsRequestId", "MsCorrelationId", "MsCv", "XLocale"],
  ...["MsPartnerCenterApplication", "ValidateMfa"],
];
const SUCCESS_HEADERS = [
  ["MS-RequestId", "MsRequestId"],
  ["MS-CorrelationId", "MsCorrelationId"],
  ["MS-CV", "MsCv"],
  ["MS-ServerId", "MsServerId"],
  ["isMfaCompliant", "IsMfaCompliant"],
];
const FAULTS = [
  ['"400"', "BadRequest"],
  ['"401"', "Unauthorized"],
  ['"403"', "Forbidden"],
  ['"404"', "NotFound"],
  ['"429"', "TooManyRequests"],
  ['"500"', "InternalServerError"],
  ['"503"', "ServiceUnavailable"],
  ["default", "OtherFailure"],
];

const operation = (operationId: string, summary: string, parameters: readonly string[]) => `\
  operationId: ${operationId}
  tags:
    - Invite
  summary: ${summary}
  description: ${summary}, as this test has it. Takes App+User tokens only.
  parameters:
    - $ref: ../components/parameters/Version.yaml
${[...parameters, ...COMMON_PARAMETERS].map((name) => `    - $ref: ../components/parameters/${name}.yaml\n`).join("")}`;

const body = (schema: string, example: string) => `\
    content:
      application/json:
        schema:
          $ref: ../components/schemas/${schema}.yaml
        examples:
          ${example}:
            $ref: ../components/examples/${example}.json
`;

const responses = (status: number, content = "") => `\
  responses:
    "${status}":
      description: It worked.
      headers:
${SUCCESS_HEADERS.map(([header, name]) => `        ${header}:\n          $ref: ../components/headers/${name}.yaml\n`).join("")}\
${content.replaceAll(/^ {4}/gm, "      ")}\
${FAULTS.map(([fault, name]) => `    ${fault}:\n      $ref: ../components/responses/${name}.yaml\n`).join("")}`;

/** Step 1: a file for each path, with its name under `paths`. */
const PATHS = {
  "/v{version}/notes": `get:\n${operation("listNotes", "List notes", ["NoteKind"])}${responses(200, body("Notes", "NotesAll"))}`,
  "/v{version}/notes/pages": `get:\n${operation("listNotePages", "List notes in pages", ["NotePage", "NotesToken"])}${responses(200, body("NotePages", "NotePagesFirst"))}`,
  "/v{version}/notes/{note_id}": `patch:\n${operation("updateNote", "Update note", ["NoteId"])}  requestBody:\n    required: true\n${body("Note", "NoteChanged")}${responses(200, body("Note", "NoteChanged"))}`,
  "/v{version}/notes/{note_id}/reminders": `post:\n${operation("createReminder", "Send reminder", ["NoteId"])}${responses(202)}  x-idempotent: false\n`,
};

const parameter = (name: string, place: string, more: string) =>
  `name: ${name}\nin: ${place}\n${more}`;
const text = (name: string, value: string) =>
  `  ${name}:\n    type: string\n    description: Its ${name}.\n    examples:\n      - ${value}\n`;
const list = (more = "") =>
  `type: object\ndescription: Notes.\nproperties:\n  items:\n    type: array\n    description: The notes.\n    items:\n      $ref: Note.yaml\n${more}`;

/** Step 2: a file for each parameter, schema and example. */
const COMPONENTS = {
  "parameters/NoteKind.yaml": parameter(
    "kind",
    "query",
    "description: What kind.\nrequired: true\nx-loggable: true\nschema:\n  type: string\n  enum:\n    - open\n    - closed\nexample: open\n",
  ),
  "parameters/NotePage.yaml": parameter(
    "page",
    "query",
    "description: Which page.\nschema:\n  type: integer\n  minimum: 1\nexample: 1\n",
  ),
  "parameters/NotesToken.yaml": parameter(
    "Notes-Token",
    "header",
    "description: Where to go on.\nschema:\n  type: string\nexample: abc\n",
  ),
  "parameters/NoteId.yaml": parameter(
    "note_id",
    "path",
    "description: Which note.\nrequired: true\nschema:\n  type: string\nexample: n-1\n",
  ),
  "schemas/Note.yaml": `type: object\ndescription: A note.\nproperties:\n${text("id", "n-1")}${text("text", "Hello")}`,
  "schemas/Notes.yaml": list(),
  "schemas/NotePages.yaml": list(text("next", "/notes/pages?page=2")),
  "examples/NotesAll.json": '{"value":{"items":[{"id":"n-1","text":"Hello"}]}}',
  "examples/NotePagesFirst.json": '{"value":{"items":[{"id":"n-1"}],"next":"/notes/pages?page=2"}}',
  "examples/NoteChanged.json": '{"value":{"text":"Goodbye"}}',
};

/** A program that calls all four through the built client, and prints what came of it. */
const CALLER = `
import { createPartnerCenterClient } from "./dist/esm/src/index.js";
import { createSandbox, createSandboxFetch } from "./dist/esm/src/sandbox/index.js";

const fetch = createSandboxFetch();
const log = [];
const client = createPartnerCenterClient({
  credential: () => "a-token",
  fetch,
  onAttempt: ({ operationId, pathTemplate, parameters }) => log.push({ operationId, pathTemplate, parameters }),
});
const path = { version: "1", note_id: "n-1" };
const { data: notes } = await client.GET("/v{version}/notes", { params: { path, query: { kind: "open" } } });
const { data: page } = await client.GET("/v{version}/notes/pages", { params: { path, query: { page: 1 } } });
const { data: note } = await client.PATCH("/v{version}/notes/{note_id}", { params: { path }, body: { text: "Bye" } });
const reminder = await client.POST("/v{version}/notes/{note_id}/reminders", { params: { path } });
const refused = await client
  .GET("/v{version}/notes", { params: { path, query: { kind: "lost" } } })
  .catch(({ name, message }) => name + ": " + message);
const partner = createPartnerCenterClient({ credential: () => "a-token", fetch: createSandbox().fetch });
const { data: played } = await partner.GET("/v{version}/notes/pages", { params: { path, query: { page: 1 } } });
console.log(JSON.stringify({
  notes, played, page, note, refused, log,
  reminder: [reminder.response.status, reminder.data ?? null, reminder.error ?? null],
  sent: fetch.requests.map(({ method, url, body }) => [method, new URL(url).pathname, body ?? null]),
}));
`;

/** Bytes of what a caller of one function gets, minified and gzipped. */
async function bundleSize(root: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: 'export { createPartnerCenterClient } from "./src/index.js";',
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}

async function addOperations(cwd: string): Promise<void> {
  const named = Object.keys(PATHS).map((path) => {
    const file = `paths/${path.slice(1).replaceAll("/", "_")}.yaml`;
    return `  ${path}:\n    $ref: ${file}\n`;
  });
  const root = `${cwd}/spec/openapi.yaml`;
  const description = await readFile(root, "utf8");
  await writeFile(root, description.replace("paths:\n", `paths:\n${named.join("")}`));
  for (const [path, lines] of Object.entries(PATHS)) {
    await writeFile(`${cwd}/spec/paths/${path.slice(1).replaceAll("/", "_")}.yaml`, lines);
  }
  for (const [file, lines] of Object.entries(COMPONENTS)) {
    await writeFile(`${cwd}/spec/components/${file}`, lines);
  }
}

const passed = ({ exitCode, stdout, stderr }: Run) =>
  exitCode === 0 ? "passed" : `${stdout}\n${stderr}`;

describe("four operations that are added as CONTRIBUTING says", () => {
  it(
    "are linted, generated, compiled, covered by traffic, and answered in the sandbox, with nothing but spec/ changed",
    () =>
      withCopy(COPIED, async (cwd) => {
        const before = await bundleSize(cwd);
        await addOperations(cwd);

        // In the order of CONTRIBUTING.
        expect(passed(await run("biome", ["format", "--write", "spec"], { cwd }))).toBe("passed");
        expect(passed(await run("tsx", ["scripts/lint-spec.ts"], { cwd }))).toBe("passed");
        expect(passed(await run("tsx", ["scripts/generate.ts"], { cwd }))).toBe("passed");
        expect(passed(await run("biome", ["check", "--error-on-warnings", "spec"], { cwd }))).toBe(
          "passed",
        );
        expect(passed(await run(COMPILER, [], { cwd }))).toBe("passed");

        const drift = await run("tsx", ["scripts/drift.ts"], { cwd });
        const [, covered, all] = / (\d+)\/(\d+) operations/.exec(drift.stdout) ?? [];
        expect(passed(drift)).toBe("passed");
        expect(covered).toBe(all);

        const growth = ((await bundleSize(cwd)) - before) / Object.keys(PATHS).length;
        expect(growth).toBeLessThanOrEqual(MOST_GROWTH);
        expect(growth).toBeGreaterThan(0);

        expect(passed(await run("tsx", ["scripts/build.ts"], { cwd }))).toBe("passed");
        await writeFile(`${cwd}/caller.mjs`, CALLER);
        const called = await run("tsx", ["caller.mjs"], { cwd });
        expect(passed(called)).toBe("passed");
        expect(JSON.parse(called.stdout)).toEqual({
          notes: { items: [{ id: "n-1", text: "Hello" }] },
          page: { items: [{ id: "n-1" }], next: "/notes/pages?page=2" },
          played: { items: [{ id: "n-1" }], next: "/notes/pages?page=2" },
          note: { text: "Goodbye" },
          reminder: [202, null, null],
          refused:
            'PartnerCenterError: Invalid `kind`: expected one of "open", "closed", got "lost".',
          log: [
            {
              operationId: "listNotes",
              pathTemplate: "/v{version}/notes",
              parameters: { version: "1", kind: "open" },
            },
            {
              operationId: "listNotePages",
              pathTemplate: "/v{version}/notes/pages",
              parameters: { version: "1" },
            },
            {
              operationId: "updateNote",
              pathTemplate: "/v{version}/notes/{note_id}",
              parameters: { version: "1" },
            },
            {
              operationId: "createReminder",
              pathTemplate: "/v{version}/notes/{note_id}/reminders",
              parameters: { version: "1" },
            },
          ],
          sent: [
            ["GET", "/v1/notes", null],
            ["GET", "/v1/notes/pages", null],
            ["PATCH", "/v1/notes/n-1", { text: "Bye" }],
            ["POST", "/v1/notes/n-1/reminders", null],
          ],
        });
      }),
    600_000,
  );
});
