import { type CloudName, clouds } from "../../token/clouds.js";
import { LONGEST_TIMER_MS } from "../../transport/retry-options.js";
import { PROXY_URL, proxyUrl } from "../../undici/proxy.js";
import { checkedBaseUrl } from "../../wire/base-url.js";
import { operationAt } from "../../wire/operation.js";
import { usageFailure } from "../command-failure.js";
import { PROFILE_NAME, profileNamed } from "../sign-in/profile.js";
import {
  labelFor,
  type OptionDefinition,
  type Options,
  type OptionTable,
  type SuppliedOptions,
  type ValueType,
  type ValueTypes,
} from "./definition.js";

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const PROXY_WITHOUT_PASSWORD =
  "no user name and password, which the list of processes would show; put such a URL into HTTPS_PROXY";
const LONGEST_DOMAIN_NAME = 253;
const LONGEST_SECONDS = Math.floor(LONGEST_TIMER_MS / 1000);

/** What a text has to be, for an error; no value appears in one, as it may be a secret. */
class Expected extends Error {}

type Readers = {
  readonly [Type in ValueType]: (
    text: string,
    limits: { readonly least?: number; readonly most?: number },
  ) => ValueTypes[Type];
};

const READERS: Readers = {
  text: (text) => {
    expect(text.trim() !== "", "text");
    return text;
  },
  tenant: readTenant,
  "sign-in-tenant": (text) => {
    expect(
      isIdOrDomain(text) && (GUID.test(text) || text.includes(".")),
      "the id or a domain name of a tenant",
    );
    return text;
  },
  app: (text) => {
    expect(GUID.test(text), "the id of an app registration, which is a GUID");
    return text;
  },
  guid: (text) => {
    expect(GUID.test(text), "a GUID, such as 02971f0f-1029-47b2-9fdb-1932f0987470");
    return text;
  },
  locale: (text) => {
    attempt(() => new Intl.Locale(text), "a language tag, such as de-DE");
    return text;
  },
  seconds: (text, { least = 0.001, most = LONGEST_SECONDS }) => {
    const seconds = /^\d+(\.\d+)?$|^\.\d+$/.test(text) ? Number(text) : Number.NaN;
    expect(seconds >= least && seconds <= most, `seconds from ${least} to ${most}`);
    return seconds * 1000;
  },
  url: readUrl,
  webhook: (text) => {
    readUrl(text);
    // A URL with a slash at its end is another one.
    return text;
  },
  proxy: (text) => {
    if (text === "none") {
      return false;
    }
    const url = attempt(() => proxyUrl({ name: "--proxy", value: text }), `none, or ${PROXY_URL}`);
    const { username, password } = new URL(url);
    expect(username === "" && password === "", PROXY_WITHOUT_PASSWORD);
    return url;
  },
  cloud: (text) => {
    if (!isCloudName(text)) {
      throw new Expected(oneOf(Object.keys(clouds)));
    }
    return text;
  },
  profile: (text) => {
    expect(PROFILE_NAME.pattern.test(text), PROFILE_NAME.rule);
    return profileNamed(text);
  },
};

/** Reads the options of a command. Throws the failure that names the option, and what was expected of it. */
export function readOptions<Table extends OptionTable>(
  table: Table,
  supplied: SuppliedOptions,
): Options<Table> {
  const values = Object.entries(table).map(([name, definition]) => {
    const { [name]: text } = supplied;
    return [name, readOption(labelFor(name, definition), definition, text)];
  });
  // The types of the values follow from the definitions, which a record of entries cannot express.
  return Object.fromEntries(values) as Options<Table>;
}

/** Reads a text by the rule of a type. Throws the failure that names where the text comes from, and what was expected. */
export function readValue<Type extends ValueType>(
  label: string,
  type: Type,
  text: string,
): ValueTypes[Type] {
  return naming(label, () => READERS[type](text, {}));
}

function readOption(
  label: string,
  definition: OptionDefinition,
  supplied: SuppliedOptions[string] | undefined,
): unknown {
  if (definition.type === "flag") {
    return supplied === true;
  }
  if (supplied === undefined || supplied === true) {
    if (definition.isRequired) {
      throw usageFailure(
        `Missing option \`${label} <${definition.placeholder}>\`: ${definition.description}.`,
      );
    }
    return undefined;
  }
  return naming(label, () =>
    typeof supplied === "string"
      ? readText(definition, supplied)
      : supplied.map((text) => readText(definition, text)),
  );
}

function readText(
  definition: Exclude<OptionDefinition, { readonly type: "flag" }>,
  text: string,
): unknown {
  switch (definition.type) {
    case "choice":
      expect(definition.values.includes(text), oneOf(definition.values));
      return text;
    case "whole": {
      const { least, most } = definition;
      const isWhole = /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most;
      expect(isWhole, `a whole number from ${least} to ${most}`);
      return Number(text);
    }
    default:
      return READERS[definition.type](text, definition);
  }
}

function naming<Value>(label: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw error instanceof Expected
      ? usageFailure(`Invalid \`${label}\`: expected ${error.message}.`)
      : error;
  }
}

function expect(isValid: boolean, what: string): void {
  if (!isValid) {
    throw new Expected(what);
  }
}

function attempt<Value>(read: () => Value, what: string): Value {
  try {
    return read();
  } catch {
    throw new Expected(what);
  }
}

function readTenant(text: string): string {
  const {
    pattern,
    mistake,
    title = "a tenant id",
  } = operationAt("GET", "/v{version}/customers/relationshiprequests")?.parameters.find(
    ({ name }) => name === "indirectResellerId",
  ) ?? {};
  const digits = mistake?.pattern.test(text) ? "; digits alone are a PartnerID" : "";
  expect(!isToken(text) && pattern?.test(text) !== false, `${title}${digits}`);
  return text;
}

function readUrl(text: string): string {
  const hasMore = URL.canParse(text) && /[@?#]/.test(text);
  return attempt(
    () => checkedBaseUrl(text),
    hasMore
      ? "a URL without user name, password, query and fragment"
      : "an https URL (http only for loopback)",
  );
}

function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** Returns whether a text can be the id of an app or a tenant, or a domain name. */
export function isIdOrDomain(text: string): boolean {
  return /^\w[\w-]*(\.[\w-]+)*$/.test(text) && !isToken(text);
}

/** Returns whether there is a cloud of that name. */
export function isCloudName(text: string): text is CloudName {
  return Object.hasOwn(clouds, text);
}

function isToken(text: string): boolean {
  return text.length > LONGEST_DOMAIN_NAME || text.startsWith("eyJ");
}
