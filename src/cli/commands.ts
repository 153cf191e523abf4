import type { CloudName } from "../token/clouds.js";

/** What help tells of an option. */
export interface OptionRow {
  /** What its value is; an option without is a flag. */
  readonly value?: string;
  readonly words: string;
}

/** What help tells of a command. */
export interface CommandRow {
  readonly words: string;
  readonly options: readonly OptionName[];
  /** Options that are something else for this command. */
  readonly otherWords?: Partial<Readonly<Record<OptionName, string>>>;
  readonly examples: readonly string[];
}

// Loading the table of clouds would cost help its speed; this one does not compile unless it is complete.
const CLOUDS: Readonly<Record<CloudName, true>> = { global: true, china: true, usGovernment: true };

const CLOUD_NAMES = Object.keys(CLOUDS).join(", ");

const OPTION_ROWS = {
  "indirect-provider": { value: "tenant", words: "tenant id of the indirect provider" },
  "indirect-reseller": { value: "tenant", words: "tenant id of the indirect reseller" },
  "dual-role": {
    words: "of a tenant that is direct partner and reseller: for an indirect customer",
  },
  "no-dual-role": { words: "of such a tenant: for a direct customer" },
  locale: { value: "tag", words: "language of texts in the reply, such as de-DE" },
  "correlation-id": {
    value: "guid",
    words: "id under which Microsoft finds the call; a new one by default",
  },
  "device-code": {
    words: "enter a code in a browser anywhere; by default the one of this machine opens",
  },
  tenant: { value: "tenant", words: "id or domain name of the partner's tenant" },
  "client-id": { value: "app", words: "id of an app registration that allows public client flows" },
  profile: {
    value: "name",
    words: "which of several sign-ins; PARTNER_CENTER_PROFILE or default by default",
  },
  "token-stdin": { words: "read an access token from standard input" },
  cloud: {
    value: "name",
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
  timeout: { value: "seconds", words: "how long one attempt may take; 30 by default" },
  json: { words: "print an object; a failure is an object on standard error" },
  verbose: { words: "log each attempt on standard error" },
  version: { words: "print the version" },
  help: { words: "print this" },
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
  "timeout",
  "json",
  "verbose",
] as const;

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
      ...CALL,
    ],
    examples: [
      "link",
      "link --indirect-reseller 4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90",
      "link --dual-role --indirect-provider <tenant>",
      "link --token-stdin --json < token.txt",
    ],
  },
  "sign-in": {
    words: "Sign a user in with a browser, and keep the refresh token.",
    options: ["tenant", "client-id", "device-code", "profile", "cloud", "authority", "timeout"],
    otherWords: {
      profile: "a name for one of several sign-ins; PARTNER_CENTER_PROFILE or default by default",
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
} as const satisfies Readonly<Record<string, CommandRow>>;

/** The name of a command. */
export type CommandName = keyof typeof COMMAND_ROWS;

/** The commands, in the order of help. */
export const COMMANDS: Readonly<Record<CommandName, CommandRow>> = COMMAND_ROWS;
