import type { components } from "../../../generated/openapi.js";

type Customer = components["schemas"]["Customer"];
type Profile = NonNullable<Customer["companyProfile"]>;

/** A customer as lists have it. */
export function listed(customer: Customer): Customer {
  const { id, companyProfile, relationshipToPartner, links, attributes } = complete(customer);
  return {
    id,
    ...(companyProfile && { companyProfile: summaryOf(companyProfile) }),
    ...(relationshipToPartner !== undefined && { relationshipToPartner }),
    ...(links && { links }),
    ...(attributes && { attributes }),
  };
}

/** A customer by its id. Without delegated administration its address, its e-mail address and its domains are left out. */
export function shown(customer: Customer): Customer {
  const { customDomains, companyProfile, ...others } = complete(customer);
  return customer.allowDelegatedAccess === true
    ? {
        ...others,
        ...(customDomains && { customDomains }),
        ...(companyProfile && { companyProfile }),
      }
    : { ...others, ...(companyProfile && { companyProfile: withoutContact(companyProfile) }) };
}

/** A customer with everything that the service adds to it. */
function complete(customer: Customer): Customer {
  const uri = `/customers/${customer.id}`;
  return {
    allowDelegatedAccess: false,
    links: { self: selfLink(uri) },
    attributes: { objectType: "Customer" },
    relationshipToPartner: "reseller",
    ...customer,
    companyProfile: {
      tenantId: customer.id,
      links: { self: selfLink(`${uri}/profiles/company`) },
      attributes: { objectType: "CustomerCompanyProfile" },
      ...customer.companyProfile,
    },
  };
}

function withoutContact({ address: _address, email: _email, ...others }: Profile): Profile {
  return others;
}

function summaryOf({ tenantId, domain, companyName, links, attributes }: Profile): Profile {
  return {
    ...(tenantId !== undefined && { tenantId }),
    ...(domain !== undefined && { domain }),
    ...(companyName !== undefined && { companyName }),
    ...(links && { links }),
    ...(attributes && { attributes }),
  };
}

function selfLink(uri: string) {
  return { uri, method: "GET", headers: [] };
}
