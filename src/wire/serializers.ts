import { expected } from "../expected.js";
import { fillPath, serializeForm } from "../openapi-fetch.js";

type Values = Readonly<Record<string, unknown>>;

/** Writes a query string. Throws `TypeError` for text that cannot be written as UTF-8. */
export function serializeQuery(query: Values): string {
  return serializeForm(wellFormed(query));
}

/** Puts values into the braces of a path. Throws `TypeError` for text that cannot be written as UTF-8. */
export function serializePath(path: string, values: Values): string {
  return fillPath(path, wellFormed(values));
}

// Half a surrogate pair would end in a bare URIError, before any middleware.
function wellFormed(values: Values): Values {
  for (const name in values) {
    const value = values[name];
    if (typeof value === "string" && /\p{Surrogate}/u.test(value)) {
      throw expected(name, "well-formed text", value);
    }
  }
  return values;
}
