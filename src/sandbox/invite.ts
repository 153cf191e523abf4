import { examples } from "../../generated/examples.js";
import { type Answer, about, refused } from "./answer.js";
import type { Call } from "./call.js";
import { invitationOf, relationshipLink } from "./link.js";
import { isSame, mpnIdOf, type Partner, resellerOf } from "./partner.js";

/** getRelationshipRequestLink: hands a link out, for tenants that the partner works with. */
export function getRelationshipRequestLink({ query, baseUrl }: Call, partner: Partner): Answer {
  const invitation = invitationOf(query, partner.own.tenantId);
  const { partnerId, providerId } = invitation;
  const isOwn = (id: string) => isSame(id, partner.own.tenantId);
  if (!isOwn(partnerId) && resellerOf(partner, partnerId) === undefined) {
    return refused(404, about(examples.TenantNotFound, partnerId));
  }
  const isProvider = (id: string) => partner.providers.some((provider) => isSame(provider.id, id));
  if (providerId !== undefined && !isOwn(providerId) && !isProvider(providerId)) {
    return refused(404, about(examples.TenantNotFound, providerId));
  }
  const url = relationshipLink(invitation, (id) => mpnIdOf(partner, id));
  partner.links.set(url, { invitation, baseUrl });
  return { body: { url, attributes: { objectType: "RelationshipRequest" } } };
}
