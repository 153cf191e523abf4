import { examples } from "../../../generated/examples.js";
import { type Answer, refused } from "../engine/answer.js";
import type { Call } from "../engine/call.js";
import type { SandboxOperation } from "../engine/operation.js";
import type { Partner } from "../engine/partner.js";
import { registered } from "../webhooks/registration.js";

/** The first one; answers in PascalCase, as documents do. */
export const createWebhookRegistration: SandboxOperation = {
  answer({ body }: Call, partner: Partner): Answer {
    return partner.registration === undefined
      ? registered(partner, body)
      : refused(409, examples.WebhookAlreadyRegistered);
  },
};
