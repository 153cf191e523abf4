import { examples } from "../../../generated/examples.js";
import { type Answer, about, invalidInput, refused } from "../engine/answer.js";
import { type Call, propertyOf } from "../engine/call.js";
import type { SandboxOperation } from "../engine/operation.js";
import type { Partner } from "../engine/partner.js";

/** Which PartnerIDs are those of the partner's resellers. */
export const validateResellers: SandboxOperation = {
  answer({ body }: Call, { resellers }: Partner): Answer {
    const ids: unknown = propertyOf(body, "partnerIds");
    if (!Array.isArray(ids) || !ids.every((id) => typeof id === "string" && /^\d+$/.test(id))) {
      return invalidInput("Expected `partnerIds` to be an array of PartnerIDs (digits only).");
    }
    const idle = ids.find((id) =>
      resellers.some(({ mpnId, state = "Active" }) => mpnId === id && state !== "Active"),
    );
    if (idle !== undefined) {
      return refused(400, about(examples.ResellerNotActive, idle));
    }
    const [, invalid] = examples.ResellerValidation.validationResults;
    const validationResults = ids.map((partnerId) =>
      resellers.some(({ mpnId }) => mpnId === partnerId)
        ? { partnerId, isValidPartnerIdOnRecord: true }
        : { ...invalid, partnerId },
    );
    return { body: { validationResults } };
  },
};
