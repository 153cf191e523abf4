/**
 * Proves that an event came from Partner Center, and finds the customer that it is about.
 *
 * @module partner-center-client/webhooks
 */

export { createWebhookVerifier, type WebhookVerifier } from "./create-webhook-verifier.js";
export { customerOf } from "./customer-of.js";
export type {
  KnownWebhookEvent,
  UnknownWebhookEvent,
  WebhookEvent,
  WebhookEventName,
} from "./event.js";
export type { SeenEvents, WebhookVerifierOptions } from "./options.js";
export type { ReadableBody, ReceivedBody } from "./received-body.js";
export type { WebhookRequest } from "./request.js";
export {
  isWebhookVerificationError,
  WebhookVerificationError,
  type WebhookVerificationErrorReason,
  type WebhookVerificationErrorStatus,
} from "./verification-error.js";
