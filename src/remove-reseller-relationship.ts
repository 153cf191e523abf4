import type { operations } from "../generated/openapi.js";
import { type CallInit, VERSION } from "./call-init.js";
import type { PartnerCenterClient } from "./client.js";
import {
  isPartnerCenterError,
  PartnerCenterError,
  type PartnerCenterErrorReason,
} from "./failure/error.js";
import { unwrap } from "./unwrap.js";

type Removal = operations["removeResellerRelationship"];

/** The options of one call of {@link removeResellerRelationship}. */
export type RemoveResellerRelationshipInit = CallInit<Removal>;

const BODY = {
  relationshipToPartner: "none",
  attributes: { objectType: "Customer" },
} as const satisfies Removal["requestBody"]["content"]["application/json"];

/** After these nobody knows whether the service did it. */
const OPEN_REASONS: readonly PartnerCenterErrorReason[] = [
  "network",
  "timeout",
  "service",
  "malformed-response",
];

const HOW_TO_LOOK =
  "The relationship may have ended all the same. Do not repeat the call before you have looked with `getCustomer`: 403 with code 20002 means that it has ended.";

/**
 * Ends the partner's relationship with a customer: the customer leaves the partner's list, and only another acceptance
 * brings it back. First cancel new-commerce subscriptions, reservations, savings plans and purchases, and suspend legacy
 * subscriptions. It is never sent again by itself after a failure.
 *
 * Throws `TypeError` for a customer id that cannot be one, `PartnerCenterError` for every failure of sign-in, network
 * or service, which says whether the relationship may have ended all the same, and the reason of `init.signal` on
 * abort, after which it may have ended as well.
 *
 * @see https://learn.microsoft.com/partner-center/developer/remove-a-reseller-relationship-with-a-customer
 */
export async function removeResellerRelationship(
  client: PartnerCenterClient,
  customerId: string,
  init: RemoveResellerRelationshipInit = {},
): Promise<void> {
  try {
    await unwrap(
      client.PATCH("/v{version}/customers/{customer_id}", {
        ...init,
        params: { path: { version: VERSION, customer_id: customerId } },
        body: BODY,
      }),
    );
  } catch (error) {
    throw isPartnerCenterError(error) && OPEN_REASONS.includes(error.reason)
      ? withHint(error, HOW_TO_LOOK)
      : error;
  }
}

function withHint(error: PartnerCenterError, hint: string): PartnerCenterError {
  const { message, cause, hints } = error;
  return new PartnerCenterError(`${message} ${hint}`, { ...error, cause, hints: [...hints, hint] });
}
