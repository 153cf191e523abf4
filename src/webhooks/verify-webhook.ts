import { invalidSecretOption } from "../invalid-option.js";
import { provenSigner } from "./certificate-store.js";
import type { WebhookEvent } from "./event.js";
import { resolveSettings, type SeenEvents, type VerifyWebhookOptions } from "./options.js";
import { cryptography } from "./platform.js";
import { eventOf, readEvent } from "./read-event.js";
import { receivedBody, refuseLength } from "./received-body.js";
import { type WebhookRefusedReason, WebhookVerificationError } from "./refused.js";
import { headerOf, signatureHeadersOf, type WebhookRequest } from "./request.js";
import type { Signer } from "./signer.js";

/** Milliseconds that an event is remembered: longer than the service is known to be late. */
const SEEN_TTL_MS = 30 * 24 * 60 * 60 * 1000;

const NO_OPTIONS: VerifyWebhookOptions = {};

/**
 * Proves that Partner Center sent a request, and reads the event in it. Nothing of the body is parsed before its signature
 * holds. Answer 200 at once and work afterwards; answer a refusal with its `status`.
 *
 * Throws `WebhookVerificationError` for everything that a sender can get wrong, with `reason` and `status`, and `TypeError` for
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
  options: VerifyWebhookOptions = NO_OPTIONS,
): Promise<WebhookEvent> {
  const settings = resolveSettings(options);
  if (typeof request?.headers !== "object" || request.headers === null) {
    throw invalidSecretOption(
      "request",
      "a Request, or an object with `headers` and `body`",
      request,
    );
  }
  refuseLength(Number(headerOf(request.headers, "content-length") ?? 0));
  const body = await receivedBody(request.body);
  const { signature, certificateUrl } = signatureHeadersOf(request);
  const signer = await provenSigner(
    certificateUrl,
    body,
    cryptography.bytesOf(signature),
    settings,
  );
  if (settings.isRevoked !== undefined) {
    await refuseRevoked(signer, settings.isRevoked);
  }
  const read = readEvent(body);
  const id = await cryptography.sha256(read.identity);
  const { seen } = settings;
  return eventOf(read, id, seen !== undefined && (await isRepeated(id, read.eventName, seen)));
}

async function refuseRevoked(
  { chain }: Signer,
  isRevoked: NonNullable<VerifyWebhookOptions["isRevoked"]>,
): Promise<void> {
  const answer = await attempt(() => isRevoked(chain), "revocation-unknown");
  if (answer !== false) {
    throw new WebhookVerificationError("certificate-revoked");
  }
}

async function isRepeated(id: string, eventName: string, seen: SeenEvents): Promise<boolean> {
  const key = `partner-center-client:webhook:${id}`;
  const answer = await attempt(() => seen.add(key, eventName, SEEN_TTL_MS), "seen-unavailable");
  if (typeof answer !== "boolean") {
    throw invalidSecretOption("seen.add", "a function that gives true or false", answer);
  }
  return !answer;
}

/** Asks the caller's own code, which may fail. */
async function attempt(ask: () => unknown, reason: WebhookRefusedReason): Promise<unknown> {
  try {
    return await ask();
  } catch (cause) {
    throw new WebhookVerificationError(reason, cause);
  }
}
