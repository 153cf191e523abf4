import { readFile } from "node:fs/promises";
import { COMMANDS, type CommandName } from "../../src/cli/parser/commands.js";
import { helpOf } from "../../src/cli/parser/help.js";
import { inShellWords } from "../../src/cli/shell-words.js";
import { configFolder } from "../../src/cli/sign-in/config-folder.js";
import { ROOT } from "../copy.js";

describe("the folder of settings", () => {
  it.each([
    ["linux", {}, "/home/ada", "/home/ada/.config/partner-center"],
    ["linux", { XDG_CONFIG_HOME: "/settings" }, "/home/ada", "/settings/partner-center"],
    ["linux", { XDG_CONFIG_HOME: "settings" }, "/home/ada", "/home/ada/.config/partner-center"],
    [
      "darwin",
      { XDG_CONFIG_HOME: "/settings" },
      "/Users/ada",
      "/Users/ada/Library/Application Support/partner-center",
    ],
    ["win32", { APPDATA: "D:\\Roaming" }, "C:\\Users\\ada", "D:\\Roaming\\partner-center"],
    ["win32", {}, "C:\\Users\\ada", "C:\\Users\\ada\\AppData\\Roaming\\partner-center"],
  ] as const)("on %s with %j at %s is %s", (platform, env, home, folder) => {
    expect(configFolder({ platform, env, home })).toBe(folder);
  });
});

describe("the words of the shell", () => {
  it.each([
    ["with", true],
    ["without", false],
  ])(
    "have none of the library's option names in any advice, %s a secret",
    async (_, takesSecret) => {
      const sources = await Promise.all(
        ["src/failure/advice.ts", "src/auth/sign-in-advice.ts"].map((file) =>
          readFile(ROOT + file, "utf8"),
        ),
      );
      const signInAgain = "Sign in again, for example with `signInWithDeviceCode`";
      const advice = sources.join("").replaceAll(/\$\{\w+\}/g, signInAgain);

      expect(
        inShellWords(advice, takesSecret).match(/`[a-z]+[A-Z]\w*`|`scope`|`clouds`/g) ?? [],
      ).toEqual([]);
    },
  );
});

describe("help", () => {
  const commands: CommandName[] = ["link", "sign-in", "sign-out", "profiles", "doctor"];

  it.each([undefined, ...commands])("of %s fits a terminal of 80 columns", (command) => {
    const widths = helpOf(command)
      .split("\n")
      .map((line) => line.length);

    expect(Math.max(...widths)).toBeLessThanOrEqual(80);
  });

  it("says of a sign-in which cloud it is for, not which one another was for", () => {
    expect(helpOf("sign-in")).toContain("china, usGovernment; global by default");
    expect(helpOf("link")).toMatch(/usGovernment; by default that of\s+the sign-in, else global/);
  });

  it.each(commands)("of %s has every option and an example", (command) => {
    const help = helpOf(command);

    for (const option of COMMANDS[command].options) {
      expect(help).toContain(`\n  --${option} `);
    }
    expect(help).toContain("\n  --help, -h ");
    expect(help).toMatch(/\nExamples:\n {2}partner-center /);
  });
});
