import { invalidSecretOption } from "../invalid-option.js";
import { CertificateStore } from "./certificate-store.js";
import { checkCertificateUrl } from "./certificate-url.js";
import type { WebhookEvent } from "./event.js";
import {
  resolveSettings,
  type SeenEvents,
  type WebhookSettings,
  type WebhookVerifierOptions,
} from "./options.js";
import { cryptography } from "./platform.js";
import { createEvent, readEvent } from "./read-event.js";
import { checkLength, receiveBody } from "./received-body.js";
import { readHeader, readSignatureHeaders, type WebhookRequest } from "./request.js";
import type { Signer } from "./signer.js";
import {
  WebhookVerificationError,
  type WebhookVerificationErrorReason,
} from "./verification-error.js";

/** Milliseconds that an event is remembered: longer than the service is known to be late. */
const SEEN_TTL_MS = 30 * 24 * 60 * 60 * 1000;

/** Verifies the requests that a webhook receives. Keeps certificates for all of them, so create one for a process. */
export interface WebhookVerifier {
  /**
   * Verifies that Partner Center sent a request, and returns its event. Checks the headers before it reads the body, and
   * parses nothing of the body before the signature is verified. Respond with 200 at once and process the event
   * afterwards; respond to an error with its `status`.
   *
   * Throws `WebhookVerificationError`, with `reason` and `status`, for an invalid request, and `TypeError` for a request
   * that is not as it arrived: a body that has already been read or parsed, headers of another type.
   */
  verify(request: WebhookRequest): Promise<WebhookEvent>;
  /** Loads what the first event would load: pkijs, and the roots. Sends nothing. */
  ready(): Promise<void>;
}

/**
 * Creates a verifier with caches of its own. Throws `TypeError` for invalid options.
 *
 * @example
 * const verifier = createWebhookVerifier({ seen });
 * await verifier.ready();
 *
 * const event = await verifier.verify(request);
 * if (event.eventName === "reseller-relationship-accepted-by-customer" && !event.isRepeated) {
 *   const customer = await customerOf(client, event);
 * }
 *
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-webhooks
 */
export function createWebhookVerifier(options: WebhookVerifierOptions = {}): WebhookVerifier {
  const settings = resolveSettings(options);
  const store = new CertificateStore(settings);
  return {
    verify: (request) => verify(request, settings, store),
    async ready() {
      await store.load();
    },
  };
}

async function verify(
  request: WebhookRequest,
  { certificateHosts, timeoutMs, isRevoked, seen }: WebhookSettings,
  store: CertificateStore,
): Promise<WebhookEvent> {
  if (typeof request?.headers !== "object" || request.headers === null) {
    throw invalidSecretOption(
      "request",
      "a Request, or an object with `headers` and `body`",
      request,
    );
  }
  checkLength(Number(readHeader(request.headers, "content-length") ?? 0));
  const { signature, certificateUrl } = readSignatureHeaders(request);
  checkCertificateUrl(certificateUrl, certificateHosts);
  const body = await receiveBody(request.body, timeoutMs);
  const signer = await store.findSigner(certificateUrl, body, cryptography.decodeBase64(signature));
  if (isRevoked !== undefined) {
    await refuseRevoked(signer, isRevoked);
  }
  const read = readEvent(body);
  const id = await cryptography.sha256(read.identity);
  return createEvent(read, id, seen !== undefined && (await recordEvent(id, read.eventName, seen)));
}

async function refuseRevoked(
  { chain }: Signer,
  isRevoked: NonNullable<WebhookVerifierOptions["isRevoked"]>,
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
