import { readFile } from "node:fs/promises";
import { EXIT } from "../../src/cli/command-failure.js";
import { COMMANDS } from "../../src/cli/parser/commands.js";
import { EXIT_CODES, helpOf } from "../../src/cli/parser/help.js";
import { ROOT } from "../copy.js";
import { withService } from "./service.js";
import { runShown, shownCommands, steady, withShownAuthority } from "./shown-commands.js";

const guide = () => readFile(`${ROOT}spec/guides/the-shell.md`, "utf8");

describe("the guide to the shell", () => {
  it("shows five commands, each with its real output", () =>
    withShownAuthority((authority) =>
      withService("link", async (home, { url }) => {
        const shown = shownCommands(await guide());
        expect(shown).toHaveLength(5);
        for (const command of shown) {
          const { exitCode, printed } = await runShown(command, home, { authority, service: url });

          expect(exitCode).toBe(0);
          expect(steady(printed)).toBe(steady(command.output));
        }
      }),
    ));

  it("has the exit codes and the variables that help has", async () => {
    const text = await guide();

    expect(EXIT_CODES.map(([code]) => Number(code))).toEqual(Object.values(EXIT));
    for (const row of EXIT_CODES) {
      expect(text.replaceAll("`", "")).toContain(`| ${row.join(" | ")} |\n`);
    }
    for (const [name] of helpOf("link").matchAll(/PARTNER_CENTER_\w+/g)) {
      expect(text).toContain(`\`${name}\``);
    }
  });

  it("names every command, in the words of help", async () => {
    const rows = Object.entries(COMMANDS).map(
      ([name, { words }]) => `| \`${name}\` | ${words} |\n`,
    );

    expect(await guide()).toContain(rows.join(""));
  });
});
