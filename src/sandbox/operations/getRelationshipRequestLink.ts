import { examples } from "../../../generated/examples.js";
import { type Answer, about, refused } from "../engine/answer.js";
import { type Call, readParameters } from "../engine/call.js";
import { invitationOf, relationshipLink } from "../engine/link.js";
import type { SandboxOperation } from "../engine/operation.js";
import { isSame, mpnIdOf, type Partner, resellerOf } from "../engine/partner.js";
import { settingOf } from "../sandbox-options.js";

/** Hands a link out, for tenants that the partner works with. */
export const getRelationshipRequestLink: SandboxOperation = {
  answer({ query, baseUrl }: Call, partner: Partner): Answer {
    const invitation = invitationOf(query, partner.own.tenantId);
    const { partnerId, providerId } = invitation;
    const isOwn = (id: string) => isSame(id, partner.own.tenantId);
    if (!isOwn(partnerId) && resellerOf(partner, partnerId) === undefined) {
      return refused(404, about(examples.TenantNotFound, partnerId));
    }
    const isProvider = (id: string) =>
      partner.providers.some((provider) => isSame(provider.id, id));
    if (providerId !== undefined && !isOwn(providerId) && !isProvider(providerId)) {
      return refused(404, about(examples.TenantNotFound, providerId));
    }
    const url = relationshipLink(invitation, (id) => mpnIdOf(partner, id));
    partner.links.set(url, { invitation, baseUrl });
    return { body: { url, attributes: { objectType: "RelationshipRequest" } } };
  },
  // Of the partner in the description's examples.
  example(request, operation) {
    const partner = settingOf({});
    const { query } = readParameters(request, operation);
    const invitation = invitationOf(query, partner.own.tenantId);
    const url = relationshipLink(invitation, (id) => mpnIdOf(partner, id));
    return { url, attributes: { objectType: "RelationshipRequest" } };
  },
};
