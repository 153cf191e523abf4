import type { CloudName } from "../../token/clouds.js";
import type { OptionTable } from "./definition.js";

// Loading the table of clouds would slow help down; this one does not compile unless it is complete.
const CLOUDS: Readonly<Record<CloudName, true>> = { global: true, china: true, usGovernment: true };

export const CLOUD_NAMES = Object.keys(CLOUDS);

export const PROFILE = {
  type: "profile",
  placeholder: "name",
  description:
    "which of several sign-ins to use; PARTNER_CENTER_PROFILE by default, else the one named default",
} as const;

export const JSON_OUTPUT = {
  type: "flag",
  description: "short for --output json, where there is one; a failure is JSON, too",
} as const;

export const AUTHORITY = {
  type: "url",
  placeholder: "url",
  description: "override the sign-in authority URL (https, or http on loopback)",
} as const;

export const PROXY = {
  type: "proxy",
  placeholder: "url",
  description: "an HTTP proxy, or none; by default the one in HTTPS_PROXY, ALL_PROXY and NO_PROXY",
} as const;

export const TIMEOUT = {
  type: "seconds",
  placeholder: "seconds",
  description: "time limit of one attempt; 30 by default",
} as const;

/** Options of each command that calls the service. */
export const CALL_OPTIONS = {
  profile: { ...PROFILE, conflictsWith: "token-stdin" },
  "token-stdin": { type: "flag", description: "read an access token from standard input" },
  cloud: {
    type: "cloud",
    placeholder: "name",
    description: `${CLOUD_NAMES.join(", ")}; by default the cloud of the sign-in, else global`,
  },
  authority: AUTHORITY,
  "base-url": {
    type: "url",
    placeholder: "url",
    description:
      "override the service URL (https, or http on loopback); PARTNER_CENTER_BASE_URL by default",
  },
  proxy: PROXY,
  timeout: TIMEOUT,
  json: JSON_OUTPUT,
  verbose: { type: "flag", description: "log each attempt on standard error" },
} as const satisfies OptionTable;

/** Options that decide on how a list is printed. */
export const FORMAT_OPTIONS = {
  output: {
    type: "choice",
    placeholder: "format",
    values: ["table", "csv", "json", "jsonl"],
    description: "table, csv, json or jsonl; by default a table on a terminal and CSV elsewhere",
  },
  excel: {
    type: "flag",
    description:
      "print CSV that Excel opens: with a byte order mark and the separator of its locale",
  },
  wide: { type: "flag", description: "print tables in full, whatever the width of the terminal" },
} as const satisfies OptionTable;

/** Options of each command that prints a list. */
export const LIST_OPTIONS = { ...FORMAT_OPTIONS, ...CALL_OPTIONS } as const satisfies OptionTable;

/** Options that decide on what a link is for. */
export const LINK_OPTIONS = {
  "indirect-provider": {
    type: "tenant",
    placeholder: "tenant",
    description: "tenant id of the indirect provider",
  },
  "dual-role": {
    type: "flag",
    conflictsWith: "no-dual-role",
    description:
      "for an indirect customer of a tenant that is both direct-bill partner and indirect reseller",
  },
  "no-dual-role": {
    type: "flag",
    description:
      "for a direct customer of a tenant that is both direct-bill partner and indirect reseller",
  },
  locale: {
    type: "locale",
    placeholder: "tag",
    description: "language of texts in the response, such as de-DE",
  },
} as const satisfies OptionTable;

/** The argument of commands about one customer. */
export const CUSTOMER = {
  type: "tenant",
  placeholder: "customer",
  isArgument: true,
  description: "tenant id of the customer",
} as const;

/** Names of the options that help lists last, as many commands have them. */
export const COMMON_OPTIONS: readonly string[] = Object.keys(CALL_OPTIONS);
