import { readFile } from "node:fs/promises";
import { EXIT } from "../../src/cli/command-failure.js";
import { renderHelp } from "../../src/cli/parser/help.js";
import { EXIT_CODES } from "../../src/cli/parser/topics.js";
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

  it("names each variable that help names, and each exit code", async () => {
    const text = await guide();

    expect(EXIT_CODES.map(([code]) => Number(code))).toEqual(Object.values(EXIT));
    for (const [name] of renderHelp("credentials", { isBold: false, homepage: undefined }).matchAll(
      /PARTNER_CENTER_\w+/g,
    )) {
      expect(text).toContain(`\`${name}\``);
    }
  });
});
