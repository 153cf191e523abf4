import type { components } from "../generated/openapi.js";
import { invalidOption } from "./invalid-option.js";

type Filter = components["schemas"]["Filter"];

/**
 * Writes a `filter`, which is JSON in a string: `filterBy("Domain", "starts_with", "contoso")`.
 * The description of each list says which fields and operators it knows; others pass.
 * Throws `TypeError` for empty text.
 */
export function filterBy(
  field: Filter["Field"],
  operator: Filter["Operator"],
  value: Filter["Value"],
): string {
  for (const [name, text] of Object.entries({ field, operator, value })) {
    if (typeof text !== "string" || text.trim() === "") {
      throw invalidOption(name, "text", text);
    }
  }
  const filter: Filter = { Field: field, Value: value, Operator: operator };
  return JSON.stringify(filter);
}
