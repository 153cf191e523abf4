import { COMMANDS, type CommandName, OPTIONS, type OptionName } from "./commands.js";

const PURPOSE =
  "Gets from Microsoft Partner Center the link with which a customer accepts a partner as its reseller.";
const CREDENTIALS = `A call signs in with the first of these that is there:
  --token-stdin                 an access token on standard input
  PARTNER_CENTER_TOKEN          an access token
  PARTNER_CENTER_REFRESH_TOKEN  a refresh token, with PARTNER_CENTER_TENANT_ID, PARTNER_CENTER_CLIENT_ID
                                and, for an app that has a secret, PARTNER_CENTER_CLIENT_SECRET
  what sign-in kept             in the operating system's keyring, or in a file that only you can read`;
const EXIT_CODES = `Exit codes:
  0    done
  1    the service refused, or answered with something else than a link
  2    the arguments make no sense; nothing was sent
  3    not signed in, or signing in failed
  4    throttled or unreachable; come back later
  130  interrupted`;

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
    PURPOSE,
    `Commands:\n${table(commands)}`,
    `Options:\n${optionTable(["version", "help"])}`,
    examplesOf(examples),
    CREDENTIALS,
    EXIT_CODES,
    "`partner-center <command> --help` tells of its options.",
  ];
}

function details(command: CommandName): string[] {
  const { words, options, examples } = COMMANDS[command];
  return [
    `Usage: partner-center ${command} [options]`,
    words,
    `Options:\n${optionTable([...options, "help"])}`,
    examplesOf(examples),
    ...(options.includes("token-stdin") ? [CREDENTIALS] : []),
    EXIT_CODES,
  ];
}

function optionTable(names: readonly OptionName[]): string {
  return table(
    names.map((name) => {
      const { value, words } = OPTIONS[name];
      return [value === undefined ? `--${name}` : `--${name} <${value}>`, words];
    }),
  );
}

function table(rows: ReadonlyArray<readonly [string, string]>): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, words]) => `  ${name.padEnd(width)}${words}`).join("\n");
}

function examplesOf(examples: readonly string[]): string {
  return `Examples:\n${examples.map((example) => `  partner-center ${example}`).join("\n")}`;
}
