import { examples } from "../../../generated/examples.js";
import { RETRY_AFTER_HEADER } from "../../wire/headers.js";
import { type Answer, invalidInput, refused } from "../engine/answer.js";
import type { Call } from "../engine/call.js";
import type { SandboxOperation } from "../engine/operation.js";
import type { Partner } from "../engine/partner.js";
import { rateLimitExceeded } from "../engine/throttling.js";
import { testEvent } from "../webhooks/event.js";

const TEST_EVENT = "test-created";
const MINUTE_MS = 60_000;
const MOST_A_MINUTE = 2;

/** Has a test event wait, two a minute. */
export const createWebhookValidation: SandboxOperation = {
  answer({ baseUrl }: Call, partner: Partner): Answer {
    const { registration, validations, waiting, nextId, moment, now } = partner;
    if (registration === undefined) {
      return refused(404, examples.WebhookNotRegistered);
    }
    if (!registration.events.includes(TEST_EVENT)) {
      return invalidInput(`The registration does not have the event ${TEST_EVENT}.`);
    }
    const lately = [...validations.values()]
      .map(({ createdAt }) => createdAt + MINUTE_MS - now())
      .filter((ms) => ms > 0);
    if (lately.length >= MOST_A_MINUTE) {
      const seconds = Math.ceil(Math.min(...lately) / 1000);
      return refused(429, rateLimitExceeded(seconds), { [RETRY_AFTER_HEADER]: String(seconds) });
    }
    const correlationId = nextId();
    validations.set(correlationId, {
      correlationId,
      createdAt: now(),
      callbackUrl: registration.url,
      status: "Submitted",
      results: [],
    });
    waiting.push(testEvent(baseUrl, correlationId, moment()));
    return { body: { correlationId } };
  },
};
