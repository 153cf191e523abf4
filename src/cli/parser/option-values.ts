import { invalidOption } from "../../invalid-option.js";
import { type CloudName, clouds } from "../../token/clouds.js";
import { LONGEST_TIMER_MS } from "../../transport/retry-options.js";
import { proxyUrl } from "../../undici/proxy.js";
import { checkedBaseUrl } from "../../wire/base-url.js";
import { operationAt } from "../../wire/operation.js";
import { usageFailure } from "../command-failure.js";
import type { Given } from "./command-line.js";
import { OPTIONS, type OptionName } from "./commands.js";
import { isShowable } from "./showable.js";

const UNSHOWN = ", got something else.";
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Reads the value of an option. Throws the failure that says which option it is and what it should be. */
export type Read<Value> = (option: string, text: string) => Value;

export const cloudValue: Read<CloudName> = (option, text) => {
  if (!isCloudName(text)) {
    throw refused(option, `one of ${Object.keys(clouds).join(", ")}`, text);
  }
  return text;
};

/** A tenant id as the description has it. */
export const tenantValue: Read<string> = (option, text) => {
  const {
    pattern,
    mistake,
    title = "a tenant id",
  } = operationAt("GET", "/v{version}/customers/relationshiprequests")?.parameters.find(
    ({ name }) => name === "indirectResellerId",
  ) ?? {};
  if (isToken(text) || pattern?.test(text) === false) {
    const rule = mistake?.pattern.test(text) ? `${title}; digits alone are a PartnerID` : title;
    throw refused(option, rule, text);
  }
  return text;
};

/** The id or a domain name of the tenant to sign in to, which becomes part of an address. */
export const signInTenantValue: Read<string> = (option, text) => {
  if (!isName(text) || !(GUID.test(text) || text.includes("."))) {
    throw refused(option, "the id or a domain name of a tenant", text);
  }
  return text;
};

export const clientIdValue: Read<string> = (option, text) => {
  if (!GUID.test(text)) {
    throw refused(option, "the id of an app registration, a GUID", text);
  }
  return text;
};

export const localeValue: Read<string> = (option, text) => {
  try {
    new Intl.Locale(text);
  } catch {
    throw refused(option, "a language tag, such as de-DE", text);
  }
  return text;
};

export const guidValue: Read<string> = (option, text) => {
  if (!GUID.test(text)) {
    throw refused(option, "a GUID, such as 02971f0f-1029-47b2-9fdb-1932f0987470", text);
  }
  return text;
};

/** Seconds as text, read as milliseconds. */
export const secondsValue: Read<number> = (option, text) => {
  const ms = /^\d+(\.\d+)?$|^\.\d+$/.test(text) ? Number(text) * 1000 : Number.NaN;
  if (!(ms >= 1 && ms <= LONGEST_TIMER_MS)) {
    const most = Math.floor(LONGEST_TIMER_MS / 1000);
    throw refused(option, `seconds from 0.001 to ${most}`, text);
  }
  return ms;
};

export const urlValue: Read<string> = (option, text) => {
  try {
    return checkedBaseUrl(text, option);
  } catch (error) {
    const message = error instanceof Error ? error.message : `Expected \`${option}\` to be a URL.`;
    throw usageFailure(isShowable(text) ? message : message.replace(/, got .*$/s, UNSHOWN));
  }
};

/** The URL of a proxy; false for none, whatever the environment says. */
export const proxyValue: Read<string | false> = (option, text) => {
  if (text === "none") {
    return false;
  }
  try {
    return proxyUrl({ name: option, value: text });
  } catch (error) {
    throw usageFailure(error instanceof Error ? error.message : String(error));
  }
};

/** A whole number from one number to another. */
export const wholeValue =
  (least: number, most: number): Read<number> =>
  (option, text) => {
    if (!/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most) {
      throw refused(option, `a whole number from ${least} to ${most}`, text);
    }
    return Number(text);
  };

/** One of some words. */
export const wordValue =
  <Word extends string>(words: readonly Word[]): Read<Word> =>
  (option, text) => {
    const word = words.find((one) => one === text);
    if (word === undefined) {
      throw refused(option, `one of ${words.join(", ")}`, text);
    }
    return word;
  };

export const textValue: Read<string> = (option, text) => {
  if (text.trim() === "") {
    throw refused(option, "text", text);
  }
  return text;
};

/** Whether the text can be the id of an app or a tenant, or a domain name. */
export function isName(text: string): boolean {
  return /^\w[\w-]*(\.[\w-]+)*$/.test(text) && !isToken(text);
}

/** Whether it is a token rather than a name. No domain name is longer. */
function isToken(text: string): boolean {
  return text.length > 253 || text.startsWith("eyJ");
}

/** Reads the value of an option; undefined when it was not given. */
export function optional<Value>(
  read: Read<Value>,
  given: Given,
  name: OptionName,
): Value | undefined {
  const { [name]: value } = given;
  return typeof value === "string" ? read(`--${name}`, value) : undefined;
}

/** Reads the value of an option that has to be there. */
export function required<Value>(read: Read<Value>, given: Given, name: OptionName): Value {
  const value = optional(read, given, name);
  if (value === undefined) {
    throw usageFailure(`\`--${name}\` is missing: ${OPTIONS[name].words}.`);
  }
  return value;
}

function refused(option: string, what: string, text: string) {
  return usageFailure(
    isShowable(text)
      ? invalidOption(option, what, text).message
      : `Expected \`${option}\` to be ${what}${UNSHOWN}`,
  );
}

/** Whether there is a cloud of that name. */
export function isCloudName(text: string): text is CloudName {
  return Object.hasOwn(clouds, text);
}
