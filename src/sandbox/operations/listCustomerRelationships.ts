import { examples } from "../../../generated/examples.js";
import { type Answer, refused } from "../engine/answer.js";
import type { Call } from "../engine/call.js";
import type { SandboxOperation } from "../engine/operation.js";
import { isSame, type Partner } from "../engine/partner.js";
import { collectionOf, hasPartners, row } from "../engine/partner-rows.js";
import { notRelated, relatedCustomer } from "../engine/related-customer.js";

/** The other partners that the customer accepted; `null` where there is none. */
export const listCustomerRelationships: SandboxOperation = {
  answer({ path }: Call, partner: Partner): Answer {
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
  },
};

function bareRow(partner: Parameters<typeof row>[0], relationshipType: string) {
  const { state: _state, location: _location, ...others } = row(partner, relationshipType);
  return others;
}
