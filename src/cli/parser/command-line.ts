import { parseArgs } from "node:util";
import { usageFailure } from "../command-failure.js";
import {
  COMMANDS,
  type CommandName,
  groupOf,
  isCommand,
  OPTIONS,
  type OptionName,
} from "./commands.js";
import { nearMiss } from "./near-miss.js";
import { isShowable } from "./showable.js";

/** The options that were given, as text where they take a value. */
export type Given = Readonly<Partial<Record<OptionName, string | true>>>;

/** What somebody asks for on the command line. */
export type Asked =
  | { readonly kind: "version" }
  /** Of a command, of those that begin with a word, or of all. */
  | { readonly kind: "help"; readonly about: string | undefined }
  | {
      readonly kind: "command";
      readonly command: CommandName;
      readonly given: Given;
      /** The words behind the command, as many as it has operands. */
      readonly operands: readonly string[];
    };

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
  const [first, ...others] = words;
  if (first === "version" || first === "help") {
    return askedInWords(first, others);
  }
  const command = commandIn(words);
  const group = command === undefined ? groupOf(first) : [];
  if (first !== undefined && command === undefined && group.length === 0) {
    throw usageFailure(
      `Expected a command, got another word.${suggested(first, Object.keys(COMMANDS))} ${seeHelp()}`,
    );
  }
  if (command === undefined && others.length > 0 && !options.some(({ name }) => name === "help")) {
    throw notOf(group, words);
  }
  const given: Partial<Record<OptionName, string | true>> = {};
  for (const { name, rawName, value, inlineValue } of options) {
    if (!isOption(name) || !isOptionOf(command, name)) {
      throw usageFailure(unknownOption(rawName, command));
    }
    const text = givenValue(name, value, inlineValue === true, command);
    const { [name]: earlier } = given;
    const isOneMore = OPTIONS[name].isList === true && earlier !== undefined;
    given[name] = isOneMore ? `${earlier},${text}` : text;
  }
  if (given.help || (first === undefined && options.length === 0)) {
    return { kind: "help", about: command ?? first };
  }
  if (given.version) {
    return { kind: "version" };
  }
  if (command === undefined) {
    throw notOf(group, words);
  }
  return { kind: "command", command, given, operands: operandsIn(words, command) };
}

/** Whether a failure is to be an object, also where the rest of the arguments makes no sense. */
export function asksForJson(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const options = end === -1 ? args : args.slice(0, end);
  const command = commandIn(options.filter((word) => !word.startsWith("-")));
  return options.includes("--json") && command !== undefined && isOptionOf(command, "json");
}

// Many commands have these as words, so that people try them.
function askedInWords(word: "version" | "help", about: readonly string[]): Asked {
  const topic = about.length === 0 ? undefined : about.join(" ");
  if (word === "version" && topic === undefined) {
    return { kind: "version" };
  }
  if (word === "help" && (topic === undefined || isCommand(topic) || groupOf(topic).length > 0)) {
    return { kind: "help", about: topic };
  }
  const near = suggested(topic ?? "", word === "help" ? Object.keys(COMMANDS) : []);
  const wanted =
    word === "help"
      ? "the name of one command after help, got something else"
      : "no other word after version";
  throw usageFailure(`Expected ${wanted}.${near} ${seeHelp()}`);
}

/** The failure of words that begin like some commands, and are none of them. */
function notOf(group: readonly string[], words: readonly string[]) {
  const near = suggested(words.slice(0, 2).join(" "), group);
  const got = words.length === 1 ? "" : ", got another word";
  return usageFailure(`Expected ${listed(group)}${got}.${near} ${seeHelp(words[0])}`);
}

/** The command that the words begin with; some have two. */
function commandIn(words: readonly string[]): CommandName | undefined {
  const [first = "", second = ""] = words;
  return [`${first} ${second}`, first].find(isCommand);
}

/** What follows the command. */
function operandsIn(words: readonly string[], command: CommandName): string[] {
  const rest = words.slice(command.split(" ").length);
  const { operands = [] } = COMMANDS[command];
  if (rest.length < operands.length) {
    const [missing] = operands.slice(rest.length);
    throw usageFailure(
      `Expected \`<${missing?.name}>\` after ${command}: ${missing?.words}. ${seeHelp(command)}`,
    );
  }
  if (rest.length > operands.length) {
    throw usageFailure(
      `Expected ${operands.length === 0 ? "options only" : `one \`<${operands[0]?.name}>\` and options`} after ${command}, got another word. ${seeHelp(command)}`,
    );
  }
  return rest;
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
  if (text === undefined || (!isInline && /^-./.test(text))) {
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
  if (command === undefined) {
    return `There is no option ${name} before a command. ${seeHelp()}`;
  }
  const dashed = [...COMMANDS[command].options, "help"].map((option) => `--${option}`);
  return `There is no option ${name} of ${command}.${suggested(rawName, dashed)} ${seeHelp(command)}`;
}

function suggested(word: string, names: readonly string[]): string {
  const near = nearMiss(word, names);
  return near === undefined ? "" : ` Did you mean \`${near}\`?`;
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

function seeHelp(topic?: string): string {
  return `See \`partner-center ${topic === undefined ? "" : `${topic} `}--help\`.`;
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

function isOptionOf(command: CommandName | undefined, name: OptionName): boolean {
  const options = command === undefined ? ["version"] : COMMANDS[command].options;
  return name === "help" || options.includes(name);
}
