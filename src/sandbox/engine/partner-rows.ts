import type { components } from "../../../generated/openapi.js";
import type { Partner } from "./partner.js";

type PartnerRelationship = components["schemas"]["PartnerRelationship"];

/** Whether the partner is an indirect provider or an indirect reseller. */
export function hasPartners({ resellers, providers }: Partner): boolean {
  return resellers.length + providers.length > 0;
}

/** A list without pages. */
export function collectionOf(items: readonly object[]): object {
  return { totalCount: items.length, items, attributes: { objectType: "Collection" } };
}

/** Another partner as lists have it; `state` and `location` come as they are known. */
export function row(
  { id, name, state, mpnId, location }: PartnerRelationship,
  relationshipType: string,
): PartnerRelationship {
  return {
    id,
    ...(name !== undefined && { name }),
    relationshipType,
    ...(state !== undefined && { state }),
    ...(mpnId !== undefined && { mpnId }),
    ...(location !== undefined && { location }),
    attributes: { objectType: "PartnerRelationship" },
  };
}
