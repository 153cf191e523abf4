import type { CloudName } from "../../token/clouds.js";

/** What help tells of an option. */
export interface OptionRow {
  /** What its value is; an option without is a flag. */
  readonly value?: string;
  readonly words: string;
  /** What the value is one of. */
  readonly values?: readonly string[];
  /** Whether it may be given several times. */
  readonly isList?: true;
}

/** What help tells of a word that has to follow a command. */
export interface OperandRow {
  readonly name: string;
  readonly words: string;
  /** What it is one of. */
  readonly values?: readonly string[];
}

/** What help tells of a command. */
export interface CommandRow {
  readonly words: string;
  readonly operands?: readonly OperandRow[];
  readonly options: readonly OptionName[];
  /** Options that are something else for this command. */
  readonly otherWords?: Partial<Readonly<Record<OptionName, string>>>;
  readonly examples: readonly string[];
}

// Loading the table of clouds would cost help its speed; this one does not compile unless it is complete.
const CLOUDS: Readonly<Record<CloudName, true>> = { global: true, china: true, usGovernment: true };

const CLOUD_NAMES = Object.keys(CLOUDS).join(", ");
const FORMATS = ["table", "csv", "json"];
const SHELLS = ["bash", "zsh", "fish", "pwsh"];

const OPTION_ROWS = {
  "indirect-provider": { value: "tenant", words: "tenant id of the indirect provider" },
  "indirect-reseller": { value: "tenant", words: "tenant id of the indirect reseller" },
  "dual-role": {
    words:
      "the link is for an indirect customer (a tenant that is both direct-bill partner and indirect reseller)",
  },
  "no-dual-role": {
    words:
      "the link is for a direct customer (a tenant that is both direct-bill partner and indirect reseller)",
  },
  locale: { value: "tag", words: "language of texts in the reply, such as de-DE" },
  "correlation-id": {
    value: "guid",
    words: "id under which Microsoft finds the call; a new one by default",
  },
  open: { words: "also open the link in the browser of this machine" },
  "device-code": {
    words: "enter a code in a browser anywhere; by default the browser of this machine opens",
  },
  tenant: { value: "tenant", words: "id or domain name of the partner's tenant" },
  "client-id": { value: "app", words: "id of the app registration to sign in with" },
  profile: {
    value: "name",
    words:
      "which of several sign-ins; by default PARTNER_CENTER_PROFILE, else the one named default",
  },
  "token-stdin": { words: "read an access token from standard input" },
  cloud: {
    value: "name",
    values: Object.keys(CLOUDS),
    words: `${CLOUD_NAMES}; by default that of the sign-in, else global`,
  },
  authority: {
    value: "url",
    words: "another address to sign in at; https, or http on this machine",
  },
  "base-url": {
    value: "url",
    words: "another address of the service; https, or http on this machine",
  },
  proxy: {
    value: "url",
    words:
      "an HTTP proxy, or the word none; by default what HTTPS_PROXY, ALL_PROXY and NO_PROXY say",
  },
  timeout: { value: "seconds", words: "how long one attempt may take; 30 by default" },
  json: { words: "print JSON; a failure is an object on standard error" },
  verbose: { words: "log each attempt on standard error" },
  output: {
    value: "format",
    values: FORMATS,
    words: "table, csv or json; by default a table on a terminal and CSV elsewhere",
  },
  from: {
    value: "file",
    words: "CSV with a column of tenant ids; - for standard input",
  },
  "all-resellers": { words: "every indirect reseller of the partner, in place of a file" },
  column: {
    value: "name",
    words: "the column with the tenant ids; by default the one called tenant, tenantId or id",
  },
  concurrency: { value: "number", words: "how many calls at a time; 8 by default" },
  resume: {
    value: "file",
    words: "keep in this file what is done, and go on where the last run ended",
  },
  strict: { words: "send nothing when a row makes no sense" },
  reseller: { value: "tenant", words: "only customers of this indirect reseller" },
  domain: { value: "prefix", words: "only customers whose domain name begins with this" },
  interval: {
    value: "seconds",
    words: "how long to wait between two looks; 300 by default, 60 at least",
  },
  within: { value: "seconds", words: "give up after this long; by default never" },
  yes: { value: "tenant", words: "the same id once more, in place of typing the name" },
  event: {
    value: "name",
    isList: true,
    words:
      "an event to be told of; repeat it for more; by default those registered already, else both acceptances and test-created",
  },
  replace: { words: "put the address in place of another one" },
  port: { value: "number", words: "where to listen on 127.0.0.1; a free port by default" },
  scenario: {
    value: "name",
    words:
      "give every call this single answer, and remember nothing; of several, with commas between them, each call gets the next",
  },
  "deliver-to": {
    value: "host",
    words: "deliver events to this host too, not to this machine only",
  },
  version: { words: "print the version" },
  help: { words: "print this help" },
} as const satisfies Readonly<Record<string, OptionRow>>;

/** The name of an option, without the dashes. */
export type OptionName = keyof typeof OPTION_ROWS;

/** Every option of every command. */
export const OPTIONS: Readonly<Record<OptionName, OptionRow>> = OPTION_ROWS;

const CALL = [
  "profile",
  "token-stdin",
  "cloud",
  "authority",
  "base-url",
  "proxy",
  "timeout",
  "json",
  "verbose",
] as const;

const LIST = ["output", ...CALL] as const;

const COMMAND_ROWS = {
  link: {
    words: "Print the link with which a customer accepts the partner as its reseller.",
    options: [
      "indirect-provider",
      "indirect-reseller",
      "dual-role",
      "no-dual-role",
      "locale",
      "correlation-id",
      "open",
      ...CALL,
    ],
    examples: [
      "link",
      "link --indirect-reseller 4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
      "link --dual-role --indirect-provider <tenant>",
      "link --token-stdin --json < token.txt",
    ],
  },
  links: {
    words: "Print a link for each of many resellers, as they are done, in the order of the input.",
    options: [
      "from",
      "all-resellers",
      "column",
      "concurrency",
      "resume",
      "strict",
      "output",
      "indirect-provider",
      "dual-role",
      "no-dual-role",
      "locale",
      ...CALL,
    ],
    otherWords: {
      output: "csv, json or jsonl; CSV by default",
      json: "the same as --output json; a failure is an object on standard error",
    },
    examples: [
      "links --from resellers.csv > links.csv",
      "links --all-resellers --output jsonl",
      "resellers --output csv | partner-center links --from - --resume links.state",
    ],
  },
  resellers: {
    words: "List the indirect resellers of the partner.",
    options: LIST,
    examples: ["resellers", "resellers --output csv > resellers.csv"],
  },
  providers: {
    words: "List the indirect providers whose reseller the partner is.",
    options: LIST,
    examples: ["providers"],
  },
  customers: {
    words: "List the customers of the partner, page by page, as they come.",
    options: ["reseller", "domain", ...LIST],
    examples: ["customers", "customers --domain contoso", "customers --reseller <tenant>"],
  },
  wait: {
    words: "Wait until a customer has accepted the partner.",
    operands: [{ name: "customer", words: "tenant id of the customer" }],
    options: ["interval", "within", ...CALL],
    examples: ["wait <customer>", "wait <customer> --interval 60 --within 86400"],
  },
  remove: {
    words: "End the partner's relationship with a customer. It asks for the customer's name first.",
    operands: [{ name: "customer", words: "tenant id of the customer" }],
    options: ["yes", ...CALL],
    examples: ["remove <customer>", "remove <customer> --yes <customer>"],
  },
  "webhook show": {
    words: "Print the registration for events; a tenant has one.",
    options: CALL,
    examples: ["webhook show"],
  },
  "webhook events": {
    words: "Print the names of the events that a registration may ask for.",
    options: CALL,
    examples: ["webhook events"],
  },
  "webhook set": {
    words: "Register an address for events; with --replace, in place of another one.",
    operands: [{ name: "url", words: "where to send the events" }],
    options: ["event", "replace", ...CALL],
    examples: ["webhook set https://hooks.fabrikam.com/partner-center"],
  },
  "webhook test": {
    words: "Have a test event sent to the registered address, and follow it to its end.",
    options: CALL,
    examples: ["webhook test"],
  },
  "sign-in": {
    words: "Sign a user in with a browser, and keep the refresh token.",
    options: [
      "tenant",
      "client-id",
      "device-code",
      "profile",
      "cloud",
      "authority",
      "proxy",
      "timeout",
    ],
    otherWords: {
      profile:
        "a name for one of several sign-ins; by default PARTNER_CENTER_PROFILE, else default",
      cloud: `${CLOUD_NAMES}; global by default`,
    },
    examples: [
      "sign-in --tenant contoso.onmicrosoft.com --client-id <app>",
      "sign-in --profile fabrikam --tenant <tenant> --client-id <app>",
      "sign-in --tenant <tenant> --client-id <app> --device-code",
    ],
  },
  "sign-out": {
    words: "Forget the refresh token that sign-in kept.",
    options: ["profile"],
    examples: ["sign-out"],
  },
  profiles: {
    words: "List the sign-ins that are kept, and say which one is used.",
    options: ["profile", "json"],
    examples: ["profiles"],
  },
  doctor: {
    words:
      "Say how a call would sign in, what is wrong with that, and whether the service answers.",
    options: CALL,
    examples: ["doctor", "doctor --cloud china"],
  },
  sandbox: {
    words:
      "Serve a sandbox of Partner Center on this machine, for tests in any language, until Ctrl-C.",
    options: ["port", "scenario", "deliver-to"],
    examples: ["sandbox --port 8080"],
  },
  completion: {
    words: "Print a script that makes a shell complete commands and options.",
    operands: [{ name: "shell", values: SHELLS, words: SHELLS.join(", ") }],
    options: [],
    examples: ["completion bash >> ~/.bashrc"],
  },
} as const satisfies Readonly<Record<string, CommandRow>>;

/** The name of a command. */
export type CommandName = keyof typeof COMMAND_ROWS;

/** The commands, in the order of help. */
export const COMMANDS: Readonly<Record<CommandName, CommandRow>> = COMMAND_ROWS;

/** Whether these words are the name of a command. */
export function isCommand(words: string): words is CommandName {
  return Object.hasOwn(COMMANDS, words);
}

/** The commands that begin with this word and go on with another. */
export function groupOf(word: string | undefined): string[] {
  return Object.keys(COMMANDS).filter((name) => name.startsWith(`${word} `));
}
