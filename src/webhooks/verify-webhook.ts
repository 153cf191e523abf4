import { invalidSecretOption } from "../invalid-option.js";
import { provenSigner } from "./certificate-store.js";
import type { WebhookEvent } from "./event.js";
import { resolveSettings, type SeenEvents, type VerifyWebhookOptions } from "./options.js";
import { cryptography } from "./platform.js";
import { createEvent, readEvent } from "./read-event.js";
import { receivedBody, refuseLength } from "./received-body.js";
import { readHeader, readSignatureHeaders, type WebhookRequest } from "./request.js";
import type { Signer } from "./signer.js";
import {
  WebhookVerificationError,
  type WebhookVerificationErrorReason,
} from "./verification-error.js";

/** Milliseconds that an event is remembered: longer than the service is known to be late. */
const SEEN_TTL_MS = 30 * 24 * 60 * 60 * 1000;

const NO_OPTIONS: VerifyWebhookOptions = {};

/**
 * Verifies that Partner Center sent a request, and returns its event. Parses nothing of the body before the signature is
 * verified. Respond with 200 at once and process the event afterwards; respond to an error with its `status`.
 *
 * Throws `WebhookVerificationError`, with `reason` and `status`, for an invalid request, and `TypeError` for invalid
 * options and for a body that has already been read.
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
  refuseLength(Number(readHeader(request.headers, "content-length") ?? 0));
  const body = await receivedBody(request.body);
  const { signature, certificateUrl } = readSignatureHeaders(request);
  const signer = await provenSigner(
    certificateUrl,
    body,
    cryptography.decodeBase64(signature),
    settings,
  );
  if (settings.isRevoked !== undefined) {
    await refuseRevoked(signer, settings.isRevoked);
  }
  const read = readEvent(body);
  const id = await cryptography.sha256(read.identity);
  const { seen } = settings;
  return createEvent(read, id, seen !== undefined && (await recordEvent(id, read.eventName, seen)));
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

/** Records an event, and returns whether it was recorded before. */
async function recordEvent(id: string, eventName: string, seen: SeenEvents): Promise<boolean> {
  const key = `partner-center-client:webhook:${id}`;
  const answer = await attempt(() => seen.add(key, eventName, SEEN_TTL_MS), "seen-unavailable");
  if (typeof answer !== "boolean") {
    throw invalidSecretOption("seen.add", "a function that gives true or false", answer);
  }
  return !answer;
}

/** Asks the caller's own code, which may fail. */
async function attempt(
  ask: () => unknown,
  reason: WebhookVerificationErrorReason,
): Promise<unknown> {
  try {
    return await ask();
  } catch (cause) {
    throw new WebhookVerificationError(reason, cause);
  }
}
