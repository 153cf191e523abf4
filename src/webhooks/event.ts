import type { webhooks } from "../../generated/openapi.js";

/** The events that the description knows. */
export type WebhookEventName = keyof webhooks;

interface Received {
  /** The same for each delivery of one event: a hash of name, resource and date; of the whole body where there is no date. */
  readonly id: string;
  /** Whether `seen` had it already. The service may deliver an event up to ten times, and days later. */
  readonly isRepeated: boolean;
  /** The URL of what changed, as the event names it; `customerOf` follows it. */
  readonly resourceUri: string | null;
  /** What kind of thing changed. */
  readonly resourceName: string | null;
  /** The URL of the audit record, as the event names it. */
  readonly auditUri: string | null;
  /** When it changed, as the event has it: ISO 8601 with seven digits after the second. */
  readonly resourceChangeUtcDate: string | null;
  /** Everything that came, in the casing in which it came. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** An event of the description. */
export interface KnownWebhookEvent extends Received {
  /** Whether the description has it. */
  readonly isKnown: true;
  /** What happened. */
  readonly eventName: WebhookEventName;
}

/** An event that the description does not have, passed on as it came. */
export interface UnknownWebhookEvent extends Received {
  /** Whether the description has it. */
  readonly isKnown: false;
  /** What happened. */
  readonly eventName: string;
}

/** An event that Microsoft signed. It says that something changed; what it is now has to be read. */
export type WebhookEvent = KnownWebhookEvent | UnknownWebhookEvent;
