import type { components } from "../../../generated/openapi.js";

type Customer = components["schemas"]["Customer"];

/** A customer that the partner has, or had. */
export interface KnownCustomer extends Relation {
  /** Counted from 0, in the order in which the customers came. */
  readonly order: number;
  isRelated: boolean;
}

/** What a customer accepted. */
export interface Relation {
  customer: Customer;
  /** The tenant ids of the partners through which it buys, the partner itself among them. */
  resellerId?: string | undefined;
  providerId?: string | undefined;
}

/** The customers of a partner, found by name in a time that does not grow with their number. */
export interface CustomerStore {
  /** Those with a relationship, in the order in which they came. */
  readonly related: readonly KnownCustomer[];
  /** Returns how many there are, or were. */
  count(): number;
  /** Returns the customer with this tenant id, or this domain name. */
  find(name: string): KnownCustomer | undefined;
  /** Begins a relationship; one that had ended begins again in its place. */
  relate(relation: Relation): KnownCustomer;
  /** Ends a relationship. */
  end(known: KnownCustomer): void;
}

export function createCustomerStore(): CustomerStore {
  const related: KnownCustomer[] = [];
  const byId = new Map<string, KnownCustomer>();
  // Made when somebody asks for a domain name, as most ask for ids.
  let byDomain: Map<string, KnownCustomer> | undefined;

  const domains = () => {
    if (byDomain === undefined) {
      byDomain = new Map();
      for (const known of byId.values()) {
        addDomains(byDomain, known);
      }
    }
    return byDomain;
  };
  const place = ({ order }: KnownCustomer) => {
    let [low, high] = [0, related.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((related[middle]?.order ?? 0) < order) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };

  return {
    related,
    count: () => byId.size,
    find(name) {
      const key = name.toLowerCase();
      return byId.get(key) ?? (key.includes(".") ? domains().get(key) : undefined);
    },
    relate(relation) {
      const id = relation.customer.id.toLowerCase();
      const before = byId.get(id);
      if (before === undefined) {
        const { customer, resellerId, providerId } = relation;
        // Spelled out, as a copy with spread takes twice the memory.
        const known = { customer, resellerId, providerId, order: byId.size, isRelated: true };
        byId.set(id, known);
        related.push(known);
        if (byDomain !== undefined) {
          addDomains(byDomain, known);
        }
        return known;
      }
      byDomain = undefined;
      Object.assign(before, relation);
      if (!before.isRelated) {
        before.isRelated = true;
        related.splice(place(before), 0, before);
      }
      return before;
    },
    end(known) {
      if (known.isRelated) {
        related.splice(place(known), 1);
      }
      known.isRelated = false;
      known.resellerId = undefined;
      known.providerId = undefined;
    },
  };
}

/** Adds the domain names of a customer; one that two have belongs to the one that came first. */
function addDomains(byDomain: Map<string, KnownCustomer>, known: KnownCustomer): void {
  const { companyProfile, customDomains = [] } = known.customer;
  for (const domain of [companyProfile?.domain, ...customDomains]) {
    const key = domain?.toLowerCase();
    if (key !== undefined && !byDomain.has(key)) {
      byDomain.set(key, known);
    }
  }
}
