import type { components, operations, paths } from "../generated/openapi.js";
import { type CallInit, VERSION } from "./call-init.js";
import type { PartnerCenterClient } from "./client.js";
import { malformedResponse } from "./failure/failures.js";
import { dataOf } from "./unwrap.js";
import { contextOf } from "./wire/call-context.js";

/** A relationship request: the link to send to the customer, and what the service says of it. */
export type RelationshipRequest = components["schemas"]["RelationshipRequest"];

/**
 * The query parameters of {@link getRelationshipRequestLink}; all of them are optional. Which to send depends on who
 * calls: the guide "The library" has a table, and the API reference says what each of them is.
 */
export type RelationshipRequestQuery = NonNullable<
  operations["getRelationshipRequestLink"]["parameters"]["query"]
>;

/** The options of one call of {@link getRelationshipRequestLink}. */
export type RelationshipRequestInit = CallInit<operations["getRelationshipRequestLink"]>;

/** The path of the operation, with its version still to be named. */
export const PATH = "/v{version}/customers/relationshiprequests" satisfies keyof paths;

/**
 * Gets the link with which a customer accepts the partner as its reseller.
 * The link is opaque and reusable; send it unchanged.
 *
 * Throws `TypeError` for an empty tenant id or an id header that cannot be sent, `PartnerCenterError` for every
 * failure of sign-in, network or service and for a reply without `url`, and the reason of `init.signal` on abort.
 *
 * @see https://learn.microsoft.com/rest/api/partner-center/manage-customer-accounts/get-relationship-request-link
 */
export async function getRelationshipRequestLink(
  client: PartnerCenterClient,
  query: RelationshipRequestQuery = {},
  init: RelationshipRequestInit = {},
): Promise<
  RelationshipRequest & {
    /** The link, to be sent to the customer as it is. */
    readonly url: string;
  }
> {
  const reply = await client.GET(PATH, {
    ...init,
    params: { path: { version: VERSION }, query },
  });
  const request = dataOf(reply);
  if (!hasUrl(request)) {
    throw malformedResponse(
      reply.response,
      `${contextOf(reply.response)?.body?.summary ?? "JSON"} without \`url\``,
    );
  }
  return request;
}

function hasUrl(value: unknown): value is RelationshipRequest & { readonly url: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "url" in value &&
    typeof value.url === "string" &&
    value.url.trim() !== ""
  );
}
