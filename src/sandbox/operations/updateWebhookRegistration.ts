import { examples } from "../../../generated/examples.js";
import { type Answer, refused } from "../engine/answer.js";
import type { Call } from "../engine/call.js";
import type { SandboxOperation } from "../engine/operation.js";
import type { Partner } from "../engine/partner.js";
import { registered } from "../webhooks/registration.js";

/** Puts another in place of the one that there is. */
export const updateWebhookRegistration: SandboxOperation = {
  answer({ body }: Call, partner: Partner): Answer {
    return partner.registration === undefined
      ? refused(404, examples.WebhookNotRegistered)
      : registered(partner, body);
  },
};
