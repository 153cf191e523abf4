import { PartnerCenterError, type PartnerCenterErrorDetails } from "../failure/error.js";

type Details = Omit<PartnerCenterErrorDetails, "attempts" | "cv" | "serverId" | "cause">;

/**
 * Makes the error of a sign-in. There is no cause: what oauth4webapi, a `fetch`, a store or a vault throws may hold
 * a reply or a request with its secrets.
 */
export function signInError(
  message: string,
  details: Omit<Details, "requestId" | "correlationId"> & Partial<Details>,
): PartnerCenterError {
  return new PartnerCenterError(message, {
    requestId: undefined,
    correlationId: undefined,
    ...details,
    attempts: 1,
    cv: undefined,
    serverId: undefined,
  });
}
