import type { Redact } from "../wire/redaction.js";
import { sanitized } from "./sanitize.js";

const MOST_LEVELS = 6;

/**
 * What a `fetch` threw, told anew: name, words, code and stack of each error in the chain. What else hangs on them stays
 * away from logs: the bytes of a reply that could not be read, or the request with its token.
 */
export function causeOf(thrown: unknown, redact: Redact, levels = MOST_LEVELS): unknown {
  if (typeof thrown === "string") {
    return sanitized(thrown, redact);
  }
  if (typeof thrown !== "object" || thrown === null || levels === 0) {
    return undefined;
  }
  const [message, name, code] = ["message", "name", "code"].map((key) => {
    const text = propertyOf(thrown, key);
    return typeof text === "string" ? sanitized(text, redact) : undefined;
  });
  const cause = causeOf(propertyOf(thrown, "cause"), redact, levels - 1);
  const told = new Error(message, cause === undefined ? undefined : { cause });
  return Object.defineProperties(told, {
    name: { value: name ?? "Error" },
    stack: { value: `${name ?? "Error"}: ${message}\n${framesOf(thrown, redact)}` },
    ...(code !== undefined && { code: { value: code, enumerable: true } }),
  });
}

/** Returns a property of something thrown; `undefined` where even reading it throws. */
export function propertyOf(thrown: object, key: string): unknown {
  try {
    return Reflect.get(thrown, key);
  } catch {
    return undefined;
  }
}

/** Where it was thrown: the lines of the stack that name a place, and none of its words. */
function framesOf(thrown: object, redact: Redact): string {
  const stack = propertyOf(thrown, "stack");
  const lines = typeof stack === "string" ? redact(stack).split("\n") : [];
  return lines.filter((line) => line.startsWith("    at ")).join("\n");
}
