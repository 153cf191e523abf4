import { PartnerCenterError, type PartnerCenterErrorDetails } from "../failure/error.js";
import { composeMessage, type MessageParts } from "../failure/message.js";
import { SIGN_IN_SENTENCES } from "./sign-in-advice.js";

type Details = Omit<PartnerCenterErrorDetails, "attempts" | "cv" | "serverId" | "cause">;

/**
 * Creates the error of a sign-in, of a message or of the parts of one. There is no cause: what oauth4webapi, a `fetch`, a store or a vault throws may hold
 * a reply or a request with its secrets.
 */
export function signInError(
  message: string | MessageParts,
  details: Omit<Details, "requestId" | "correlationId"> & Partial<Details>,
): PartnerCenterError {
  const parts = typeof message === "string" ? undefined : message;
  const text = typeof message === "string" ? message : composeMessage(message, SIGN_IN_SENTENCES);
  return new PartnerCenterError(text, {
    parts,
    requestId: undefined,
    correlationId: undefined,
    ...details,
    attempts: 1,
    cv: undefined,
    serverId: undefined,
  });
}
