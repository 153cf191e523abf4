import type { Moment } from "../engine/moment.js";

/** An event in the form of Microsoft's pages. */
export interface SandboxEvent {
  /** What happened, such as `reseller-relationship-accepted-by-customer`. */
  readonly EventName: string;
  /** The URL of what changed. */
  readonly ResourceUri: string;
  /** What kind of thing changed. */
  readonly ResourceName: string;
  /** The URL of the audit record; null where there is none. */
  readonly AuditUri: string | null;
  /** When it changed: ISO 8601, in UTC. */
  readonly ResourceChangeUtcDate: string;
}

/** An event that somebody is to receive. */
export interface Waiting {
  readonly event: SandboxEvent;
  /** How often it was sent in vain. */
  attempts: number;
  /** The test that it belongs to. */
  readonly correlationId?: string;
}

/** The event of a customer that accepted. */
export function acceptedEvent(
  baseUrl: string,
  { customerId, auditId, isIndirect }: { customerId: string; auditId: string; isIndirect: boolean },
  { text }: Moment,
): Waiting {
  const event = {
    EventName: `${isIndirect ? "indirect-" : ""}reseller-relationship-accepted-by-customer`,
    ResourceUri: `${baseUrl}/v1/customers/${customerId}`,
    ResourceName: "Customer",
    AuditUri: `${baseUrl}/auditactivity/v1/auditrecords/${auditId}`,
    ResourceChangeUtcDate: `${text}+00:00`,
  };
  return { event, attempts: 0 };
}

/** The event of a test, whose URL has no TLS whatever the base URL has. */
export function testEvent(baseUrl: string, correlationId: string, { text }: Moment): Waiting {
  const path = `/webhooks/v1/registration/validationEvents/${correlationId}`;
  const event = {
    EventName: "test-created",
    ResourceUri: `${baseUrl.replace(/^https:/, "http:")}${path}`,
    ResourceName: "test",
    AuditUri: null,
    ResourceChangeUtcDate: `${text}+00:00`,
  };
  return { event, attempts: 0, correlationId };
}
