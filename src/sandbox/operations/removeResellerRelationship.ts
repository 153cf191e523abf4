import { examples } from "../../../generated/examples.js";
import type { components } from "../../../generated/openapi.js";
import { type Answer, about, invalidInput, refused } from "../engine/answer.js";
import { recordAudit } from "../engine/audit-records.js";
import { type Call, textOf } from "../engine/call.js";
import type { SandboxOperation } from "../engine/operation.js";
import type { Partner } from "../engine/partner.js";
import { isUnknownTenant, relatedCustomer } from "../engine/related-customer.js";

const BODY: components["schemas"]["RelationshipRemoval"] = {
  relationshipToPartner: "none",
  attributes: { objectType: "Customer" },
};

/** Takes the documented body and no other, and answers with an emptied customer in PascalCase. */
export const removeResellerRelationship: SandboxOperation = {
  // As recorded.
  hasNoByteOrderMark: true,
  answer({ path, header, body }: Call, partner: Partner): Answer {
    if (!isDocumented(body)) {
      return invalidInput(`The sandbox takes the documented body only: ${JSON.stringify(BODY)}.`);
    }
    const id = String(path.customer_id);
    const known = relatedCustomer(partner, id);
    if (known === undefined) {
      return isUnknownTenant(partner, id)
        ? refused(404, about(examples.CustomerNotFound, id))
        : refused(404, examples.RelationshipNotFound);
    }
    partner.customers.end(known);
    const happening = {
      resourceType: "partner_customer_relationship",
      operationType: "remove_partner_customer_relationship",
      resourceOldValue: JSON.stringify({ RelationshipToPartner: "reseller" }),
      resourceNewValue: JSON.stringify({ RelationshipToPartner: "none" }),
      originalCorrelationId: textOf(header["ms-correlationid"]) ?? partner.nextId(),
      // A value that is null, as records have them.
      customizedData: [{ key: "PartnerOnRecord", value: null }],
    };
    recordAudit(partner, known.customer, happening, partner.moment());
    return { body: examples.RemovedCustomer };
  },
};

function isDocumented(body: unknown): boolean {
  const { relationshipToPartner, attributes, ...more } = Object(body);
  const { objectType, ...others } = Object(attributes);
  return (
    relationshipToPartner === BODY.relationshipToPartner &&
    objectType === BODY.attributes.objectType &&
    Object.keys({ ...more, ...others }).length === 0
  );
}
