import {
  COMMANDS,
  type CommandName,
  type CommandRow,
  OPTIONS,
  type OptionName,
} from "./commands.js";

const PURPOSE =
  "Gets from Microsoft Partner Center the link with which a customer accepts a partner as its reseller.";
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
    "as that profile (--profile, which is used before the variables above, or PARTNER_CENTER_PROFILE), in the operating system's keyring, or in a file that only you can read",
  ],
] as const;

/** What each exit code means. */
export const EXIT_CODES = [
  ["0", "done"],
  [
    "1",
    "the service refused, 403 included, or answered with something else than a link; also output that could not be written, and a sign-in, be it the one before a new one, that could not be forgotten",
  ],
  [
    "2",
    "the arguments, or the variables beside PARTNER_CENTER_REFRESH_TOKEN, make no sense, or there is no home to keep a sign-in in; no token was sent",
  ],
  ["3", "not signed in, or signing in failed; also the service's 401, which another sign-in mends"],
  [
    "4",
    "throttled, failing (5xx) or unreachable, or another command uses the kept sign-in; come back later",
  ],
  ["129", "the terminal was closed (SIGHUP)"],
  ["130", "interrupted"],
  ["143", "ended (SIGTERM)"],
] as const;

/** The help of a command, or of all of them. */
export function helpOf(command: CommandName | undefined): string {
  const sections = command === undefined ? overview() : details(command);
  return `${sections.join("\n\n")}\n`;
}

function overview(): string[] {
  const commands = Object.entries(COMMANDS).map(([name, { words }]) => [name, words] as const);
  const examples = Object.values(COMMANDS).flatMap(({ examples }) => examples.slice(0, 1));
  return [
    "Usage: partner-center <command> [options]",
    wrapped(PURPOSE, WIDTH).join("\n"),
    `Commands:\n${table(commands)}`,
    `Options:\n${optionTable(["version", "help"])}`,
    examplesOf(examples),
    credentials(),
    exitCodes(),
    "`partner-center <command> --help` tells of its options.",
  ];
}

function details(command: CommandName): string[] {
  const { words, options, otherWords, examples } = COMMANDS[command];
  return [
    `Usage: partner-center ${command} [options]`,
    wrapped(words, WIDTH).join("\n"),
    `Options:\n${optionTable([...options, "help"], otherWords)}`,
    examplesOf(examples),
    ...(options.includes("token-stdin") ? [credentials()] : []),
    exitCodes(),
  ];
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

function exitCodes(): string {
  return `Exit codes:\n${table(EXIT_CODES)}`;
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

function wrapped(text: string, width: number): string[] {
  return text.match(new RegExp(`\\S.{0,${width - 1}}(?= |$)`, "g")) ?? [];
}

function examplesOf(examples: readonly string[]): string {
  return `Examples:\n${examples.map((example) => `  partner-center ${example}`).join("\n")}`;
}
