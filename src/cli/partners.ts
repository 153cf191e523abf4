import type { CollectionItem } from "../paginate.js";
import { paginate } from "../paginate.js";
import type { Given } from "./command-line.js";
import { type Connection, connect } from "./connection.js";
import { type Columns, listFormat, printList } from "./list.js";
import { callSettings } from "./settings.js";
import type { Shell } from "./shell.js";

const PATH = "/v{version}/relationships";

/** Another partner, in a relationship with the one that calls. */
export type Partner = CollectionItem<typeof PATH>;

type RelationshipType = "IsIndirectCloudSolutionProviderOf" | "IsIndirectResellerOf";

const COLUMNS: Columns<Partner> = [
  ["id", ({ id }) => id],
  ["name", ({ name }) => name],
  ["partnerId", ({ mpnId }) => mpnId],
  ["location", ({ location }) => location],
  ["state", ({ state }) => state],
];

/** Prints the indirect resellers of the partner. */
export function resellers(given: Given, shell: Shell): Promise<void> {
  return print("IsIndirectCloudSolutionProviderOf", "resellers", given, shell);
}

/** Prints the indirect providers whose reseller the partner is. */
export function providers(given: Given, shell: Shell): Promise<void> {
  return print("IsIndirectResellerOf", "providers", given, shell);
}

/** The partners to whom the caller is this, a page at a time. */
export function partnersOf(
  { client }: Pick<Connection, "client">,
  relationship_type: RelationshipType,
  signal: AbortSignal,
): AsyncIterable<readonly Partner[]> {
  return paginate(client, PATH, { params: { query: { relationship_type } }, signal }).byPage();
}

async function print(
  type: RelationshipType,
  what: string,
  given: Given,
  shell: Shell,
): Promise<void> {
  const settings = callSettings(given);
  const format = listFormat(given, shell);
  const connection = await connect(settings, shell);
  await connection.while(
    `Asking Partner Center for the ${what}`,
    printList(partnersOf(connection, type, shell.signal), COLUMNS, format, shell),
  );
}
