import { examples } from "../../../generated/examples.js";
import { type Answer, refused } from "../engine/answer.js";
import type { Call } from "../engine/call.js";
import type { SandboxOperation } from "../engine/operation.js";
import type { Partner } from "../engine/partner.js";

const KEPT_MS = 7 * 86_400_000;

/** What became of a test event, for seven days. */
export const getWebhookValidation: SandboxOperation = {
  answer({ path }: Call, { own, validations, now }: Partner): Answer {
    const found = validations.get(String(path.correlationId));
    if (found === undefined || now() - found.createdAt > KEPT_MS) {
      return refused(404, examples.WebhookValidationGone);
    }
    const { correlationId, status, callbackUrl, results } = found;
    return { body: { correlationId, partnerId: own.tenantId, status, callbackUrl, results } };
  },
};
