import { examples } from "../../../generated/examples.js";
import { type Answer, refused } from "../engine/answer.js";
import type { Call } from "../engine/call.js";
import type { SandboxOperation } from "../engine/operation.js";
import type { Partner } from "../engine/partner.js";

/** In camelCase, as recorded replies are. */
export const getWebhookRegistration: SandboxOperation = {
  answer(_call: Call, { registration }: Partner): Answer {
    if (registration === undefined) {
      return refused(404, examples.WebhookNotRegistered);
    }
    const { url: webhookUrl, events: webhookEvents, ...others } = registration;
    return { body: { webhookUrl, webhookEvents, ...others, properties: {} } };
  },
};
