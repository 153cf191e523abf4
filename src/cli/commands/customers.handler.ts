import type { Customer } from "../../../generated/openapi.js";
import { filterBy } from "../../filter-by.js";
import { connect } from "../connection.js";
import type { Options } from "../parser/definition.js";
import { callSettings } from "../parser/settings.js";
import type { Shell } from "../shell.js";
import { checkedPages } from "../terminal/checked-items.js";
import { type Columns, listLayout, printList } from "../terminal/list.js";
import type { customersOptions } from "./customers.js";

const COLUMNS: Columns<Customer> = [
  ["id", ({ id }) => id],
  ["name", ({ companyProfile }) => companyProfile?.companyName],
  ["domain", ({ companyProfile }) => companyProfile?.domain],
  ["relationship", ({ relationshipToPartner }) => relationshipToPartner],
];

/** Prints the customers, each page as it comes. */
export async function printCustomers(
  options: Options<typeof customersOptions>,
  shell: Shell,
): Promise<void> {
  const settings = callSettings(options, shell);
  const layout = listLayout(options, shell);
  const filter = filterFor(options);
  const connection = await connect(settings, shell);
  const { signal } = shell;
  const customerPages = connection.client.listCustomers({ filter }, { signal }).byPage();
  const pages = checkedPages(customerPages, connection.log);
  await connection.while(
    "Asking Partner Center for the customers",
    printList(pages, COLUMNS, layout, { ...shell, print: connection.print }),
  );
}

function filterFor({
  reseller,
  domain,
}: Pick<Options<typeof customersOptions>, "reseller" | "domain">): string | undefined {
  if (reseller !== undefined) {
    return filterBy("IndirectReseller", "starts_with", reseller);
  }
  return domain === undefined ? undefined : filterBy("Domain", "starts_with", domain);
}
