import type { PartnerRelationship } from "../../../generated/openapi.js";
import type { Page } from "../../paged-items.js";
import { type Connection, connect } from "../connection.js";
import type { LIST_OPTIONS } from "../parser/common-options.js";
import type { Options } from "../parser/definition.js";
import { callSettings } from "../parser/settings.js";
import type { Shell } from "../shell.js";
import { checkedPages } from "../terminal/checked-items.js";
import { type Columns, listLayout, printList } from "../terminal/list.js";

type ListOptions = Options<typeof LIST_OPTIONS>;

type RelationshipType = "IsIndirectCloudSolutionProviderOf" | "IsIndirectResellerOf";

const COLUMNS: Columns<PartnerRelationship> = [
  ["id", ({ id }) => id],
  ["name", ({ name }) => name],
  ["partnerId", ({ mpnId }) => mpnId],
  ["location", ({ location }) => location],
  ["state", ({ state }) => state],
];

/** Prints the indirect resellers of the partner. */
export function printResellers(options: ListOptions, shell: Shell): Promise<void> {
  return print("IsIndirectCloudSolutionProviderOf", "resellers", options, shell);
}

/** Prints the indirect providers whose reseller the partner is. */
export function printProviders(options: ListOptions, shell: Shell): Promise<void> {
  return print("IsIndirectResellerOf", "providers", options, shell);
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
  options: ListOptions,
  shell: Shell,
): Promise<void> {
  const settings = callSettings(options, shell);
  const layout = listLayout(options, shell);
  const connection = await connect(settings, shell);
  await connection.while(
    `Asking Partner Center for the ${what}`,
    printList(partnersOf(connection, type, shell.signal), COLUMNS, layout, {
      ...shell,
      print: connection.print,
    }),
  );
}
