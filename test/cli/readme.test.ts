import { readFile } from "node:fs/promises";
import { EXIT } from "../../src/cli/command-failure.js";
import { EXIT_CODES, helpOf } from "../../src/cli/help.js";
import { ROOT } from "../copy.js";
import { withService } from "./service.js";
import { shownCommands, withShownAuthority } from "./shown-commands.js";

/** What is different each time. */
const steady = (text: string) =>
  text
    .replaceAll(/"(requestId|correlationId)":"[-0-9a-f]{36}"/g, '"$1":"<guid>"')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>")
    .replaceAll(/\d+ (ms|min)\b/g, "<number> $1");

async function shellSection(): Promise<string> {
  const readme = await readFile(`${ROOT}README.md`, "utf8");
  return /^## Shell\n(.*?)^## /ms.exec(readme)?.[1] ?? "";
}

describe("the section of README for the shell", () => {
  it("shows five commands, each with its real output", () =>
    withShownAuthority((authority) =>
      withService("link", async ({ run, path }, { url }) => {
        const section = await shellSection();
        const shown = shownCommands(section);
        expect(shown).toHaveLength(5);
        for (const { args, output } of shown) {
          const addresses: Record<string, string[]> = {
            "sign-in": ["--authority", authority],
            link: ["--base-url", url],
            doctor: ["--base-url", url],
          };
          const ended = await run([...args, ...(addresses[args[0] ?? ""] ?? [])]);
          const printed = (ended.stderr + ended.stdout)
            .replaceAll(authority, "https://login.microsoftonline.com")
            .replaceAll(url, "https://api.partnercenter.microsoft.com")
            .replaceAll(path, "/home/ada");

          expect(ended.exitCode).toBe(0);
          expect(steady(printed)).toBe(steady(output));
        }
      }),
    ));

  it("has the exit codes and the variables that help has", async () => {
    const section = await shellSection();

    expect(EXIT_CODES.map(([code]) => Number(code))).toEqual(Object.values(EXIT));
    for (const row of EXIT_CODES) {
      expect(section.replaceAll("`", "")).toContain(`| ${row.join(" | ")} |\n`);
    }
    for (const [name] of helpOf("link").matchAll(/PARTNER_CENTER_\w+/g)) {
      expect(section).toContain(`\`${name}\``);
    }
  });
});
