import express from "express";
import {
  createWebhookVerifier,
  isWebhookVerificationError,
  type WebhookEvent,
  type WebhookVerifierOptions,
} from "partner-center-client/webhooks";

export function webhookRouter(
  options: WebhookVerifierOptions,
  work: (event: WebhookEvent) => Promise<void>,
) {
  const verifier = createWebhookVerifier(options);
  // Before `express.json()` and every other parser: the signature is over the bytes as they came.
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
