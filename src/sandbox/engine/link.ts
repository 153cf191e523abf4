import { examples } from "../../../generated/examples.js";
import { textOf } from "./call.js";

/** What a link asks for: the partners that the customer is to accept. */
export interface Invitation {
  /** The tenant id of the partner, or of the reseller for which a provider asks. */
  readonly partnerId: string;
  /** Whether the customer is to buy from a reseller. */
  readonly isIndirect: boolean;
  /** The tenant id of the provider, where the call named it. */
  readonly providerId?: string | undefined;
}

/** The parameters of the call, as they were meant. */
export interface AskedFor {
  readonly indirectResellerId?: unknown;
  readonly indirectCloudSolutionProviderId?: unknown;
  readonly dualRoleIndirectRelationship?: unknown;
}

/**
 * What a link asks for that is requested with these parameters by this partner.
 * Whoever names a provider without a reseller is the reseller.
 */
export function invitationOf(asked: AskedFor, ownTenantId: string): Invitation {
  const reseller = textOf(asked.indirectResellerId);
  const providerId = textOf(asked.indirectCloudSolutionProviderId);
  return {
    partnerId: reseller ?? ownTenantId,
    isIndirect:
      reseller !== undefined ||
      providerId !== undefined ||
      asked.dualRoleIndirectRelationship === true,
    providerId,
  };
}

/**
 * Writes a link in the form of the description's examples: the direct one, that with a reseller, and that with a reseller
 * and a provider. Each names the ids that were asked for; `mpnIdOf` finds the PartnerID of a tenant.
 */
export function relationshipLink(
  { partnerId, isIndirect, providerId }: Invitation,
  mpnIdOf: (tenantId: string) => string | undefined,
): string {
  const url = new URL(
    isIndirect
      ? examples.RelationshipRequestIndirectReseller.url
      : examples.RelationshipRequestAdminCenter.url,
  );
  const values: Readonly<Record<string, string>> = {
    partnerId,
    msppId: (isIndirect && mpnIdOf(partnerId)) || "0",
  };
  const pairs = Array.from(url.searchParams, ([name, value]) => [name, values[name] ?? value]);
  if (providerId !== undefined) {
    const behind = pairs.findIndex(([name]) => name === "msppId") + 1;
    pairs.splice(behind, 0, ["indirectCSPId", providerId]);
  }
  url.search = new URLSearchParams(pairs).toString();
  return url.href;
}
