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
const PURPOSE =
  "Microsoft Partner Center from the shell: links that customers accept a partner as their reseller with, customers, webhooks, and checks of the sign-in.";

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
  const entries = Object.entries(command.options);
  const args = entries.filter(([, definition]) => isArgument(definition));
  const own = entries.filter(
    ([option, definition]) => !isArgument(definition) && !COMMON_OPTIONS.includes(option),
  );
  const common = entries.filter(([option]) => COMMON_OPTIONS.includes(option));
  const [first, ...others] = examples.map((example) => `  $ partner-center ${example}`);
  const usage = [name, ...args.map(([arg, definition]) => labelFor(arg, definition)), "[options]"];
  const width = Math.max(...entries.map(([option, row]) => heading(option, row).length), 6);
  const optionRows = (rows: typeof entries, more: [string, string][] = []) =>
    table(
      [
        ...rows.map(([option, row]): [string, string] => [heading(option, row), row.description]),
        ...more,
      ],
      width,
    );
  const help: [string, string] = ["-h, --help", "print this help"];
  return [
    wrapped(summary, WIDTH).join("\n"),
    section("Usage", `  partner-center ${usage.join(" ")}`, options),
    section("Example", `${first}`, options),
    ...(args.length === 0 ? [] : [section("Argument", optionRows(args), options)]),
    ...(own.length === 0
      ? []
      : [section("Options", optionRows(own, common.length === 0 ? [help] : []), options)]),
    ...(common.length === 0 && own.length > 0
      ? []
      : [section("Common options", optionRows(common, [help]), options)]),
    ...(others.length === 0 ? [] : [section("More examples", others.join("\n"), options)]),
    guideLine(guide, options),
  ];
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
