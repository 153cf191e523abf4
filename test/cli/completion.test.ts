import { spawnSync } from "node:child_process";
import { COMMANDS } from "../../src/cli/parser/commands.js";
import { type Home, withHome } from "./bin.js";

/** What bash offers for the last of these words, with the completion of the bin. */
async function offered({ run }: Home, ...words: string[]): Promise<string[]> {
  const { stdout } = await run(["completion", "bash"]);
  const list = ["partner-center", ...words].map((word) => `'${word}'`).join(" ");
  const ask = `COMP_WORDS=(${list}); COMP_CWORD=${words.length}; _partner_center; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const shell = spawnSync("bash", ["--norc", "-c", `${stdout}\n${ask}`], { encoding: "utf8" });
  expect(shell.stderr).toBe("");
  return shell.stdout.split("\n").filter(Boolean);
}

describe("partner-center completion", () => {
  it("offers bash the commands, what belongs to them, and values that are known", () =>
    withHome(async (home) => {
      expect(await offered(home, "li")).toEqual(["link", "links"]);
      expect(await offered(home, "webhook", "s")).toEqual(["show", "set"]);
      expect(await offered(home, "webhook", "set", "--ev")).toEqual(["--event"]);
      expect(await offered(home, "links", "--re")).toEqual(["--resume"]);
      expect(await offered(home, "link", "--cloud", "")).toEqual([
        "global",
        "china",
        "usGovernment",
      ]);
      expect(await offered(home, "completion", "p")).toEqual(["pwsh"]);
      expect(await offered(home, "link", "--client")).toEqual([]);
    }));

  it.each(["bash", "zsh", "fish", "pwsh"])("has every command and its options for %s", (shell) =>
    withHome(async ({ run }) => {
      const { exitCode, stdout } = await run(["completion", shell]);

      expect(exitCode).toBe(0);
      for (const [name, { options }] of Object.entries(COMMANDS)) {
        for (const word of [...name.split(" "), ...options]) {
          expect(stdout).toContain(word);
        }
      }
    }),
  );
});
