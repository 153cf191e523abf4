import { expectedSecret } from "../expected.js";
import type { FetchOptions } from "../openapi-fetch.js";
import { HEADER_VALUE_RULE, isHeaderValue } from "./headers.js";

type HeadersOptions = NonNullable<FetchOptions<unknown>["headers"]>;

/**
 * The headers of one call, in a form that openapi-fetch takes: it would read [name, value] pairs as headers that are
 * called 0, 1 and so on. Throws `TypeError` for text that would not arrive as it was given, without repeating it,
 * as `Headers` would.
 */
export function callerHeaders(headers: HeadersOptions = {}): HeadersOptions {
  // Also the Headers of another fetch, which are no instance of the platform's.
  const isIterable = Symbol.iterator in headers;
  const entries = isIterable ? [...headers] : Object.entries(headers);
  for (const [name, value] of entries) {
    if (typeof value === "string" && !isHeaderValue(value)) {
      throw expectedSecret(name, HEADER_VALUE_RULE, value);
    }
  }
  return isIterable ? new Headers([...headers]) : headers;
}
