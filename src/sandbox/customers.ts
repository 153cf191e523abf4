import { examples } from "../../generated/examples.js";
import { type Answer, about, invalidInput, refused } from "./answer.js";
import type { Call } from "./call.js";
import type { KnownCustomer } from "./customer-store.js";
import { listed, shown } from "./customer-views.js";
import { type Field, filtered } from "./filter.js";
import { pageOf } from "./page.js";
import { isSame, type Partner } from "./partner.js";
import { collectionOf, hasPartners, row } from "./partners.js";

const STARTS_WITH = ["starts_with"];
const FIELDS: Readonly<Record<string, Field<KnownCustomer>>> = {
  CompanyName: {
    operators: STARTS_WITH,
    valueOf: ({ customer }) => customer.companyProfile?.companyName,
  },
  Domain: { operators: STARTS_WITH, valueOf: ({ customer }) => customer.companyProfile?.domain },
  IndirectReseller: { operators: STARTS_WITH, valueOf: ({ resellerId }) => resellerId },
  IndirectCloudSolutionProvider: {
    operators: STARTS_WITH,
    valueOf: ({ providerId }) => providerId,
  },
};

/** listCustomers: those that have accepted, page by page. */
export function listCustomers(call: Call, { customers, pageSize }: Partner): Answer {
  const found = filtered(customers.related, call.query.filter, FIELDS);
  return found === undefined
    ? invalidInput("The filter is none that the list of customers knows.")
    : pageOf(call, "/v1/customers", found, pageSize, ({ customer }) => listed(customer));
}

/** getCustomer: the customer, once it has accepted. */
export function getCustomer({ path }: Call, partner: Partner): Answer {
  const id = String(path.customer_id);
  const known = relatedCustomer(partner, id);
  return known === undefined ? notRelated(partner, id) : { body: shown(known.customer) };
}

/** listCustomerRelationships: the other partners that the customer accepted; `null` where there is none. */
export function listCustomerRelationships({ path }: Call, partner: Partner): Answer {
  const id = String(path.customer_id);
  if (!hasPartners(partner)) {
    return refused(403, examples.PartnerTypeRefused);
  }
  const known = relatedCustomer(partner, id);
  if (known === undefined) {
    return notRelated(partner, id);
  }
  const rows = [
    ...partner.resellers
      .filter((reseller) => isSame(reseller.id, known.resellerId))
      .map((reseller) => bareRow(reseller, "is_indirect_cloud_solution_provider_of")),
    ...partner.providers
      .filter((provider) => isSame(provider.id, known.providerId))
      .map((provider) => bareRow(provider, "is_indirect_reseller_of")),
  ];
  return { body: rows.length === 0 ? null : collectionOf(rows) };
}

/** The customer with this tenant id, or this domain name, if it has a relationship. */
export function relatedCustomer(partner: Partner, id: string): KnownCustomer | undefined {
  const known = knownCustomer(partner, id);
  return known?.isRelated ? known : undefined;
}

/** The customer with this tenant id, or this domain name. */
export function knownCustomer({ customers }: Partner, id: string): KnownCustomer | undefined {
  return customers.find(id);
}

/** What is said of a tenant without a relationship. Any GUID may be a tenant; a domain name belongs to one, or to nobody. */
function notRelated(partner: Partner, id: string): Answer {
  return isUnknownTenant(partner, id)
    ? refused(404, about(examples.CustomerNotFound, id))
    : refused(403, examples.NoRelationship);
}

/** Whether the id is a domain name that nobody has. */
export function isUnknownTenant(partner: Partner, id: string): boolean {
  return id.includes(".") && knownCustomer(partner, id) === undefined;
}

function bareRow(partner: Parameters<typeof row>[0], relationshipType: string) {
  const { state: _state, location: _location, ...others } = row(partner, relationshipType);
  return others;
}
