import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { withCopy } from "../copy.js";
import { type Run, run } from "../run.js";
import { createRepository, type Repository } from "./repository.js";

type Edit = readonly [file: string, text: string | RegExp, replacement: string];

const SCHEMAS = "spec/components/schemas";
const PARAMETERS = "spec/components/parameters";
const EXAMPLES = "spec/components/examples";
const LINK = "spec/paths/v{version}_customers_relationshiprequests.yaml";
const REGISTRATION = "spec/paths/webhooks_v{version}_registration.yaml";
const RESELLERS = "spec/paths/v{version}_partners_validateresellers.yaml";

const RENAMED_PROPERTY: Edit[] = [
  `${SCHEMAS}/AgreementStatus.yaml`,
  `${EXAMPLES}/AgreementSigned.json`,
  `${EXAMPLES}/AgreementNotSigned.json`,
  "spec/code-samples/get-agreement-status.ts",
].map((file) => [file, /isAgreementSigned/g, "agreementSigned"]);

const ADDED_PROPERTY: Edit = [
  `${SCHEMAS}/AgreementStatus.yaml`,
  "properties:\n",
  "properties:\n  note:\n    type: string\n",
];
const REMOVED_OPERATION: Edit = [REGISTRATION, /^put:\n( .*\n|\n)+/m, ""];
const REMOVED_PATH: Edit = ["spec/openapi.yaml", / {2}\/v{version}\/profiles\/mpn:\n.*\n/, ""];
const REQUIRED_PARAMETER: Edit = [
  `${PARAMETERS}/IndirectResellerId.yaml`,
  "in: query\n",
  "in: query\nrequired: true\n",
];

/** Gives a parameter, and so requests, an enum with these values. */
const requestEnum = (...values: string[]): Edit => [
  `${PARAMETERS}/Version.yaml`,
  /^ {2}enum:.*\n( {4}.*\n)*/m,
  `  enum: ${JSON.stringify(values)}\n`,
];

/** Gives a property, and so responses, an enum with these values. */
const responseEnum = (...values: string[]): Edit => [
  `${SCHEMAS}/Customer.yaml`,
  /^ {2}commerceId:\n( {4}enum:.*\n)?/m,
  `  commerceId:\n    enum: ${JSON.stringify(values)}\n`,
];

const specVersion = (version: string): Edit => [
  "spec/openapi.yaml",
  /^ {2}version: .*$/m,
  `  version: ${version}`,
];
const versions = (version: string): Edit[] => [
  specVersion(version),
  ["package.json", /"version": ".*?"/, `"version": "${version}"`],
];
const changelog = (version: string, lines: string): Edit => [
  "CHANGELOG.md",
  /.*/s,
  `# Changelog\n\n## ${version} - unreleased\n\n${lines}\n`,
];

async function edit(cwd: string, edits: readonly Edit[]): Promise<void> {
  for (const [file, text, replacement] of edits) {
    const before = await readFile(`${cwd}/${file}`, "utf8");
    expect(before).toMatch(text);
    await writeFile(`${cwd}/${file}`, before.replace(text, replacement));
  }
}

/** A copy of this repository, of version 0.1.0, without a release or a baseline. */
interface Copy {
  readonly cwd: string;
  readonly git: Repository["git"];
  /** Commits these edits with the bundle of the description. */
  commit(edits: readonly Edit[], tag?: string): Promise<void>;
  rate(): Promise<Run>;
}

const bundle = (cwd: string, output: string) =>
  run(
    "redocly",
    ["bundle", "partner-center", "--config", "scripts/redocly.yaml", "--output", output],
    { cwd },
  );

function inCopy<Result>(use: (copy: Copy) => Promise<Result>): Promise<Result> {
  return withCopy(["spec", "scripts", "CHANGELOG.md"], async (cwd) => {
    await rm(`${cwd}/scripts/baseline`, { recursive: true, force: true });
    await edit(cwd, [...versions("0.1.0"), changelog("0.1.0", "### Added")]);
    const committed = ["CHANGELOG.md", "generated/openapi.json", "package.json", "spec"];
    const repository = await createRepository(cwd, committed);
    return use({
      cwd,
      git: repository.git,
      commit: async (edits, tag) => {
        await edit(cwd, edits);
        await bundle(cwd, "generated/openapi.json");
        await repository.commit(tag);
      },
      rate: () => run("tsx", ["scripts/spec-diff.ts"], { cwd }),
    });
  });
}

/** Rates these edits of release 0.1.0. */
const rate = (edits: readonly Edit[], released: readonly Edit[] = []) =>
  inCopy(async ({ cwd, commit, rate }) => {
    await commit(released, "v0.1.0");
    await edit(cwd, edits);
    return rate();
  });

describe("spec:diff", () => {
  it.each<[string, string, string, string, readonly Edit[], readonly Edit[]]>([
    [
      "a renamed property",
      "Property `isAgreementSigned` of `AgreementStatus` was renamed to `agreementSigned`.",
      `${SCHEMAS}/AgreementStatus.yaml`,
      "isAgreementSigned",
      RENAMED_PROPERTY,
      [],
    ],
    [
      "a removed operation",
      "Operation `PUT /webhooks/v{version}/registration` was removed.",
      REGISTRATION,
      "updateWebhookRegistration",
      [REMOVED_OPERATION],
      [],
    ],
    [
      "a removed path",
      "Path `/v{version}/profiles/mpn` was removed.",
      "spec/paths/v{version}_profiles_mpn.yaml",
      "getMpnProfile",
      [REMOVED_PATH],
      [],
    ],
    [
      "a parameter made required",
      "`indirectResellerId` query parameter became required.",
      `${PARAMETERS}/IndirectResellerId.yaml`,
      "indirectResellerId",
      [REQUIRED_PARAMETER],
      [],
    ],
    [
      "an enum narrowed in requests",
      "Enum lost values: '2'.",
      `${PARAMETERS}/Version.yaml`,
      "version",
      [requestEnum("1")],
      [requestEnum("1", "2")],
    ],
    [
      "an enum narrowed in responses",
      "Enum lost values: b.",
      `${SCHEMAS}/Customer.yaml`,
      "commerceId",
      [responseEnum("a")],
      [responseEnum("a", "b")],
    ],
    [
      "a property renamed in requests",
      "Property `partnerIds` was renamed to `partnerIDs`.",
      RESELLERS,
      "partnerIds",
      [[RESELLERS, "partnerIds:", "partnerIDs:"]],
      [],
    ],
    [
      "a renamed path parameter",
      "Parameter `customer_id` was renamed to `customerId`.",
      `${PARAMETERS}/CustomerId.yaml`,
      "customer_id",
      [[`${PARAMETERS}/CustomerId.yaml`, "name: customer_id", "name: customerId"]],
      [],
    ],
    [
      "an added request body that is required",
      "A required request body was added.",
      LINK,
      "getRelationshipRequestLink",
      [
        [
          LINK,
          "  parameters:\n",
          "  requestBody:\n    required: true\n    content: { application/json: {} }\n  parameters:\n",
        ],
      ],
      [],
    ],
    [
      "a removed schema",
      "Schema `AgreementStatus` was removed.",
      `${SCHEMAS}/AgreementStatus.yaml`,
      "AgreementStatus",
      [
        [
          "spec/components/responses/AgreementStatus.yaml",
          "schemas/AgreementStatus.yaml",
          "schemas/MpnProfile.yaml",
        ],
      ],
      [],
    ],
  ])("fails for %s, and names it", async (_title, message, file, name, edits, released) => {
    const { exitCode, stdout } = await rate(edits, released);

    expect(stdout).toContain(`
major: ${message}
  ${file}
  Undo it, or raise info.version and the version of package.json to 0.2.0 and name \`${name}\` in a new line under "Breaking" of 0.2.0 in CHANGELOG.md.
`);
    expect(exitCode).toBe(1);
  });

  it("names the root of the description where the file of a change is gone", async () => {
    const { stdout } = await inCopy(async ({ cwd, commit, rate }) => {
      await commit([], "v0.1.0");
      await edit(cwd, [REMOVED_PATH]);
      await rm(`${cwd}/spec/paths/v{version}_profiles_mpn.yaml`);
      return rate();
    });

    expect(stdout).toContain(
      "\nmajor: Path `/v{version}/profiles/mpn` was removed.\n  spec/openapi.yaml\n",
    );
  });

  it("passes for an added optional property", async () => {
    const { exitCode, stdout } = await rate([ADDED_PROPERTY]);

    expect(stdout).toBe(
      `Since v0.1.0 (0.1.0): 0 major, 1 minor, 0 patch.
There is no earlier commit to compare with.
The version is 0.1.0; it has to be 0.1.1 or later.

Not breaking since v0.1.0 (0.1.0): 1 minor in ${SCHEMAS}.
`,
    );
    expect(exitCode).toBe(0);
  });

  it("passes for a breaking change that version and changelog announce", async () => {
    const { exitCode, stdout } = await rate([
      ...RENAMED_PROPERTY,
      ...versions("0.2.0"),
      changelog("0.2.0", "### Breaking\n\n- `AgreementStatus.isAgreementSigned` has a new name."),
    ]);

    expect(stdout).toContain("  The version and CHANGELOG.md announce it.\n");
    expect(exitCode).toBe(0);
  });

  it.each([
    ["not at all", "### Breaking"],
    ["under another heading", "### Changed\n\n- `isAgreementSigned`"],
    ["not as code", "### Breaking\n\n- isAgreementSigned"],
    ["as a part of a name", "### Breaking\n\n- `isAgreementSignedAt`"],
    ["in another section", "## 0.1.0 - unreleased\n\n### Breaking\n\n- `isAgreementSigned`"],
  ])("fails for a breaking change that the changelog names %s", async (_title, lines) => {
    const { exitCode, stdout } = await rate([
      ...RENAMED_PROPERTY,
      ...versions("0.2.0"),
      changelog("0.2.0", lines),
    ]);

    expect(stdout).toContain(
      '\n  Undo it, or name `isAgreementSigned` in a new line under "Breaking" of 0.2.0 in CHANGELOG.md.\n',
    );
    expect(exitCode).toBe(1);
  });

  it("fails for a breaking change that the changelog names and the version does not announce", async () => {
    const { exitCode, stdout } = await rate([
      ...RENAMED_PROPERTY,
      ...versions("0.1.1"),
      changelog("0.2.0", "### Breaking\n\n- `isAgreementSigned`"),
    ]);

    expect(stdout).toContain(
      "\n  Undo it, or raise info.version and the version of package.json to 0.2.0.\n",
    );
    expect(exitCode).toBe(1);
  });

  it("asks for a new major version once there is a 1.0.0", async () => {
    const { exitCode, stdout } = await inCopy(async ({ cwd, commit, rate }) => {
      await commit(versions("1.2.3"), "v1.2.3");
      await edit(cwd, [REQUIRED_PARAMETER, ...versions("1.10.0")]);
      return rate();
    });

    expect(stdout).toContain("The version is 1.10.0; it has to be 2.0.0 or later.\n");
    expect(exitCode).toBe(1);
  });

  it("reports once what several operations share", async () => {
    const parameter = "    - $ref: ../components/parameters/Version.yaml\n";
    const { stdout } = await rate([
      [LINK, parameter, ""],
      [RESELLERS, parameter, ""],
      [`${SCHEMAS}/Customer.yaml`, /^ {2}commerceId:\n( {4}.*\n)*/m, ""],
    ]);

    expect(stdout).toContain("Since v0.1.0 (0.1.0): 3 major, ");
    expect(stdout.match(/^major: .*\n.*/gm)).toEqual([
      `major: Property \`commerceId\` of \`Customer\` was removed.\n  ${SCHEMAS}/Customer.yaml`,
      `major: \`version\` path parameter was removed.\n  ${LINK}, ${RESELLERS}`,
    ]);
  });

  it.each([
    [
      "two versions that differ",
      [specVersion("0.2.0")],
      "package.json has version 0.1.0, spec/openapi.yaml 0.2.0. Give both the same.\n",
    ],
    [
      "a prerelease",
      versions("0.2.0-rc.1"),
      "Invalid info.version of spec/openapi.yaml: expected three numbers, got 0.2.0-rc.1.\n",
    ],
    [
      "a version before the last",
      versions("0.0.9"),
      "info.version of spec/openapi.yaml is 0.0.9, before that of v0.1.0.\n",
    ],
  ])("refuses %s", async (_title, edits, message) => {
    const { exitCode, stderr } = await rate(edits);

    expect(stderr).toBe(message);
    expect(exitCode).toBe(1);
  });
});

describe("the release that spec:diff compares with", () => {
  it("is the last", async () => {
    const { exitCode, stdout } = await inCopy(async ({ commit, rate }) => {
      await commit([], "v0.1.0");
      await commit([REQUIRED_PARAMETER, ...versions("0.2.0")], "v0.2.0");
      // The version itself is no change.
      await commit(versions("0.2.1"));
      return rate();
    });

    expect(stdout).toContain("Since v0.2.0 (0.2.0): 0 major, 0 minor, 0 patch.\n");
    expect(exitCode).toBe(0);
  });

  it("is the one before, of a release as it was committed", async () => {
    const { exitCode, stdout } = await inCopy(async ({ commit, rate }) => {
      await commit([], "v0.1.0");
      await commit([REQUIRED_PARAMETER, ...versions("0.1.1")], "v0.1.1");
      return rate();
    });

    expect(stdout).toContain("Since v0.1.0 (0.1.0): 1 major, ");
    expect(exitCode).toBe(1);
  });

  it("is the release itself, of what is not yet committed after it", async () => {
    const { exitCode, stdout } = await inCopy(async ({ cwd, commit, rate }) => {
      await commit([], "v0.1.0");
      await commit(versions("0.2.0"), "v0.2.0");
      await edit(cwd, [REQUIRED_PARAMETER]);
      return rate();
    });

    expect(stdout).toContain("Since v0.2.0 (0.2.0): 1 major, ");
    expect(exitCode).toBe(1);
  });

  it("is no prerelease", async () => {
    const { stdout } = await inCopy(async ({ commit, rate }) => {
      await commit([], "v0.1.0");
      await commit([ADDED_PROPERTY], "v0.2.0-rc.1");
      await commit([]);
      return rate();
    });

    expect(stdout).toContain("Since v0.1.0 (0.1.0): 0 major, 1 minor, ");
  });

  it("is the committed baseline while there is none", async () => {
    const { exitCode, stdout } = await inCopy(async ({ cwd, commit, rate }) => {
      await bundle(cwd, "scripts/baseline/openapi.json");
      await commit([ADDED_PROPERTY]);
      return rate();
    });

    expect(stdout).toContain("Since scripts/baseline/openapi.json (0.1.0): 0 major, 1 minor, ");
    expect(exitCode).toBe(0);
  });

  it("is missed where there is no baseline either", async () => {
    const { exitCode, stderr } = await inCopy(async ({ commit, rate }) => {
      await commit([]);
      return rate();
    });

    expect(stderr).toBe(
      "Nothing was rated: there is no earlier release. Run `git fetch --tags` in a clone.\n",
    );
    expect(exitCode).toBe(1);
  });
});

describe("the commit that spec:diff compares with", () => {
  /** A property that no release has, and its new name. */
  const ADDED = ADDED_PROPERTY;
  const RENAMED: Edit = [`${SCHEMAS}/AgreementStatus.yaml`, "note:", "notes:"];

  it("is the parent of HEAD on main", async () => {
    const { exitCode, stdout } = await inCopy(async ({ commit, rate }) => {
      await commit([], "v0.1.0");
      await commit([ADDED]);
      await commit([RENAMED]);
      return rate();
    });

    expect(stdout).toMatch(/^Since v0\.1\.0 \(0\.1\.0\): 0 major, 1 minor, 0 patch\.$/m);
    expect(stdout).toMatch(/^Since \w{10} \(the parent of HEAD\): 1 major, 0 minor, 0 patch\.$/m);
    expect(stdout).toContain("The version is 0.1.0; it has to be 0.2.0 or later.\n");
    expect(stdout).toContain(" and name `note` in a new line under");
    expect(exitCode).toBe(1);
  });

  it("has lines of the changelog that announce no later change", async () => {
    const { exitCode, stdout } = await inCopy(async ({ commit, rate }) => {
      await commit([], "v0.1.0");
      await commit([ADDED, ...versions("0.2.0"), changelog("0.2.0", "### Breaking\n\n- `note`.")]);
      await commit([RENAMED]);
      return rate();
    });

    expect(stdout).toContain('name `note` in a new line under "Breaking" of 0.2.0');
    expect(exitCode).toBe(1);
  });

  it("is the merge base with main on a branch", async () => {
    const { exitCode, stdout } = await inCopy(async ({ git, commit, rate }) => {
      await commit([ADDED], "v0.1.0");
      await git("branch", "work");
      // What main does meanwhile is no change of the branch.
      await commit([REMOVED_OPERATION]);
      await git("switch", "--quiet", "work");
      await commit([RENAMED]);
      await commit([REQUIRED_PARAMETER]);
      return rate();
    });

    expect(stdout).toMatch(
      /^Since \w{10} \(the merge base of HEAD and main\): 2 major, 0 minor, 0 patch\.$/m,
    );
    expect(exitCode).toBe(1);
  });

  it("is the merge base with origin/main where there is one", async () => {
    const { stdout } = await inCopy(async ({ git, commit, rate }) => {
      await commit([], "v0.1.0");
      await git("update-ref", "refs/remotes/origin/main", "HEAD");
      await commit([ADDED]);
      await commit([RENAMED]);
      return rate();
    });

    expect(stdout).toMatch(
      /^Since \w{10} \(the merge base of HEAD and origin\/main\): 0 major, 1 minor, 0 patch\.$/m,
    );
  });

  it("is left out where it has no description in one file", async () => {
    const { exitCode, stdout } = await inCopy(async ({ git, commit, rate }) => {
      await commit([], "v0.1.0");
      await git("rm", "--quiet", "generated/openapi.json");
      await git("-c", "user.name=a", "commit", "--quiet", "--message", "Without the bundle");
      await commit([ADDED]);
      return rate();
    });

    expect(stdout).toMatch(
      /^Since \w{10} \(the parent of HEAD\): nothing to compare, as it has no generated\/openapi\.json\.$/m,
    );
    expect(exitCode).toBe(0);
  });

  it("is left out of what is no clone", async () => {
    const { exitCode, stdout } = await inCopy(async ({ cwd, rate }) => {
      await bundle(cwd, "scripts/baseline/openapi.json");
      await rm(`${cwd}/.git`, { recursive: true });
      return rate();
    });

    expect(stdout).toContain("There is no earlier commit to compare with.\n");
    expect(exitCode).toBe(0);
  });

  it("is missed in a clone without main, with the command that gets it", async () => {
    const { exitCode, stderr } = await inCopy(async ({ git, commit, rate }) => {
      await commit([], "v0.1.0");
      await commit([ADDED]);
      await git("branch", "--move", "work");
      return rate();
    });

    expect(stderr).toBe(
      "Nothing was rated: this clone has neither origin/main nor main. Run `git fetch origin main:main`.\n",
    );
    expect(exitCode).toBe(1);
  });

  it("is missed in a shallow clone until the command in the message has run", async () => {
    const [shallow, whole] = await inCopy(async ({ cwd, git, commit, rate }) => {
      await commit([], "v0.1.0");
      await commit([ADDED]);
      await git("clone", "--quiet", "--bare", ".", "origin.git");
      await git("clone", "--quiet", "--depth=1", `file://${cwd}/origin.git`, "shallow");
      await rm(`${cwd}/.git`, { recursive: true });
      await rename(`${cwd}/shallow/.git`, `${cwd}/.git`);
      const before = await rate();
      const [, command = ""] = /`git (.*)`/.exec(before.stderr) ?? [];
      await git(...command.split(" "));
      return [before, await rate()];
    });

    expect(shallow?.stderr).toBe(
      "Nothing was rated: this clone is shallow and may lack the commits and tags to compare with. Run `git fetch --unshallow --tags`.\n",
    );
    expect(shallow?.exitCode).toBe(1);
    expect(whole?.stdout).toContain("Since v0.1.0 (0.1.0): 0 major, 1 minor, 0 patch.\n");
    expect(whole?.stdout).toContain("(the parent of HEAD): 0 major, 1 minor, 0 patch.\n");
    expect(whole?.exitCode).toBe(0);
  });
});
