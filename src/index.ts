/**
 * The client, and functions for callers who want a value or an exception: get the link, list, wait for the customer, remove.
 *
 * @example
 * import { createPartnerCenterClient, getRelationshipRequestLink } from "partner-center-client";
 *
 * const client = createPartnerCenterClient({ credential });
 * const { url } = await getRelationshipRequestLink(client);
 *
 * @module partner-center-client
 */

export type { components, operations, paths } from "../generated/openapi.js";
export type { CallInit } from "./call-init.js";
export {
  createPartnerCenterClient,
  type PartnerCenterClient,
  type PartnerCenterClientOptions,
} from "./client.js";
export {
  isPartnerCenterError,
  PartnerCenterError,
  type PartnerCenterErrorDetails,
  type PartnerCenterErrorReason,
} from "./failure/error.js";
export { filterBy } from "./filter-by.js";
export { type BearerAuthOptions, bearerAuth } from "./middleware/bearer-auth.js";
export { type TrackingHeadersOptions, trackingHeaders } from "./middleware/tracking-headers.js";
export {
  type CollectionItem,
  type CollectionPath,
  type PagedItems,
  type PaginateInit,
  paginate,
} from "./paginate.js";
export {
  getRelationshipRequestLink,
  type RelationshipRequest,
  type RelationshipRequestInit,
  type RelationshipRequestQuery,
} from "./relationship-request-link.js";
export {
  type RemoveResellerRelationshipInit,
  removeResellerRelationship,
} from "./remove-reseller-relationship.js";
export { type Cloud, type CloudName, clouds } from "./token/clouds.js";
export type {
  AccessToken,
  GetToken,
  GetTokenOptions,
  TokenCredential,
} from "./token/credential.js";
export type { Fetch } from "./transport/fetch.js";
export type { AttemptEvent, OnAttempt } from "./transport/observe.js";
export type { RetryEvent, RetryOptions } from "./transport/retry.js";
export { type Reply, unwrap } from "./unwrap.js";
export {
  type Customer,
  type PollEvent,
  type WaitForAcceptanceOptions,
  waitForAcceptance,
} from "./wait-for-acceptance.js";
export { type Trace, type TraceIds, traceOf } from "./wire/trace.js";
