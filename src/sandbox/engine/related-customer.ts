import { examples } from "../../../generated/examples.js";
import { type Answer, about, refused } from "./answer.js";
import type { KnownCustomer } from "./customer-store.js";
import type { Partner } from "./partner.js";

/** The customer with this tenant id, or this domain name, if it has a relationship. */
export function relatedCustomer(partner: Partner, id: string): KnownCustomer | undefined {
  const known = partner.customers.find(id);
  return known?.isRelated ? known : undefined;
}

/** What is said of a tenant without a relationship. Any GUID may be a tenant; a domain name belongs to one, or to nobody. */
export function notRelated(partner: Partner, id: string): Answer {
  return isUnknownTenant(partner, id)
    ? refused(404, about(examples.CustomerNotFound, id))
    : refused(403, examples.NoRelationship);
}

/** Whether the id is a domain name that nobody has. */
export function isUnknownTenant(partner: Partner, id: string): boolean {
  return id.includes(".") && partner.customers.find(id) === undefined;
}
