import { Command, CommanderError } from "commander";
import { type CommandFailure, usageFailure } from "../command-failure.js";
import { COMMANDS, findCommand } from "../commands/index.js";
import {
  type CommandDefinition,
  isArgument,
  labelFor,
  type OptionDefinition,
  type OptionTable,
  type SuppliedOptions,
} from "./definition.js";
import { TOPICS } from "./topics.js";
import { seeHelp, unknownCommand, unknownOption } from "./usage-error.js";

/** What the arguments of the process ask for. */
export type Parsed =
  | { readonly kind: "version" }
  /** Help of a command, a group of commands, or a topic; of everything when the topic is empty. */
  | { readonly kind: "help"; readonly topic: string }
  | {
      readonly kind: "command";
      readonly command: CommandDefinition;
      readonly supplied: SuppliedOptions;
    };

const HELP = ["--help", "-h"];
const VERSION = ["--version", "-v"];

/** Parses the arguments of the process. Throws the failure that says what to change; it repeats no value. */
export function parse(args: readonly string[]): Parsed {
  const command = findCommand(args);
  return command === undefined
    ? parseWithoutCommand(args)
    : parseCommand(command, args.slice(command.name.split(" ").length));
}

/** Returns whether a failure is printed as JSON, even if the arguments are invalid. */
export function isJsonRequested(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const before = end === -1 ? args : args.slice(0, end);
  const options = findCommand(args)?.options;
  const isOutput = before.some(
    (word, index) =>
      word === "--output=json" || (word === "json" && before[index - 1] === "--output"),
  );
  return (
    (before.includes("--json") && options?.json !== undefined) ||
    (isOutput && options?.output !== undefined)
  );
}

function parseCommand(definition: CommandDefinition, args: readonly string[]): Parsed {
  const { name: topic, options } = definition;
  const supplied: Record<string, string | true | readonly string[]> = {};
  let isHelp = false;
  const parser = newParser(topic).option("-h, --help");
  parser.on("option:help", () => {
    isHelp = true;
  });
  for (const [name, option] of Object.entries(options)) {
    if (isArgument(option)) {
      parser.argument(labelFor(name, option), "", (value: string) => {
        supplied[name] = value;
      });
    } else {
      parser.option(option.type === "flag" ? `--${name}` : `--${name} <value>`);
      parser.on(`option:${name}`, (value: string | null) => {
        supplied[name] = acceptValue(name, value, { definition, supplied });
      });
    }
  }
  try {
    parser.action(() => undefined).parse(args, { from: "user" });
  } catch (error) {
    if (!isHelp) {
      throw error instanceof CommanderError ? failureFor(error, definition) : error;
    }
  }
  return isHelp ? { kind: "help", topic } : { kind: "command", command: definition, supplied };
}

function parseWithoutCommand(args: readonly string[]): Parsed {
  const [first = "--help", ...rest] = args;
  const isHelp = args.some((word) => HELP.includes(word));
  if (HELP.includes(first) || (first === "help" && (rest.length === 0 || isHelp))) {
    return { kind: "help", topic: "" };
  }
  if (VERSION.includes(first) || (first === "version" && rest.length === 0)) {
    return { kind: "version" };
  }
  if (first === "version") {
    throw usageFailure(`\`version\` takes no arguments. ${seeHelp("")}`);
  }
  if (first === "help") {
    return { kind: "help", topic: findTopic(rest) };
  }
  if (first.startsWith("-")) {
    throw usageFailure(unknownOption(first, nearest(first, []), "", []));
  }
  const group = COMMANDS.filter(({ name }) => name.startsWith(`${first} `));
  if (group.length > 0 && isHelp) {
    return { kind: "help", topic: first };
  }
  throw unknownWords(args);
}

/** Returns the failure for words that are no command; some commands have two words. */
function unknownWords([first = "", second]: readonly string[]): CommandFailure {
  const group = COMMANDS.map(({ name }) => name).filter((name) => name.startsWith(`${first} `));
  if (group.length === 0) {
    return usageFailure(
      unknownCommand(first, nearest(first, [...firstWords(), "help", "version"])),
    );
  }
  if (second === undefined) {
    const names = group.map((name) => `\`${name}\``).join(", ");
    return usageFailure(`\`${first}\` needs a second word: ${names}. ${seeHelp(first)}`);
  }
  const seconds = group.map((name) => name.slice(first.length + 1));
  return usageFailure(unknownCommand(second, nearest(second, seconds), `${first} `));
}

/** Returns the value of an option. Throws the failure that says why it cannot be supplied, or not any more. */
function acceptValue(
  name: string,
  value: string | null,
  {
    definition: { name: topic, options },
    supplied,
  }: { readonly definition: CommandDefinition; readonly supplied: SuppliedOptions },
): string | true | readonly string[] {
  if (value?.startsWith("--") && Object.hasOwn(options, value.slice("--".length))) {
    throw missingValue(name, options, topic);
  }
  for (const other of Object.keys(supplied)) {
    if (options[name]?.conflictsWith === other || options[other]?.conflictsWith === name) {
      throw usageFailure(`Pass either \`--${other}\` or \`--${name}\`, not both.`);
    }
  }
  const { [name]: earlier } = supplied;
  if (value !== null && isRepeatable(options[name])) {
    return [...(Array.isArray(earlier) ? earlier : []), value];
  }
  if (earlier !== undefined) {
    throw usageFailure(`Pass \`--${name}\` only once.`);
  }
  return value ?? true;
}

function isRepeatable(option: OptionDefinition | undefined): boolean {
  return option !== undefined && "isRepeatable" in option;
}

function missingValue(name: string, options: OptionTable, topic: string): CommandFailure {
  const { [name]: option } = options;
  const placeholder =
    option !== undefined && "placeholder" in option ? option.placeholder : "value";
  return usageFailure(
    `\`--${name}\` needs a value: \`--${name} <${placeholder}>\`. ${seeHelp(topic)}`,
  );
}

/** Returns the failure for what the parser rejects; the parser's own words may hold a value. */
function failureFor(
  error: CommanderError,
  { name: topic, options }: CommandDefinition,
): CommandFailure {
  const entries = Object.entries(options);
  const argument = entries.find(([, option]) => isArgument(option));
  const [, quoted = ""] = /'(.*)'/s.exec(error.message) ?? [];
  switch (error.code) {
    case "commander.unknownOption": {
      const flags = entries.flatMap(([name, { type }]) => (type === "flag" ? [`--${name}`] : []));
      return usageFailure(unknownOption(quoted, suggestionIn(error), topic, [...flags, "--help"]));
    }
    case "commander.optionMissingArgument":
      return missingValue(quoted.slice("--".length).split(" ", 1).join(), options, topic);
    case "commander.missingArgument":
      return usageFailure(
        `Missing \`<${argument?.[0]}>\`: ${argument?.[1].description}. ${seeHelp(topic)}`,
      );
    case "commander.excessArguments":
      return usageFailure(
        argument === undefined
          ? `\`${topic}\` takes no arguments. ${seeHelp(topic)}`
          : `\`${topic}\` takes one argument, \`<${argument[0]}>\`. ${seeHelp(topic)}`,
      );
    default:
      return usageFailure(`Invalid arguments. ${seeHelp(topic)}`);
  }
}

function findTopic(words: readonly string[]): string {
  const topic = words.join(" ");
  const names = COMMANDS.map(({ name }) => name);
  if ([...names, ...firstWords(), ...Object.keys(TOPICS)].includes(topic)) {
    return topic;
  }
  throw words.length > 1
    ? usageFailure(`\`help\` takes the name of one command or topic. ${seeHelp("")}`)
    : usageFailure(
        unknownCommand(topic, nearest(topic, [...firstWords(), ...Object.keys(TOPICS)])),
      );
}

function firstWords(): string[] {
  return [...new Set(COMMANDS.map(({ name }) => name.split(" ", 1).join()))];
}

function newParser(name: string): Command {
  return new Command(name)
    .exitOverride()
    .helpOption(false)
    .helpCommand(false)
    .configureOutput({ writeErr: () => undefined });
}

/** Returns the name that an unknown word is most like, as the library finds it. */
function nearest(word: string, names: readonly string[]): string | undefined {
  const parser = newParser("").option("--version").option("--help");
  for (const name of names) {
    parser.command(name);
  }
  try {
    parser.parse([word], { from: "user" });
    return undefined;
  } catch (error) {
    return error instanceof CommanderError ? suggestionIn(error) : undefined;
  }
}

function suggestionIn({ message }: CommanderError): string | undefined {
  const [, names] = /\(Did you mean (?:one of )?(.*)\?\)$/.exec(message) ?? [];
  return names?.split(", ").join("` or `");
}
