import { examples } from "../../../generated/examples.js";
import type { components } from "../../../generated/openapi.js";
import { type Answer, invalidInput, refused } from "../engine/answer.js";
import type { Call } from "../engine/call.js";
import { filtered } from "../engine/filter.js";
import type { SandboxOperation } from "../engine/operation.js";
import type { Partner } from "../engine/partner.js";
import { collectionOf, hasPartners, row } from "../engine/partner-rows.js";

type PartnerRelationship = components["schemas"]["PartnerRelationship"];

const NAME = { operators: ["starts_with", "substring"], valueOf: nameOf };

/** The resellers of a provider, or the providers of a reseller, in one page. */
export const listPartnerRelationships: SandboxOperation = {
  answer({ query }: Call, partner: Partner): Answer {
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
  },
};

function nameOf({ name }: PartnerRelationship): string | undefined {
  return name;
}
