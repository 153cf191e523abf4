import { readFile, writeFile } from "node:fs/promises";
import { ROOT, withCopy } from "../copy.js";
import { run } from "../run.js";

const FILES = [
  "spec",
  "scripts/redocly.yaml",
  "scripts/redocly-plugin.js",
  "scripts/redocly-rules",
];
const LINT = ["lint", "partner-center", "--config", "scripts/redocly.yaml", "--format", "stylish"];

const CUSTOMER = "paths/v{version}_customers_{customer_id}.yaml";
const LINK = "paths/v{version}_customers_relationshiprequests.yaml";
const DESCRIPTION = "openapi.yaml";

const APP_PLUS_USER = "Takes App+User tokens only.";
const BOTH = "Takes App+User and App tokens.";

/** Lints a copy of the description in which `text` of `file` is replaced; returns what the rule reports. */
function findingsWith(file: string, text: string | RegExp, replacement: string) {
  return withCopy(FILES, async (cwd) => {
    const path = `${cwd}/spec/${file}`;
    const before = await readFile(path, "utf8");
    const after = before.replace(text, replacement);
    expect(after).not.toBe(before);
    await writeFile(path, after);
    const { exitCode, stdout } = await run("redocly", LINT, { cwd });
    const findings = stdout.split("\n").filter((line) => line.includes("sign-in-type"));
    return { exitCode, stdout, findings: findings.map(withoutColumns) };
  });
}

const withoutColumns = (line: string) => line.trim().replaceAll(/ {2,}/g, " ");

/** The line of a text in a file of the description. */
async function lineOf(file: string, text: string): Promise<number> {
  const body = await readFile(`${ROOT}spec/${file}`, "utf8");
  expect(body).toContain(text);
  return body.slice(0, body.indexOf(text)).split("\n").length;
}

describe("the linter names the operation, the line and the sentence to write", () => {
  it.each([
    [
      "an operation takes both kinds of token, and its description names one",
      CUSTOMER,
      BOTH,
      APP_PLUS_USER,
      BOTH,
      `\`getCustomer\` says "${APP_PLUS_USER}", which is not its \`security\`. Write in its description: "${BOTH}"`,
    ],
    [
      "an operation takes one kind of token, and its description names both",
      LINK,
      APP_PLUS_USER,
      BOTH,
      APP_PLUS_USER,
      `\`getRelationshipRequestLink\` says "${BOTH}", which is not its \`security\`. Write in its description: "${APP_PLUS_USER}"`,
    ],
    [
      "the sentence is missing",
      LINK,
      APP_PLUS_USER,
      "",
      "description: |",
      `\`getRelationshipRequestLink\` does not name its sign-in type. Write in its description: "${APP_PLUS_USER}"`,
    ],
    [
      "the sentence is there twice, once with the wrong word",
      CUSTOMER,
      BOTH,
      `${BOTH}\n    Takes App tokens only.`,
      BOTH,
      `\`getCustomer\` says "${BOTH}" and "Takes App tokens only.", which is not its \`security\`. Write in its description: "${BOTH}"`,
    ],
  ])("where %s", async (_title, file, text, replacement, place, message) => {
    const line = await lineOf(file, place);

    const linted = await findingsWith(file, text, replacement);

    expect(linted.stdout).toContain(`spec/${file}:\n`);
    expect(linted.findings).toEqual([
      expect.stringMatching(new RegExp(`^${line}:\\d+ error partner-center/sign-in-type `)),
    ]);
    expect(linted.findings[0]).toContain(message);
    expect(linted.exitCode).toBe(1);
  });

  it("where `security` changed and the words did not: in the description and in the table", async () => {
    const { exitCode, findings } = await findingsWith(
      LINK,
      "  parameters:\n",
      "  security:\n    - app:\n        - https://api.partnercenter.microsoft.com/.default\n  parameters:\n",
    );

    expect(findings).toEqual([
      expect.stringContaining('Write in its description: "Takes App tokens only."'),
      expect.stringContaining(
        "has `getRelationshipRequestLink` under App+User, and lacks `getRelationshipRequestLink` under App.",
      ),
    ]);
    expect(exitCode).toBe(1);
  });
});

describe("the linter names what is wrong with the table under Sign-in, and the row to write", () => {
  it.each([
    ["lacks an operation", "`getCustomer`, ", "", "lacks `getCustomer` under App."],
    [
      "has an operation that takes no such token",
      "`getCustomer`, ",
      "`getCustomer`, `getMpnProfile`, ",
      "has `getMpnProfile` under App.",
    ],
    [
      "names an operation that does not exist",
      "`getCustomer`, ",
      "`getCustomers`, ",
      "lacks `getCustomer` under App, and has `getCustomers` under App.",
    ],
    [
      "says that every operation takes both",
      /`validateResellers`.*(?= \|)/,
      "every operation",
      "has ",
    ],
  ])("where it %s", async (_title, text, replacement, message) => {
    const line = await lineOf(DESCRIPTION, "| taken by |");

    const linted = await findingsWith(DESCRIPTION, text, replacement);

    expect(linted.stdout).toContain(`spec/${DESCRIPTION}:\n`);
    expect(linted.findings).toEqual([
      expect.stringMatching(
        new RegExp(`^${line}:5 error partner-center/sign-in-type The row "taken by" `),
      ),
    ]);
    expect(linted.findings[0]).toContain(message);
    expect(linted.findings[0]).toMatch(
      /Write: \| taken by \| every operation \| `validateResellers`, .*`getCustomer`, .*`getAuditRecord` \|$/,
    );
    expect(linted.exitCode).toBe(1);
  });

  it("where it has no such row: at the description of the API", async () => {
    const { exitCode, findings } = await findingsWith(DESCRIPTION, "| taken by |", "| used by |");

    expect(findings).toEqual([
      expect.stringContaining('The row "taken by" of the sign-in table is missing.'),
    ]);
    expect(exitCode).toBe(1);
  });
});
