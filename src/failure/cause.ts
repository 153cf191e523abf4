import type { Redact } from "../wire/redaction.js";
import { isPartnerCenterError, PartnerCenterError } from "./error.js";
import { masked, redactedIn, sanitized } from "./sanitize.js";

const MOST_LEVELS = 6;

/**
 * Tells anew what a `fetch` or a credential threw: name, message, code and stack of each error in the chain, and the
 * fields of a `PartnerCenterError`. What else hangs on them stays away from logs: the bytes of a reply that could not
 * be read, or the request with its token.
 */
export function causeOf(thrown: unknown, redact: Redact, levels = MOST_LEVELS): unknown {
  if (typeof thrown === "string") {
    return sanitized(thrown, redact);
  }
  if (typeof thrown !== "object" || thrown === null || levels === 0) {
    return undefined;
  }
  const cause = causeOf(propertyOf(thrown, "cause"), redact, levels - 1);
  const [message = "", name = "Error", code] = ["message", "name", "code"].map((key) => {
    const text = propertyOf(thrown, key);
    return typeof text === "string" ? sanitized(text, redact) : undefined;
  });
  const told =
    copyOf(thrown, redact, cause) ??
    new Error(message, cause === undefined ? undefined : { cause });
  const stack = propertyOf(thrown, "stack");
  // The lines that name a place, and none of its words.
  const frames = (typeof stack === "string" ? redact(stack).split("\n") : [])
    .filter((line) => line.startsWith("    at "))
    .join("\n");
  return Object.defineProperties(told, {
    name: { value: name },
    stack: { value: `${name}: ${told.message}\n${frames}` },
    ...(code !== undefined && { code: { value: code, enumerable: true } }),
  });
}

/** Returns a `PartnerCenterError` without secrets; `undefined` for other errors, and for one with fields that are no JSON. */
function copyOf(thrown: object, redact: Redact, cause: unknown): PartnerCenterError | undefined {
  if (!isPartnerCenterError(thrown)) {
    return undefined;
  }
  const hide: Redact = (text) => masked(redact(text));
  try {
    const details = redactedIn({ ...thrown, parts: thrown.parts }, hide);
    const { reason } = thrown;
    return new PartnerCenterError(hide(thrown.message), { ...details, reason, cause });
  } catch {
    return undefined;
  }
}

/** Returns a property of something thrown; `undefined` where even reading it throws. */
export function propertyOf(thrown: object, key: string): unknown {
  try {
    return Reflect.get(thrown, key);
  } catch {
    return undefined;
  }
}
