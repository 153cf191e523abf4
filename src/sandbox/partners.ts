import { examples } from "../../generated/examples.js";
import type { components } from "../../generated/openapi.js";
import { type Answer, about, invalidInput, refused } from "./answer.js";
import { type Call, propertyOf, textOf } from "./call.js";
import { filtered } from "./filter.js";
import type { Partner } from "./partner.js";

type PartnerRelationship = components["schemas"]["PartnerRelationship"];

const NAME = { operators: ["starts_with", "substring"], valueOf: nameOf };

/** listPartnerRelationships: the resellers of a provider, or the providers of a reseller, in one page. */
export function listPartnerRelationships({ query }: Call, partner: Partner): Answer {
  if (!hasPartners(partner)) {
    return refused(403, examples.PartnerTypeRefused);
  }
  const lists: Readonly<Record<string, readonly PartnerRelationship[]>> = {
    isindirectcloudsolutionproviderof: partner.resellers.map((reseller) =>
      row(reseller, "is_indirect_cloud_solution_provider_of"),
    ),
    isindirectresellerof: partner.providers.map((provider) =>
      row(provider, "is_indirect_reseller_of"),
    ),
  };
  // Libraries of Microsoft's write it in snake case and in camel case too.
  const list = lists[String(query.relationship_type).replaceAll("_", "").toLowerCase()];
  const items = list && filtered(list, query.filter, { Name: NAME });
  return items === undefined
    ? invalidInput("The type of relationship or the filter is none that is known.")
    : { body: collectionOf(items) };
}

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

function nameOf({ name }: PartnerRelationship): string | undefined {
  return name;
}

/** getMpnProfile: the caller's own profile, unless a PartnerID is given. */
export function getMpnProfile({ query }: Call, { own, resellers, providers }: Partner): Answer {
  const mpnId = textOf(query.mpnId) ?? own.mpnId;
  const found = [own, ...resellers, ...providers].find((partner) => partner.mpnId === mpnId);
  return found === undefined
    ? refused(404, about(examples.PartnerNotFound, mpnId))
    : {
        body: {
          ...examples.MpnProfile,
          mpnId,
          partnerName: found.name,
        },
      };
}

/** validateResellers: which PartnerIDs are those of the partner's resellers. */
export function validateResellers({ body }: Call, { resellers }: Partner): Answer {
  const ids: unknown = propertyOf(body, "partnerIds");
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === "string" && /^\d+$/.test(id))) {
    return invalidInput("Expected `partnerIds` to be an array of PartnerIDs (digits only).");
  }
  const idle = ids.find((id) =>
    resellers.some(({ mpnId, state = "Active" }) => mpnId === id && state !== "Active"),
  );
  if (idle !== undefined) {
    return refused(400, about(examples.ResellerNotActive, idle));
  }
  const [, invalid] = examples.ResellerValidation.validationResults;
  const validationResults = ids.map((partnerId) =>
    resellers.some(({ mpnId }) => mpnId === partnerId)
      ? { partnerId, isValidPartnerIdOnRecord: true }
      : { ...invalid, partnerId },
  );
  return { body: { validationResults } };
}
