/**
 * The client, with a method for each operation, and what belongs to its calls: errors, filters, waiting for acceptance.
 *
 * @example
 * import { createPartnerCenterClient } from "partner-center-client";
 *
 * const client = createPartnerCenterClient({ credential });
 * const { url } = await client.getRelationshipRequestLink();
 *
 * @module partner-center-client
 */

export type * from "../generated/names.js";
export type { OperationId } from "../generated/operations.js";
export {
  createPartnerCenterClient,
  type NoPaths,
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
export type {
  CallOptions,
  CallPromise,
  Methods,
  WithResponse,
} from "./methods.js";
export { type BearerAuthOptions, bearerAuth } from "./middleware/bearer-auth.js";
export { type TrackingHeadersOptions, trackingHeaders } from "./middleware/tracking-headers.js";
export type { ByPageOptions, Page, PagedItems } from "./paged-items.js";
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
  type PollEvent,
  type WaitForAcceptanceOptions,
  waitForAcceptance,
} from "./wait-for-acceptance.js";
export { type Trace, type TraceIds, traceOf } from "./wire/trace.js";
