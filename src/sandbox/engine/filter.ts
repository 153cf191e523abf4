import { propertyOf } from "./call.js";
import { jsonOrText } from "./json.js";

/** What may be asked of a field: how to compare, and what of an item. */
export interface Field<Item> {
  readonly operators: readonly string[];
  readonly valueOf: (item: Item) => string | undefined;
}

const COMPARISONS: Readonly<Record<string, (text: string, value: string) => boolean>> = {
  starts_with: (text, value) => text.startsWith(value),
  substring: (text, value) => text.includes(value),
  equals: (text, value) => text === value,
};

/**
 * The items that a `filter` leaves, whatever the case of its keys, of what it asks for, and of the items.
 * All of them without a filter; undefined for one that makes no sense for this list.
 */
export function filtered<Item>(
  items: readonly Item[],
  filter: unknown,
  fields: Readonly<Record<string, Field<Item>>>,
): readonly Item[] | undefined {
  if (filter === undefined) {
    return items;
  }
  const { field, operator, value } = readFilter(filter);
  const known = Object.entries(fields).find(([name]) => name.toLowerCase() === field)?.[1];
  const compare = COMPARISONS[operator];
  if (known?.operators.includes(operator) !== true || compare === undefined || value === "") {
    return undefined;
  }
  return items.filter((item) => compare((known.valueOf(item) ?? "").toLowerCase(), value));
}

function readFilter(filter: unknown): { field: string; operator: string; value: string } {
  const body = jsonOrText(String(filter));
  const word = (name: string) => String(propertyOf(body, name) ?? "").toLowerCase();
  return { field: word("Field"), operator: word("Operator"), value: word("Value") };
}
