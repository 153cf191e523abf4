import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Journal,
  type JournalKey,
  withJournal,
} from "../../src/cli/commands/links/journal.js";
import { accountIdOf } from "../../src/cli/sign-in/account-id.js";
import type { Reader } from "../../src/cli/sign-in/private-file.js";
import type { LockShell } from "../../src/cli/sign-in/sign-in-lock.js";
import { jwt } from "../jwt.js";
import { linkOf, tenant } from "./links-service.js";

const rowOf = (index: number) => ({
  index,
  place: `line ${index + 2}`,
  tenant: tenant(index + 1),
  name: "One",
  wrong: undefined,
});
const FIRST = rowOf(0);
const SECOND = rowOf(1);
const ROWS = [FIRST, SECOND];
const KEY: JournalKey = {
  resellers: ROWS.map((row) => row.tenant),
  account: "an account",
  profile: undefined,
  cloud: "global",
  baseUrl: "https://api.partnercenter.microsoft.com",
};
const READER: Reader = { platform: process.platform, userId: process.getuid?.() };

/** A shell on which time passes by waiting alone. */
function shellOf(onWait: () => void = () => undefined): LockShell {
  let elapsedMs = 0;
  return {
    signal: new AbortController().signal,
    elapsed: () => elapsedMs,
    random: () => 0.5,
    atExit: () => () => undefined,
    async wait(ms) {
      elapsedMs += ms;
      onWait();
    },
  };
}

async function withFile(use: (file: string, folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "partner-center-journal-"));
  try {
    await use(join(folder, "links.state"), folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function open(
  file: string,
  use: (journal: Journal) => Promise<void> | void,
  { key = KEY, reader = READER, shell = shellOf() } = {},
): Promise<void> {
  return withJournal({ file, key, rows: ROWS }, { ...shell, ...reader }, async (journal) => {
    await use(journal);
    journal.close(true);
  });
}

/** Writes a journal with the link of the first row. */
const write = (file: string) =>
  open(file, (journal) => journal.keep(FIRST, { tenant: FIRST.tenant, link: linkOf(1) }));

const refusal = (words: string) => ({
  exitCode: 2,
  message: `The file of \`--resume\` ${words}. No link was requested. Name another file.`,
});
const DAMAGED = refusal("is damaged, or was not written by this version of `links`");
const never = () => {
  throw new Error("It was used.");
};

describe("the journal of links", () => {
  it("returns the rows that have links, to the run that wrote them", () =>
    withFile(async (file) => {
      await write(file);
      await open(file, (journal) => {
        expect(ROWS.map((row) => journal.has(row))).toEqual([true, false]);
        expect(journal.read(FIRST)).toEqual({ tenant: tenant(1), name: "One", link: linkOf(1) });
      });
    }));

  it.each<[string, Partial<JournalKey>, string]>([
    ["resellers", { resellers: [] }, "other resellers or options"],
    ["account", { account: "another" }, "another account"],
    ["profile", { profile: "work" }, "another profile"],
    ["cloud", { cloud: "china" }, "another cloud"],
    ["base URL", { baseUrl: "https://sandbox.example.com" }, "another base URL"],
    ["account and cloud", { account: 1, cloud: "china" }, "another account, another cloud"],
  ])("is refused for another %s, and stays as it is", (_what, other, words) =>
    withFile(async (file) => {
      await write(file);
      const before = readFileSync(file, "utf8");

      await expect(open(file, never, { key: { ...KEY, ...other } })).rejects.toMatchObject(
        refusal(`was written for ${words}, so it is not used`),
      );
      expect(readFileSync(file, "utf8")).toBe(before);
    }),
  );

  it("has no account, profile or address in it", () =>
    withFile(async (file) => {
      await open(file, () => undefined, { key: { ...KEY, profile: "work" } });

      expect(readFileSync(file, "utf8")).not.toMatch(/an account|work|microsoft/);
    }));

  it.each<[string, (file: string, folder: string) => void, string | RegExp]>([
    ["open to others", (file) => chmodSync(file, 0o666), "is open to others (mode 0666)"],
    ["readable by a group", (file) => chmodSync(file, 0o640), "is open to others (mode 0640)"],
    [
      "a symbolic link",
      (file, folder) => {
        execFileSync("mv", [file, join(folder, "other")]);
        symlinkSync(join(folder, "other"), file);
      },
      "is a symbolic link",
    ],
    [
      "a symbolic link to nothing",
      (file, folder) => {
        execFileSync("rm", [file]);
        symlinkSync(join(folder, "other"), file);
      },
      "is a symbolic link",
    ],
    [
      "a pipe",
      (file) => {
        execFileSync("rm", [file]);
        execFileSync("mkfifo", ["-m", "600", file]);
      },
      "is not a file",
    ],
  ])("is refused when it is %s", (_what, change, words) =>
    withFile(async (file, folder) => {
      await write(file);
      change(file, folder);

      await expect(open(file, never)).rejects.toMatchObject(refusal(`${words}, so it is not used`));
    }),
  );

  it("is refused when it is a folder", () =>
    withFile(async (file) => {
      mkdirSync(file);

      await expect(open(file, never)).rejects.toMatchObject(refusal("cannot be used (EISDIR)"));
    }));

  it("is refused when it belongs to another user, to root as well", () =>
    withFile(async (file) => {
      await write(file);
      const reader = { platform: process.platform, userId: 4711 };

      await expect(open(file, never, { reader })).rejects.toMatchObject({
        exitCode: 2,
        message: expect.stringMatching(
          / belongs to another user \(number \d+\), so it is not used/,
        ),
      });
    }));

  it("is held to the other rules on Windows, which has neither modes nor owners", () =>
    withFile(async (file, folder) => {
      const reader: Reader = { platform: "win32", userId: undefined };
      await write(file);
      chmodSync(file, 0o666);
      await open(file, (journal) => expect(journal.has(FIRST)).toBe(true), { reader });
      symlinkSync(file, join(folder, "link"));

      await expect(open(join(folder, "link"), never, { reader })).rejects.toMatchObject(
        refusal("is a symbolic link, so it is not used"),
      );
    }));

  const row = { index: 1, tenant: tenant(2), link: linkOf(2) };
  it.each<[string, unknown]>([
    ["null", null],
    ["a number", 5],
    ["a list", []],
    ["no tenant", { ...row, tenant: undefined }],
    ["a tenant that is no text", { ...row, tenant: 5 }],
    ["the tenant of another row", { ...row, tenant: tenant(1) }],
    ["an index that the input has not", { ...row, index: 2 }],
    ["a negative index", { ...row, index: -1 }],
    ["an index that is text", { ...row, index: "1" }],
    ["a property of lists as its index", { ...row, index: "length" }],
    ["a javascript link", { ...row, link: "javascript:alert(1)" }],
    ["an http link", { ...row, link: "http://admin.microsoft.com/" }],
    ["a link that turns text around", { ...row, link: "https://admin.microsoft.com/\u202E" }],
    ["a link that is no text", { ...row, link: { toString: 1 } }],
    ["an id that is no text", { ...row, requestId: 5 }],
  ])("is refused with a row that is or has %s", (_what, content) =>
    withFile(async (file) => {
      await write(file);
      appendFileSync(file, `${JSON.stringify(content)}\n`);

      await expect(open(file, never)).rejects.toMatchObject(DAMAGED);
    }),
  );

  it.each([
    ["notes", "my notes\n"],
    ["notes without an end", "my notes"],
    ["zeros", "\0".repeat(1_000)],
    ["null", "null\n"],
    ["the first line of an earlier version", '{"partner-center links":1,"input":"0"}\n'],
  ])("is refused when it begins with %s", (_what, content) =>
    withFile(async (file) => {
      writeFileSync(file, content, { mode: 0o600 });

      await expect(open(file, never)).rejects.toMatchObject(DAMAGED);
      expect(readFileSync(file, "utf8")).toBe(content);
    }),
  );

  it("takes the name of a reseller from the input", () =>
    withFile(async (file) => {
      await write(file);
      appendFileSync(file, `${JSON.stringify({ ...row, name: 5, more: "=cmd" })}\n`);

      await open(file, (journal) =>
        expect(journal.read(SECOND)).toEqual({ tenant: tenant(2), name: "One", link: linkOf(2) }),
      );
    }));

  it("is used by one run at a time; another one is refused with 4", () =>
    withFile(async (file, folder) => {
      await open(file, async () => {
        const [lock = ""] = readdirSync(folder).filter((name) => name.includes(".lock."));
        let now = 1;
        const shell = shellOf(() => {
          now += 1;
          utimesSync(join(folder, lock), now, now);
        });

        await expect(open(file, never, { shell })).rejects.toMatchObject({
          exitCode: 4,
          message: `Another run of \`links\` (process ${process.pid}) is using the file of \`--resume\`. Wait for its end, or name another file.`,
        });
      });

      expect(readdirSync(folder)).toEqual(["links.state"]);
    }));

  it("is used by the next run after one of another container died", () =>
    withFile(async (file, folder) => {
      await open(file, () => {
        const [lock = ""] = readdirSync(folder).filter((name) => name.includes(".lock."));
        execFileSync("cp", [join(folder, lock), join(folder, `${lock.replace(/\.\d+$/, "")}.1`)]);
      });
      let uses = 0;
      await open(file, () => {
        uses += 1;
      });

      expect(uses).toBe(1);
    }));
});

describe("the account of an access token", () => {
  const user = { tid: "a-tenant", oid: "a-user" };

  it("is the same for another token of the user", () => {
    expect(accountIdOf(jwt({ ...user, exp: 1 }))).toBe(accountIdOf(jwt({ ...user, exp: 2 })));
  });

  it("is another one for each user, tenant, and token without either", () => {
    const tokens = [
      jwt(user),
      jwt({ ...user, tid: "another" }),
      jwt({ ...user, oid: "another" }),
      jwt({ tid: "a-tenant" }),
      jwt({ oid: "a-user" }),
      "an-access-token",
      "another-access-token",
    ];

    expect(new Set(tokens.map(accountIdOf)).size).toBe(tokens.length);
  });
});
