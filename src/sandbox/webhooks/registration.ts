import { examples } from "../../../generated/examples.js";
import { type Answer, invalidInput } from "../engine/answer.js";
import { propertyOf } from "../engine/call.js";
import type { Partner, Registration } from "../engine/partner.js";

const EVENT_NAMES: readonly unknown[] = examples.WebhookEventNames;

/** Registers a URL for events, in place of the one before; refuses what is none. */
export function registered(partner: Partner, body: unknown): Answer {
  const url = propertyOf(body, "WebhookUrl");
  const events: unknown = propertyOf(body, "WebhookEvents");
  if (typeof url !== "string" || !/^https?:$/.test(protocolOf(url))) {
    return invalidInput("Expected `WebhookUrl` to be an http or https URL.");
  }
  if (!Array.isArray(events) || !events.every((name) => EVENT_NAMES.includes(name))) {
    return invalidInput(`Expected \`WebhookEvents\` to have names of ${EVENT_NAMES.join(", ")}.`);
  }
  const registration: Registration = {
    subscriberId: partner.registration?.subscriberId ?? partner.nextId(),
    url,
    events,
    signatureTokenToMsSignatureHeader:
      propertyOf(body, "SignatureTokenToMsSignatureHeader") === true,
    lastModifiedTimestamp: `${partner.moment().text}Z`,
  };
  partner.registration = registration;
  return {
    body: {
      SubscriberId: registration.subscriberId,
      WebhookUrl: registration.url,
      WebhookEvents: registration.events,
    },
  };
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : "";
}
