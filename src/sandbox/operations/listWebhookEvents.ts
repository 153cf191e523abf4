import { examples } from "../../../generated/examples.js";
import type { Answer } from "../engine/answer.js";
import type { SandboxOperation } from "../engine/operation.js";

/** The names that a registration may have. */
export const listWebhookEvents: SandboxOperation = {
  answer(): Answer {
    return { body: examples.WebhookEventNames };
  },
};
