import { spawnSync } from "node:child_process";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { COMMANDS } from "../../src/cli/commands/index.js";
import { isArgument } from "../../src/cli/parser/definition.js";
import { BIN, type Home, withHome } from "./bin.js";

/** The words that come next after these, the last of which may be incomplete. */
async function wordsAfter({ run }: Pick<Home, "run">, ...words: string[]): Promise<string[]> {
  const { exitCode, stdout, stderr } = await run(["__complete", ...words]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout
    .split("\n")
    .flatMap((line) => line.split("\t", 1))
    .filter(Boolean);
}

describe("partner-center __complete", () => {
  it.each([
    [["li"], ["link", "links"]],
    [["web"], ["webhook"]],
    [
      ["webhook", "s"],
      ["show", "set"],
    ],
    [["webhook", "set", "--ev"], ["--event"]],
    [["links", "--re"], ["--resume"]],
    [
      ["links", "--output", ""],
      ["table", "csv", "json", "jsonl"],
    ],
    [
      ["customers", "--output", ""],
      ["table", "csv", "json", "jsonl"],
    ],
    [["customers", "--output=ta"], ["--output=table"]],
    [
      ["link", "--cloud", ""],
      ["global", "china", "usGovernment"],
    ],
    [["completion", "p"], ["pwsh"]],
    [["help", "exit"], ["exit-codes"]],
    [["help", "webhook", "t"], ["test"]],
    [["-"], ["--help", "--version"]],
    [["links", "--from", ""], [":files"]],
    [["links", "--resume", "a"], [":files"]],
    [["link", "--client"], []],
    [["link", ""], []],
    [["link", "--indirect-reseller", ""], []],
    [["wait", "contoso.com", ""], []],
    [["completion", "bash", ""], []],
    [["unknown", ""], []],
  ])("offers after %j: %j", (words, offered) =>
    withHome(async (home) => {
      expect(await wordsAfter(home, ...words)).toEqual(offered);
    }),
  );

  it("offers no option twice, unless it is repeatable", () =>
    withHome(async (home) => {
      expect(await wordsAfter(home, "link", "--cloud", "china", "--c")).toEqual([
        "--correlation-id",
      ]);
      expect(await wordsAfter(home, "webhook", "set", "--event", "a", "--e")).toEqual(["--event"]);
    }));

  it("offers the names of profiles", () =>
    withHome(async (home) => {
      const folder = join(home.path, ".config/partner-center");
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, "sign-in-fabrikam.json"), "{}");

      expect(await wordsAfter(home, "link", "--profile", "")).toEqual(["default", "fabrikam"]);
      expect(await wordsAfter(home, "link", "--profile=f")).toEqual(["--profile=fabrikam"]);
    }));

  it("offers every option of every command, with its description", () =>
    withHome(async ({ run }) => {
      for (const { name, options } of COMMANDS) {
        const { stdout } = await run(["__complete", ...name.split(" "), "--"]);
        const rows = Object.entries(options).filter(([, option]) => !isArgument(option));

        expect(stdout).toBe(
          [
            ...rows.map(([option, { description }]) => `--${option}\t${description}\n`),
            "--help\tprint this help\n",
          ].join(""),
        );
      }
    }));
});

/** Runs `use` with a folder in which `partner-center` is the bin. */
async function withProgram(use: (folder: string, home: Home) => Promise<void>): Promise<void> {
  await withHome(async (home) => {
    const folder = join(home.path, "bin");
    await mkdir(folder);
    await writeFile(
      join(folder, "partner-center"),
      `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`,
    );
    await chmod(join(folder, "partner-center"), 0o755);
    await use(folder, home);
  });
}

/** What a shell prints for a script, with `partner-center` on its path. */
function printedBy(shell: string, args: string[], input: string, folder: string, cwd: string) {
  const env = { PATH: `${folder}:${process.env.PATH}`, HOME: cwd, TERM: "dumb" };
  const { error, stdout, stderr } = spawnSync(shell, args, { input, env, cwd, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(error).toBeUndefined();
  return stdout;
}

/** Skips the tests of a shell that is not installed. */
function describeIn(shell: string, tests: () => void): void {
  const isInstalled = spawnSync(shell, ["--version"]).error === undefined;
  (isInstalled ? describe : describe.skip)(`the script of ${shell}`, tests);
}

describe("the script of bash", () => {
  async function offered(line: string, folder: string, { run, path }: Home): Promise<string[]> {
    const { stdout } = await run(["completion", "bash"]);
    const words = line.split(" ").map((word) => `'${word}'`);
    const ask = `COMP_LINE='${line}'; COMP_POINT=\${#COMP_LINE}; COMP_WORDS=(${words.join(" ")}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _partner_center; for word in "\${COMPREPLY[@]}"; do echo "[$word]"; done`;
    return printedBy("bash", ["--norc"], `${stdout}\n${ask}`, folder, path)
      .split("\n")
      .filter(Boolean);
  }

  it("offers words with a space after them, values behind `=`, and names of files where one is expected", () =>
    withProgram(async (folder, home) => {
      await writeFile(join(home.path, "resellers.csv"), "");

      expect(await offered("partner-center li", folder, home)).toEqual(["[link ]", "[links ]"]);
      expect(await offered("partner-center customers --output=ta", folder, home)).toEqual([
        "[table ]",
      ]);
      expect(await offered("partner-center links --from res", folder, home)).toEqual([
        "[resellers.csv ]",
      ]);
      expect(await offered("partner-center links --from b", folder, home)).toEqual(["[bin/]"]);
      expect(await offered("partner-center link ", folder, home)).toEqual([]);
    }));

  it("uses nothing that bash 3.2 lacks", () =>
    withHome(async ({ run }) => {
      const { stdout } = await run(["completion", "bash"]);

      expect(stdout).not.toMatch(/mapfile|readarray|compopt|declare -A|\$\{\w+[,^]|&>>/);
    }));
});

describeIn("fish", () => {
  it("offers words with what they are", () =>
    withProgram(async (folder, { run, path }) => {
      const { stdout } = await run(["completion", "fish"]);
      const ask = `${stdout}\ncomplete -C 'partner-center webhook s'`;

      expect(printedBy("fish", ["--no-config", "-c", ask], "", folder, path)).toBe(
        "set\tRegister a URL for events.\nshow\tPrint the webhook registration of the tenant.\n",
      );
    }));
});

describeIn("zsh", () => {
  it("asks the program, and offers what it prints", () =>
    withProgram(async (folder, { run, path }) => {
      const { stdout } = await run(["completion", "zsh"]);
      // The functions that only a line editor has say what they were given.
      const ask = `compdef() { : }
_describe() { print -rl -- \${(P)2} }
_files() { print files }
${stdout}
words=(partner-center webhook s); CURRENT=3; _partner_center
words=(partner-center links --from ''); CURRENT=4; _partner_center`;

      expect(printedBy("zsh", ["--no-rcs"], ask, folder, path)).toBe(
        "show:Print the webhook registration of the tenant.\nset:Register a URL for events.\nfiles\n",
      );
    }));
});

describe("the script of PowerShell", () => {
  it("passes an empty word as quotes, which some versions would drop", () =>
    withHome(async (home) => {
      expect((await home.run(["completion", "pwsh"])).stdout).toContain(`{ '""' }`);
      expect(await wordsAfter(home, "webhook", '""')).toEqual(["show", "events", "set", "test"]);
    }));
});
