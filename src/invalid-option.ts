import { masked } from "./failure/sanitize.js";

const MAX_VALUE_LENGTH = 100;

/**
 * Creates the `TypeError` for an invalid option: what it has to be, what it is, and what that looks like where it looks
 * like something else.
 */
export function invalidOption(
  option: string,
  what: string,
  got: unknown,
  like?: string,
): TypeError {
  const looks = like === undefined ? "" : `, which looks like ${like}`;
  return new TypeError(`Expected \`${option}\` to be ${what}, got ${quoted(got)}${looks}.`);
}

/** Like {@link invalidOption}, for what may hold a secret: names the kind of value, never the value. */
export function invalidSecretOption(option: string, what: string, got: unknown): TypeError {
  return new TypeError(`Expected \`${option}\` to be ${what}, got ${kindOf(got)}.`);
}

/** Returns a value as a message may show it: shortened, on one line, without what looks like a secret. */
export function quoted(value: unknown): string {
  switch (typeof value) {
    case "string":
      return value === "" ? kindOf(value) : JSON.stringify(shortened(masked(value)));
    case "number":
    case "boolean":
      return String(value);
    default:
      return kindOf(value);
  }
}

function shortened(text: string): string {
  const clean = text.replace(/\p{Bidi_Control}/gu, "");
  return clean.length > MAX_VALUE_LENGTH ? `${clean.slice(0, MAX_VALUE_LENGTH)}…` : clean;
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) {
    return String(value);
  }
  if (value === "") {
    return "an empty string";
  }
  if (Array.isArray(value)) {
    return "an array";
  }
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
