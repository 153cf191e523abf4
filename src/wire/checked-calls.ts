import { expectedSecret } from "../expected.js";
import { checkedBaseUrl } from "./base-url.js";
import { HEADER_VALUE_RULE, isHeaderValue } from "./headers.js";

/** The methods of an openapi-fetch client that make calls. */
export const CALLS = [
  "GET",
  "PUT",
  "POST",
  "DELETE",
  "OPTIONS",
  "HEAD",
  "PATCH",
  "TRACE",
  "request",
];

/**
 * Lets every call of an openapi-fetch client reject with a `TypeError` of ours for what the platform refuses with one
 * that repeats it: a header value that HTTP cannot carry, which may be a token, and a base URL with a password.
 */
export function withCheckedCalls<Client extends object>(client: Client): Client {
  for (const method of CALLS) {
    const call = Reflect.get(Object(client), method);
    Reflect.set(client, method, (...given: readonly unknown[]) => {
      try {
        checkOptions(Object(given.at(-1)));
      } catch (error) {
        return Promise.reject(error);
      }
      return call(...given);
    });
  }
  return client;
}

function checkOptions({ headers, params, baseUrl }: Readonly<Partial<Record<string, unknown>>>) {
  if (Array.isArray(headers)) {
    throw expectedSecret("headers", "an object or Headers", headers);
  }
  const values = { ...Object(headers), ...Object(Object(params).header) };
  for (const [name, value] of Object.entries(values)) {
    // The platform trims values.
    const texts = [value].flat().map((one) => String(one).trim());
    if (!texts.every((text) => text === "" || isHeaderValue(text))) {
      throw expectedSecret(name, HEADER_VALUE_RULE, value);
    }
  }
  if (typeof baseUrl === "string" && baseUrl.includes("@")) {
    checkedBaseUrl(baseUrl);
  }
}
