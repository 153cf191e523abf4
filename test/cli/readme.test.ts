import { readFile } from "node:fs/promises";
import { ROOT } from "../copy.js";
import { withService } from "./service.js";
import { runShown, shownCommands, steady, withShownAuthority } from "./shown-commands.js";

describe("the section of README for the shell", () => {
  it("shows three commands, each with its real output", () =>
    withShownAuthority((authority) =>
      withService(undefined, async (home, { url }) => {
        const readme = await readFile(`${ROOT}README.md`, "utf8");
        const shown = shownCommands(readme);
        expect(shown.map(({ args: [command] }) => command)).toEqual(["sign-in", "link", "links"]);
        for (const command of shown) {
          const { exitCode, printed } = await runShown(command, home, { authority, service: url });

          expect(exitCode).toBe(0);
          expect(steady(printed)).toBe(steady(command.output));
        }
      }),
    ));
});
