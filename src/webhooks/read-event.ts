import type { components } from "../../generated/openapi.js";
import type { KnownWebhookEvent, UnknownWebhookEvent, WebhookEventName } from "./event.js";
import type { Cryptography } from "./platform.js";
import { WebhookRefused } from "./refused.js";

type CamelCase = components["schemas"]["CamelCaseWebhookEvent"];
type PascalCase = components["schemas"]["PascalCaseWebhookEvent"];

const NAMES = {
  "indirect-reseller-relationship-accepted-by-customer": true,
  "reseller-relationship-accepted-by-customer": true,
  "test-created": true,
} as const satisfies Readonly<Record<WebhookEventName, true>>;

// With a byte order mark or without.
const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads a body whose signature holds.
 * Throws `WebhookRefused` (not-an-event) for what is no JSON object with the name of an event.
 */
export async function eventOf(
  body: Uint8Array,
  { sha256 }: Cryptography,
): Promise<Omit<KnownWebhookEvent, "isRepeated"> | Omit<UnknownWebhookEvent, "isRepeated">> {
  const text = textOf(body);
  const payload = payloadOf(text);
  const eventName = textIn(payload, "EventName", "eventName");
  if (eventName === null || eventName === "") {
    throw new WebhookRefused("not-an-event");
  }
  const resourceUri = textIn(payload, "ResourceUri", "resourceUri");
  const resourceChangeUtcDate = textIn(payload, "ResourceChangeUtcDate", "resourceChangeUtcDate");
  const lowerCase = eventName.toLowerCase();
  const name = isKnown(lowerCase) ? lowerCase : eventName;
  const fields = {
    id: await sha256(JSON.stringify([name, resourceUri, resourceChangeUtcDate ?? text])),
    resourceUri,
    resourceName: textIn(payload, "ResourceName", "resourceName"),
    auditUri: textIn(payload, "AuditUri", "auditUri"),
    resourceChangeUtcDate,
    payload,
  };
  return isKnown(name)
    ? { isKnown: true, eventName: name, ...fields }
    : { isKnown: false, eventName: name, ...fields };
}

function textOf(body: Uint8Array): string {
  try {
    return utf8.decode(body);
  } catch {
    throw new WebhookRefused("not-an-event");
  }
}

function payloadOf(text: string): Record<string, unknown> {
  const value = parsed(text);
  if (!isRecord(value)) {
    throw new WebhookRefused("not-an-event");
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
