import { examples } from "../../generated/examples.js";
import { type Answer, invalidInput, refused } from "./answer.js";
import { type Call, propertyOf } from "./call.js";
import type { Partner, Registration } from "./partner.js";

const EVENT_NAMES: readonly unknown[] = examples.WebhookEventNames;

/** listWebhookEvents: the names that a registration may have. */
export function listWebhookEvents(): Answer {
  return { body: examples.WebhookEventNames };
}

/** getWebhookRegistration: in camelCase, as recorded replies are. */
export function getWebhookRegistration(_call: Call, { registration }: Partner): Answer {
  if (registration === undefined) {
    return refused(404, examples.WebhookNotRegistered);
  }
  const { url: webhookUrl, events: webhookEvents, ...others } = registration;
  return { body: { webhookUrl, webhookEvents, ...others, properties: {} } };
}

/** createWebhookRegistration: the first one; answers in PascalCase, as documents do. */
export function createWebhookRegistration({ body }: Call, partner: Partner): Answer {
  return partner.registration === undefined
    ? registered(partner, body)
    : refused(409, examples.WebhookAlreadyRegistered);
}

/** updateWebhookRegistration: puts another in place of the one that there is. */
export function updateWebhookRegistration({ body }: Call, partner: Partner): Answer {
  return partner.registration === undefined
    ? refused(404, examples.WebhookNotRegistered)
    : registered(partner, body);
}

function registered(partner: Partner, body: unknown): Answer {
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
