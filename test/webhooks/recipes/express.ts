import express from "express";
import {
  isWebhookVerificationError,
  type WebhookEvent,
  type WebhookVerifier,
} from "partner-center-client/webhooks";

export function webhookRouter(
  verifier: WebhookVerifier,
  work: (event: WebhookEvent) => Promise<void>,
) {
  // Before `express.json()` and any other parser: the signature covers the bytes as they arrived.
  return express.Router().post("/partner-center/7d1f4a0c6e", async (request, response) => {
    try {
      const event = await verifier.verify({ headers: request.headers, body: request });
      response.sendStatus(200);
      work(event).catch(console.error);
    } catch (error) {
      response.sendStatus(isWebhookVerificationError(error) ? error.status : 500);
      console.error(error);
    }
  });
}
