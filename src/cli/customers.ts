import type { Customer } from "../../generated/openapi.js";
import { filterBy } from "../filter-by.js";
import { checkedPages } from "./checked-items.js";
import { usageFailure } from "./command-failure.js";
import type { Given } from "./command-line.js";
import { connect } from "./connection.js";
import { type Columns, listFormat, printList } from "./list.js";
import { optional, tenantValue, textValue } from "./option-values.js";
import { callSettings } from "./settings.js";
import type { Shell } from "./shell.js";

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
