import type { Customer } from "../../../generated/openapi.js";
import { filterBy } from "../../filter-by.js";
import { usageFailure } from "../command-failure.js";
import { connect } from "../connection.js";
import type { Given } from "../parser/command-line.js";
import { optional, tenantValue, textValue } from "../parser/option-values.js";
import { callSettings } from "../parser/settings.js";
import type { Shell } from "../shell.js";
import { checkedPages } from "../terminal/checked-items.js";
import { type Columns, listFormat, printList } from "../terminal/list.js";

const COLUMNS: Columns<Customer> = [
  ["id", ({ id }) => id],
  ["name", ({ companyProfile }) => companyProfile?.companyName],
  ["domain", ({ companyProfile }) => companyProfile?.domain],
  ["relationship", ({ relationshipToPartner }) => relationshipToPartner],
];

/** Prints the customers, each page as it comes. */
export async function customers(given: Given, shell: Shell): Promise<void> {
  const settings = callSettings(given);
  const format = listFormat(given, shell);
  const filter = filterOf(given);
  const connection = await connect(settings, shell);
  const { signal } = shell;
  const customerPages = connection.client.listCustomers({ filter }, { signal }).byPage();
  const pages = checkedPages(customerPages, connection.log);
  await connection.while(
    "Asking Partner Center for the customers",
    printList(pages, COLUMNS, format, shell),
  );
}

function filterOf(given: Given): string | undefined {
  const reseller = optional(tenantValue, given, "reseller");
  const domain = optional(textValue, given, "domain");
  if (reseller !== undefined && domain !== undefined) {
    throw usageFailure(
      "Expected one of `--reseller` and `--domain`, got both: the service takes one filter.",
    );
  }
  if (reseller !== undefined) {
    return filterBy("IndirectReseller", "starts_with", reseller);
  }
  return domain === undefined ? undefined : filterBy("Domain", "starts_with", domain);
}
