import { parseArgs } from "node:util";
import { usageFailure } from "./command-failure.js";
import { COMMANDS, type CommandName, OPTIONS, type OptionName } from "./commands.js";
import { isShowable } from "./showable.js";

/** The options that were given, as text where they take a value. */
export type Given = Readonly<Partial<Record<OptionName, string | true>>>;

/** What somebody asks for on the command line. */
export type Asked =
  | { readonly kind: "version" }
  | { readonly kind: "help"; readonly command: CommandName | undefined }
  | { readonly kind: "command"; readonly command: CommandName; readonly given: Given };

/** Options for secrets, which there are not, and what there is for them. */
const SECRETS: ReadonlyArray<readonly [option: RegExp, instead: string]> = [
  [/^--?(access-?)?token$/, "`--token-stdin` or PARTNER_CENTER_TOKEN"],
  [/^--?refresh-?token$/, "PARTNER_CENTER_REFRESH_TOKEN"],
  [/^--?(client-?)?(secret|password)$/, "PARTNER_CENTER_CLIENT_SECRET"],
];

/**
 * Reads the arguments of the process. Throws the failure that says what makes no sense, without a value that nobody
 * asked for: it may be a secret.
 */
export function readCommandLine(args: readonly string[]): Asked {
  const { tokens } = parseArgs({
    args: [...args],
    options: parserOptions(),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const options = tokens.filter((token) => token.kind === "option");
  const [command] = words;
  if (command === "version" || command === "help") {
    return askedInWords(command, words.slice(1));
  }
  if (command !== undefined && !isCommand(command)) {
    throw usageFailure(`Expected a command, ${known()}, got another word. ${seeHelp()}`);
  }
  const given: Partial<Record<OptionName, string | true>> = {};
  for (const { name, rawName, value, inlineValue } of options) {
    if (!isOption(name) || !isOptionOf(command, name)) {
      throw usageFailure(unknownOption(rawName, command));
    }
    given[name] = givenValue(name, value, inlineValue === true, command);
  }
  if (given.help) {
    return { kind: "help", command };
  }
  if (given.version) {
    return { kind: "version" };
  }
  if (command === undefined) {
    throw usageFailure(`Expected a command, ${known()}. ${seeHelp()}`);
  }
  if (words.length > 1) {
    throw usageFailure(
      `Expected options only after ${command}, got another word. ${seeHelp(command)}`,
    );
  }
  return { kind: "command", command, given };
}

/** Whether a failure is to be an object, also where the rest of the arguments makes no sense. */
export function asksForJson(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const options = end === -1 ? args : args.slice(0, end);
  const command = options.find(isCommand);
  return options.includes("--json") && command !== undefined && isOptionOf(command, "json");
}

// Many commands have these as words, so that people try them.
function askedInWords(word: "version" | "help", [about, ...more]: readonly string[]): Asked {
  if (word === "version" && about === undefined) {
    return { kind: "version" };
  }
  if (word === "help" && more.length === 0 && (about === undefined || isCommand(about))) {
    return { kind: "help", command: about };
  }
  throw usageFailure(
    `Expected ${word === "help" ? "one command" : "no other word"} after ${word}. ${seeHelp()}`,
  );
}

function parserOptions() {
  const options: Record<string, { type: "string" | "boolean"; short?: string }> = {};
  for (const [name, { value }] of Object.entries(OPTIONS)) {
    options[name] = { type: value === undefined ? "boolean" : "string" };
  }
  return { ...options, help: { type: "boolean", short: "h" } } as const;
}

function givenValue(
  name: OptionName,
  text: string | undefined,
  isInline: boolean,
  command: CommandName | undefined,
): string | true {
  const { value } = OPTIONS[name];
  if (value === undefined) {
    if (isInline) {
      throw usageFailure(`Expected \`--${name}\` without a value. ${seeHelp(command)}`);
    }
    return true;
  }
  // The parser takes the option that follows for the value.
  if (text === undefined || (!isInline && text.startsWith("-"))) {
    const hint =
      text === undefined ? "" : ` One that starts with - needs \`--${name}=<${value}>\`.`;
    throw usageFailure(`Expected a value: \`--${name} <${value}>\`.${hint} ${seeHelp(command)}`);
  }
  return text;
}

function unknownOption(rawName: string, command: CommandName | undefined): string {
  for (const [option, instead] of SECRETS) {
    if (option.test(rawName)) {
      return `There is no option \`${rawName}\`: a secret as an argument would show in the list of processes. Use ${instead}.`;
    }
  }
  const name = isShowable(rawName) ? `\`${rawName}\`` : "of that name";
  return command === undefined
    ? `There is no option ${name} before a command. ${seeHelp()}`
    : `There is no option ${name} of ${command}. ${seeHelp(command)}`;
}

function known(): string {
  const names = Object.keys(COMMANDS);
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

function seeHelp(command?: CommandName): string {
  return `See \`partner-center ${command === undefined ? "" : `${command} `}--help\`.`;
}

function isCommand(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

function isOptionOf(command: CommandName | undefined, name: OptionName): boolean {
  const options = command === undefined ? ["version"] : COMMANDS[command].options;
  return name === "help" || options.includes(name);
}
