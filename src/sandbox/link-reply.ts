import type { components } from "../../generated/openapi.js";
import type { Operation } from "../../generated/operations.js";
import { readParameters } from "./call.js";
import { invitationOf, relationshipLink } from "./link.js";
import { mpnIdOf } from "./partner.js";
import { settingOf } from "./sandbox-options.js";

/** The reply with the link that a request asks for, of the partner in the description's examples; undefined for another operation. */
export function linkAskedFor(
  request: Request,
  operation: Operation,
): components["schemas"]["RelationshipRequest"] | undefined {
  if (operation.operationId !== "getRelationshipRequestLink") {
    return undefined;
  }
  const partner = settingOf({});
  const invitation = invitationOf(readParameters(request, operation).query, partner.own.tenantId);
  const url = relationshipLink(invitation, (id) => mpnIdOf(partner, id));
  return { url, attributes: { objectType: "RelationshipRequest" } };
}
