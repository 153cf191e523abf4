import { wrapped } from "../terminal/wrapped.js";
import {
  COMMANDS,
  type CommandName,
  type CommandRow,
  groupOf,
  isCommand,
  OPTIONS,
  type OptionName,
} from "./commands.js";

const PURPOSE =
  "Microsoft Partner Center: the links with which customers accept a partner as their reseller, and what comes before and after.";
const WIDTH = 80;
const CREDENTIALS = [
  ["--token-stdin", "an access token on standard input"],
  ["PARTNER_CENTER_TOKEN", "an access token"],
  [
    "PARTNER_CENTER_REFRESH_TOKEN",
    "a refresh token, with PARTNER_CENTER_TENANT_ID, PARTNER_CENTER_CLIENT_ID and, for an app that has a secret, PARTNER_CENTER_CLIENT_SECRET",
  ],
  [
    "what sign-in kept",
    "in the operating system's keyring, or in a file that only you can read, for the profile of PARTNER_CENTER_PROFILE or --profile; a profile that --profile names is used before the variables above",
  ],
] as const;

/** What each exit code means. */
export const EXIT_CODES = [
  ["0", "done"],
  [
    "1",
    "the service refused, 403 included, or answered with something other than a link; some of many links failed; the output could not be written; a sign-in, or the one before a new one, could not be forgotten",
  ],
  [
    "2",
    "the arguments, or the variables that go with PARTNER_CENTER_REFRESH_TOKEN, make no sense, or there is no home folder to keep a sign-in in; no token was sent",
  ],
  ["3", "not signed in, or signing in failed; also a 401 of the service: sign in again"],
  [
    "4",
    "throttled, failing (5xx) or unreachable, not accepted within the time of wait --within, a test event still under way, or another command uses the kept sign-in or the file of --resume; come back later",
  ],
  ["129", "the terminal was closed (SIGHUP)"],
  ["130", "interrupted"],
  ["141", "the reader of a pipe closed it before everything was written, as head does"],
  ["143", "ended (SIGTERM)"],
] as const;

/** The help of a command, of those that begin with this word, or of all of them. */
export function helpOf(about: string | undefined): string {
  const sections =
    about === undefined ? overview() : isCommand(about) ? details(about) : group(about);
  return `${sections.join("\n\n")}\n`;
}

function overview(): string[] {
  return [
    "Usage: partner-center <command> [options]",
    wrapped(PURPOSE, WIDTH).join("\n"),
    commandTable(Object.keys(COMMANDS)),
    `Options:\n${optionTable(["version", "help"])}`,
    examplesOf([
      "sign-in --tenant contoso.onmicrosoft.com --client-id <app>",
      "link",
      "links --from resellers.csv > links.csv",
    ]),
    credentials(),
    `Exit codes:\n${table(EXIT_CODES)}`,
    "`partner-center <command> --help` lists its options.",
  ];
}

function group(word: string): string[] {
  return [
    `Usage: partner-center ${word} <command> [options]`,
    commandTable(groupOf(word)),
    `\`partner-center ${word} <command> --help\` lists its options.`,
  ];
}

function details(command: CommandName): string[] {
  const { words, operands = [], options, otherWords, examples } = COMMANDS[command];
  const usage = [command, ...operands.map(({ name }) => `<${name}>`)].join(" ");
  return [
    `Usage: partner-center ${usage} [options]`,
    wrapped(words, WIDTH).join("\n"),
    ...(operands.length === 0
      ? []
      : [`Operands:\n${table(operands.map(({ name, words }) => [`<${name}>`, words]))}`]),
    `Options:\n${optionTable([...options, "help"], otherWords)}`,
    examplesOf(examples),
    ...(options.includes("token-stdin") ? [credentials()] : []),
    "`partner-center --help` lists the exit codes.",
  ];
}

function commandTable(names: readonly string[]): string {
  return `Commands:\n${table(names.filter(isCommand).map((name) => [name, COMMANDS[name].words]))}`;
}

function optionTable(
  names: readonly OptionName[],
  otherWords: CommandRow["otherWords"] = {},
): string {
  return table(
    names.map((name) => {
      const { value, words } = OPTIONS[name];
      const long = value === undefined ? `--${name}` : `--${name} <${value}>`;
      return [name === "help" ? `${long}, -h` : long, otherWords[name] ?? words];
    }),
  );
}

function credentials(): string {
  return `A call signs in with the first of these that is there:\n${table(CREDENTIALS)}`;
}

function table(rows: ReadonlyArray<readonly [string, string]>): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  const lines = rows.flatMap(([name, words]) =>
    wrapped(words, WIDTH - width - 2).map(
      (line, index) => `  ${(index === 0 ? name : "").padEnd(width)}${line}`,
    ),
  );
  return lines.join("\n");
}

function examplesOf(examples: readonly string[]): string {
  return `Examples:\n${examples.map((example) => `  partner-center ${example}`).join("\n")}`;
}
