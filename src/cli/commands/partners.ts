import type { PartnerRelationship } from "../../../generated/openapi.js";
import type { Page } from "../../paged-items.js";
import { type Connection, connect } from "../connection.js";
import type { Given } from "../parser/command-line.js";
import { callSettings } from "../parser/settings.js";
import type { Shell } from "../shell.js";
import { checkedPages } from "../terminal/checked-items.js";
import { type Columns, listFormat, printList } from "../terminal/list.js";

type RelationshipType = "IsIndirectCloudSolutionProviderOf" | "IsIndirectResellerOf";

const COLUMNS: Columns<PartnerRelationship> = [
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
  { client, log }: Pick<Connection, "client" | "log">,
  relationship_type: RelationshipType,
  signal: AbortSignal,
): AsyncIterable<Page<PartnerRelationship>> {
  return checkedPages(
    client.listPartnerRelationships({ relationship_type }, { signal }).byPage(),
    log,
  );
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
