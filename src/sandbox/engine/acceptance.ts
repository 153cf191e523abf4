import { examples } from "../../../generated/examples.js";
import type { components } from "../../../generated/openapi.js";
import { invalidOption } from "../../invalid-option.js";
import { acceptedEvent } from "../webhooks/event.js";
import { recordAudit } from "./audit-records.js";
import type { KnownCustomer } from "./customer-store.js";
import { shown } from "./customer-views.js";

import { checkLike } from "./parameters.js";
import type { HandedOut, Partner } from "./partner.js";
import { resellerOf } from "./partner.js";

type Customer = components["schemas"]["Customer"];

/** Who opens a link and accepts. */
export interface Acceptance {
  /** A link that the sandbox has handed out, unchanged. */
  readonly link: string | undefined;
  /**
   * What the customer is; an id is made where it has none.
   * @default the customer of the description's example, and made up ones after it
   */
  readonly customer?: Partial<Customer> | undefined;
}

/** Lets a customer accept. Throws `TypeError` for a link that was not handed out, and for an id that is no GUID. */
export function accept(partner: Partner, { link, customer }: Acceptance): Customer {
  const handedOut = partner.links.get(String(link));
  if (handedOut === undefined) {
    throw invalidOption("link", "a link that this sandbox has handed out", link);
  }
  const accepting = { id: partner.nextId(), ...(customer ?? nextCustomer(partner)) };
  checkLike("tenantId", "customer.id", accepting.id);
  const known = related(partner, accepting, handedOut);
  const moment = partner.moment();
  const auditId = recordAudit(
    partner,
    known.customer,
    happeningOf(known, partner.nextId()),
    moment,
  );
  const { isIndirect } = handedOut.invitation;
  const event = { customerId: accepting.id, auditId, isIndirect };
  partner.waiting.push(acceptedEvent(handedOut.baseUrl, event, moment));
  return shown(known.customer);
}

function related(partner: Partner, accepting: Customer, { invitation }: HandedOut): KnownCustomer {
  const { partnerId, isIndirect, providerId } = invitation;
  const mpnId = isIndirect ? resellerOf(partner, partnerId)?.mpnId : undefined;
  return partner.customers.relate({
    customer: {
      ...accepting,
      relationshipToPartner: "reseller",
      ...(mpnId !== undefined && { associatedPartnerId: mpnId }),
    },
    // Whoever asks for one of its resellers and names no provider is the provider.
    ...(isIndirect && {
      resellerId: partnerId,
      providerId: providerId ?? partner.own.tenantId,
    }),
  });
}

/** The customer of the description's example; once it is there, one with a number. */
function nextCustomer(partner: Partner): Partial<Customer> {
  if (!partner.customers.find(examples.CustomerReseller.id)?.isRelated) {
    return examples.CustomerReseller;
  }
  const number = partner.customers.count() + 1;
  return {
    companyProfile: {
      domain: `customer${number}.onmicrosoft.com`,
      companyName: `Customer ${number}`,
    },
  };
}

function happeningOf({ customer: { id, companyProfile } }: KnownCustomer, correlationId: string) {
  const { domain = "", companyName = "" } = companyProfile ?? {};
  const [domainName, relationship] = examples.AuditRecordAccepted.customizedData;
  return {
    resourceType: "customer",
    operationType: "reseller_relationship_accepted_by_customer",
    resourceNewValue: JSON.stringify({
      Id: id,
      CompanyProfile: { TenantId: id, Domain: domain, CompanyName: companyName },
      RelationshipToPartner: "reseller",
      Attributes: { ObjectType: "Customer" },
    }),
    originalCorrelationId: correlationId,
    customizedData: [{ ...domainName, value: domain }, { ...relationship }],
  };
}
