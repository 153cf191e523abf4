import { expectedSecret } from "../expected.js";
import { provenSigner } from "./certificate-store.js";
import type { WebhookEvent } from "./event.js";
import { settingsOf, type VerifyWebhookOptions, type WebhookSettings } from "./options.js";
import { platformCryptography } from "./platform.js";
import { eventOf } from "./read-event.js";
import { receivedBody, refuseLength } from "./received-body.js";
import { WebhookRefused } from "./refused.js";
import { headerOf, signatureHeadersOf, type WebhookRequest } from "./request.js";
import type { Signer } from "./signer.js";

/** Milliseconds that an event is remembered: longer than the service is known to be late. */
const SEEN_TTL_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Proves that Partner Center sent a request, and reads the event in it. Nothing of the body is parsed before its signature
 * holds. Answer 200 at once and work afterwards; answer a refusal with its `status`.
 *
 * Throws `WebhookRefused` for everything that a sender can get wrong, with `reason` and `status`, and `TypeError` for
 * options that cannot work and for a body that something else has read.
 *
 * @example
 * const event = await verifyWebhook(request, { seen });
 * if (event.eventName === "reseller-relationship-accepted-by-customer" && !event.isRepeated) {
 *   const customer = await customerOf(client, event);
 * }
 *
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-webhooks
 */
export async function verifyWebhook(
  request: WebhookRequest,
  options: VerifyWebhookOptions = {},
): Promise<WebhookEvent> {
  const settings = settingsOf(options);
  if (typeof request?.headers !== "object") {
    throw expectedSecret("request", "a Request, or an object with `headers` and `body`", request);
  }
  refuseLength(Number(headerOf(request.headers, "content-length") ?? 0));
  const body = await receivedBody(request.body);
  const { signature, certificateUrl } = signatureHeadersOf(request);
  const signer = await provenSigner(certificateUrl, body, bytesOf(signature), settings);
  await refuseRevoked(signer, settings);
  const event = await eventOf(body, platformCryptography());
  return { ...event, isRepeated: await isRepeated(event.id, event.eventName, settings) };
}

async function refuseRevoked({ chain }: Signer, { isRevoked }: WebhookSettings): Promise<void> {
  let answer: unknown;
  try {
    answer = await isRevoked?.(chain);
  } catch (cause) {
    throw new WebhookRefused("revocation-unknown", cause);
  }
  if (answer !== undefined && answer !== false) {
    throw new WebhookRefused("certificate-revoked");
  }
}

async function isRepeated(
  id: string,
  eventName: string,
  { seen }: WebhookSettings,
): Promise<boolean> {
  try {
    const key = `partner-center-client:webhook:${id}`;
    return (await seen?.add(key, eventName, SEEN_TTL_MS)) === false;
  } catch (cause) {
    throw new WebhookRefused("seen-unavailable", cause);
  }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
