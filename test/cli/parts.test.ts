import { readFile } from "node:fs/promises";
import { COMMANDS } from "../../src/cli/commands/index.js";
import { isArgument } from "../../src/cli/parser/definition.js";
import { renderHelp } from "../../src/cli/parser/help.js";
import { TOPICS } from "../../src/cli/parser/topics.js";
import { configFolder } from "../../src/cli/sign-in/config-folder.js";
import { COMMAND_SENTENCES } from "../../src/cli/wording.js";
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

describe("the sentences of the command", () => {
  it("name no option of the library", () => {
    const named = { waitMs: 1_000, supplied: ["`--locale`"] };
    const sentences = Object.values(COMMAND_SENTENCES).map((sentence) =>
      typeof sentence === "string" ? sentence : sentence(named),
    );

    expect(sentences.length).toBeGreaterThan(40);
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/`[a-z]+[A-Z]\w*`|`scope`|`clouds`/);
    }
  });
});

describe("help", () => {
  const PLAIN = { isBold: false, homepage: undefined };
  const names = COMMANDS.map(({ name }) => name);

  it.each(["", "webhook", ...Object.keys(TOPICS), ...names])("of `%s` fits 80 columns", (topic) => {
    const help = renderHelp(topic, PLAIN);

    expect(Math.max(...help.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it.each(COMMANDS)(
    "of `$name` has an example first, then every option, and the guide last",
    ({ name, options, guide }) => {
      const help = renderHelp(name, PLAIN);

      expect(help.indexOf("Example\n  $ partner-center ")).toBeLessThan(help.indexOf("\n  -"));
      for (const [option, definition] of Object.entries(options)) {
        expect(help).toContain(isArgument(definition) ? `\n  <${option}>` : `\n  --${option} `);
      }
      expect(help).toContain("\n  -h, --help ");
      expect(help.endsWith(`\n\nGuide: ${guide}\n`)).toBe(true);
    },
  );

  it("lists a command's own options before the common ones", () => {
    const help = renderHelp("links", PLAIN);

    expect(help.indexOf("--resume")).toBeLessThan(help.indexOf("Common options"));
    expect(help.indexOf("Common options")).toBeLessThan(help.indexOf("--profile"));
  });

  it("lists every command in its group", () => {
    const help = renderHelp("", PLAIN);

    for (const { name, group } of COMMANDS) {
      expect(help).toMatch(new RegExp(`\n${group}\n(  .*\n)*  ${name} `));
    }
  });

  it("names the guide by its address once there is one", () => {
    expect(renderHelp("links", { ...PLAIN, homepage: "https://example.com" })).toMatch(
      /\nGuide: Many links, https:\/\/example\.com\/guides\/many-links\.html\n$/,
    );
  });

  it("names guides that exist", async () => {
    for (const { guide } of COMMANDS) {
      const file = guide.toLowerCase().replaceAll(" ", "-");

      await expect(readFile(`${ROOT}spec/guides/${file}.md`, "utf8")).resolves.toMatch(
        new RegExp(`^# ${guide}\n`),
      );
    }
  });

  it("has bold headings where colour is allowed", () => {
    expect(renderHelp("link", { ...PLAIN, isBold: true })).toContain("\u001b[1mUsage\u001b[22m\n");
  });
});
