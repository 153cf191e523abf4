import type { Partner, Validation } from "../engine/partner.js";
import type { SandboxEvent, Waiting } from "./event.js";
import type { WebhookSigner } from "./webhook-signer.js";

/** What became of one event that was sent. */
export interface SandboxDelivery {
  /** Where it was sent. */
  readonly url: string;
  /** What was sent, beside its signature. */
  readonly event: SandboxEvent;
  /** What the receiver answered; an event that gets no 2xx goes on waiting. */
  readonly status: number | "no answer";
}

/** The service sends an event so often, and then no more. */
const MOST_ATTEMPTS = 10;

/**
 * Sends each event that waits once, oldest first. To the registered URL go those alone that the registration asks for,
 * and nobody gets the others.
 * Throws `TypeError` without a URL and without a registration, and rejects where nothing can be signed.
 */
export async function deliver(partner: Partner, url?: string): Promise<SandboxDelivery[]> {
  const { registration } = partner;
  const to = url ?? registration?.url;
  if (to === undefined) {
    throw new TypeError("Expected `url` to be given, or a webhook to be registered.");
  }
  const signer = await partner.signer();
  const waiting = partner.waiting.filter(
    ({ event }) => url !== undefined || registration?.events.includes(event.EventName),
  );
  partner.waiting = [];
  const deliveries: SandboxDelivery[] = [];
  const undelivered: Waiting[] = [];
  for (const one of waiting) {
    const status = await sent(partner, signer, to, one.event);
    const isReceived = typeof status === "number" && status >= 200 && status < 300;
    const validation = partner.validations.get(one.correlationId ?? "");
    noteResult(validation, { status, isReceived, now: partner.now() });
    one.attempts += 1;
    if (!isReceived && one.attempts < MOST_ATTEMPTS) {
      undelivered.push(one);
    }
    deliveries.push({ url: to, event: one.event, status });
  }
  // What has come to wait in the meantime is younger.
  partner.waiting.unshift(...undelivered);
  return deliveries;
}

async function sent(
  { fetch, registration }: Partner,
  signer: WebhookSigner,
  url: string,
  event: SandboxEvent,
): Promise<SandboxDelivery["status"]> {
  const isOwnHeader = registration?.signatureTokenToMsSignatureHeader === true;
  const { headers, body } = await signer.sign(
    JSON.stringify(event),
    isOwnHeader ? "x-ms-signature" : "Authorization",
  );
  try {
    const init = { method: "POST", headers, body: body.slice(), redirect: "manual" } as const;
    const response = await fetch(url, init);
    await response.body?.cancel();
    return response.status;
  } catch {
    return "no answer";
  }
}

function noteResult(
  validation: Validation | undefined,
  result: { status: SandboxDelivery["status"]; isReceived: boolean; now: number },
): void {
  if (validation === undefined) {
    return;
  }
  const { status, isReceived, now } = result;
  validation.status = isReceived ? "completed" : "failed";
  validation.results.push({
    ...(status === "no answer"
      ? { responseMessage: "The receiver did not answer." }
      : { responseCode: String(status), responseMessage: "" }),
    systemError: false,
    // As recorded, in UTC without saying so.
    dateTimeUtc: new Date(now).toISOString().slice(0, -1),
  });
}
