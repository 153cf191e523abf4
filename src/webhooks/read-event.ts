import type { components } from "../../generated/openapi.js";
import type { UnknownWebhookEvent, WebhookEvent, WebhookEventName } from "./event.js";
import { WebhookVerificationError } from "./verification-error.js";

type CamelCase = components["schemas"]["CamelCaseWebhookEvent"];
type PascalCase = components["schemas"]["PascalCaseWebhookEvent"];

const NAMES = {
  "indirect-reseller-relationship-accepted-by-customer": true,
  "reseller-relationship-accepted-by-customer": true,
  "test-created": true,
} as const satisfies Readonly<Record<WebhookEventName, true>>;

/** A body that was read, before it is known whether it came before. */
export interface ReadEvent extends Omit<UnknownWebhookEvent, "isKnown" | "id" | "isRepeated"> {
  /** What `id` is a hash of. */
  readonly identity: string;
}

/**
 * Reads a body whose signature holds.
 * Throws `WebhookVerificationError` (not-an-event) for what is no JSON object with the name of an event.
 */
export function readEvent(body: Uint8Array): ReadEvent {
  const text = decodeText(body);
  const payload = parsePayload(text);
  const name = textIn(payload, "EventName", "eventName");
  if (name === null || name === "") {
    throw new WebhookVerificationError("not-an-event");
  }
  const lowerCase = name.toLowerCase();
  const eventName = isKnown(lowerCase) ? lowerCase : name;
  const resourceUri = textIn(payload, "ResourceUri", "resourceUri");
  const resourceChangeUtcDate = textIn(payload, "ResourceChangeUtcDate", "resourceChangeUtcDate");
  return {
    identity: `${eventName}\n${resourceUri}\n${resourceChangeUtcDate ?? text}`,
    eventName,
    resourceUri,
    resourceName: textIn(payload, "ResourceName", "resourceName"),
    auditUri: textIn(payload, "AuditUri", "auditUri"),
    resourceChangeUtcDate,
    payload,
  };
}

/** Creates the event of a body that was read. */
export function createEvent(read: ReadEvent, id: string, isRepeated: boolean): WebhookEvent {
  const { eventName, resourceUri, resourceName, auditUri, resourceChangeUtcDate, payload } = read;
  const named = <Known extends boolean, Name extends string>(isKnown: Known, eventName: Name) => ({
    isKnown,
    eventName,
    id,
    isRepeated,
    resourceUri,
    resourceName,
    auditUri,
    resourceChangeUtcDate,
    payload,
  });
  return isKnown(eventName) ? named(true, eventName) : named(false, eventName);
}

function decodeText(body: Uint8Array): string {
  try {
    // Without the byte order mark, if there is one.
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new WebhookVerificationError("not-an-event");
  }
}

function parsePayload(text: string): Record<string, unknown> {
  const value = parsed(text);
  if (!isRecord(value)) {
    throw new WebhookVerificationError("not-an-event");
  }
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text under either casing of a name; null where there is none. */
function textIn(
  payload: Readonly<Record<string, unknown>>,
  pascalCase: keyof PascalCase,
  camelCase: keyof CamelCase,
): string | null {
  const value = payload[pascalCase] ?? payload[camelCase];
  return typeof value === "string" ? value : null;
}

function isKnown(name: string): name is WebhookEventName {
  return Object.hasOwn(NAMES, name);
}
