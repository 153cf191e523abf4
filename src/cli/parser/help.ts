import { styleText } from "node:util";
import { COMMANDS } from "../commands/index.js";
import { wrapped } from "../terminal/wrapped.js";
import { COMMON_OPTIONS } from "./common-options.js";
import {
  type CommandDefinition,
  GROUPS,
  isArgument,
  labelFor,
  type OptionDefinition,
} from "./definition.js";
import { TOPICS } from "./topics.js";

const WIDTH = 80;
const HELP_ROW = ["-h, --help", "print this help"] as const;
const PURPOSE =
  "Microsoft Partner Center from the shell: reseller links, customers, webhooks, and checks of the sign-in.";

/** What help depends on. */
export interface HelpOptions {
  /** Whether headings are bold. */
  readonly isBold: boolean;
  /** Address of the documentation, without a trailing slash; undefined while it has none. */
  readonly homepage: string | undefined;
}

/** Returns the help of a command, of a group of commands, or of a topic; of everything when the topic is empty. */
export function renderHelp(topic: string, options: HelpOptions): string {
  const { [topic]: explained } = TOPICS;
  const command = COMMANDS.find(({ name }) => name === topic);
  const sections =
    explained !== undefined
      ? [section(explained.title, table(explained.rows), options)]
      : command === undefined
        ? overview(topic, options)
        : describe(command, options);
  return `${sections.join("\n\n")}\n`;
}

function overview(group: string, options: HelpOptions): string[] {
  const prefix = group === "" ? "" : `${group} `;
  const listed = COMMANDS.filter(({ name }) => name.startsWith(prefix));
  const groups = GROUPS.flatMap((heading) => {
    const rows = listed.filter((command) => command.group === heading);
    return rows.length === 0 ? [] : [{ heading, rows }];
  });
  const width = Math.max(...listed.map(({ name }) => name.length));
  return [
    ...(group === "" ? [wrapped(PURPOSE, WIDTH).join("\n")] : []),
    section("Usage", `  partner-center ${prefix}<command> [options]`, options),
    ...(group === "" ? [section("Example", "  $ partner-center link", options)] : []),
    ...groups.map(({ heading, rows }) =>
      section(
        heading,
        table(
          rows.map(({ name, summary }) => [name, summary]),
          width,
        ),
        options,
      ),
    ),
    ...(group === ""
      ? [
          section(
            "Options",
            table([
              ["-h, --help", "print help, also after a command"],
              ["-v, --version", "print the version"],
            ]),
            options,
          ),
          section(
            "More",
            table([
              ["help <command>", "options and examples of a command"],
              ...Object.entries(TOPICS).map(([name, { title }]): [string, string] => [
                `help ${name}`,
                title,
              ]),
            ]),
            options,
          ),
          guideLine("The shell", options),
        ]
      : []),
  ];
}

function describe(command: CommandDefinition, options: HelpOptions): string[] {
  const { name, summary, examples, guide } = command;
  const rows = Object.entries(command.options).map(([option, definition]) => ({
    isOwn: !COMMON_OPTIONS.includes(option),
    isArgument: isArgument(definition),
    row: [heading(option, definition), definition.description] as const,
  }));
  const width = Math.max(...[...rows.map(({ row: [label] }) => label), HELP_ROW[0]].map(lengthOf));
  const list = (title: string, shown: ReadonlyArray<(typeof rows)[number]["row"]>) =>
    shown.length === 0 ? [] : [section(title, table(shown, width), options)];
  const args = rows.filter((row) => row.isArgument).map(({ row }) => row);
  const own = rows.filter((row) => row.isOwn && !row.isArgument).map(({ row }) => row);
  const common = rows.filter((row) => !row.isOwn).map(({ row }) => row);
  const [example, ...others] = examples.map((example) => `  $ partner-center ${example}`);
  return [
    wrapped(summary, WIDTH).join("\n"),
    section(
      "Usage",
      `  partner-center ${[name, ...args.map(([label]) => label)].join(" ")} [options]`,
      options,
    ),
    section("Example", `${example}`, options),
    ...list("Argument", args),
    ...(common.length === 0
      ? list("Options", [...own, HELP_ROW])
      : [...list("Options", own), ...list("Common options", [...common, HELP_ROW])]),
    ...(others.length === 0 ? [] : [section("More examples", others.join("\n"), options)]),
    guideLine(guide, options),
  ];
}

function lengthOf({ length }: string): number {
  return length;
}

function heading(name: string, definition: OptionDefinition): string {
  const label = labelFor(name, definition);
  return isArgument(definition) || !("placeholder" in definition)
    ? label
    : `${label} <${definition.placeholder}>`;
}

function section(title: string, text: string, { isBold }: HelpOptions): string {
  // The caller decides on bold, by more than the stream that this option would check.
  return `${isBold ? styleText("bold", title, { validateStream: false }) : title}\n${text}`;
}

function guideLine(title: string, { homepage }: HelpOptions): string {
  const file = `${title.toLowerCase().replaceAll(/[^a-z]+/g, "-")}.html`;
  return homepage === undefined ? `Guide: ${title}` : `Guide: ${title}, ${homepage}/guides/${file}`;
}

function table(
  rows: ReadonlyArray<readonly [string, string]>,
  least = Math.max(...rows.map(([name]) => name.length)),
): string {
  const width = least + 2;
  return rows
    .flatMap(([name, description]) =>
      wrapped(description, WIDTH - width - 2).map(
        (line, index) => `  ${(index === 0 ? name : "").padEnd(width)}${line}`,
      ),
    )
    .join("\n");
}
