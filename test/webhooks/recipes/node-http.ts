import { createServer } from "node:http";
import {
  createWebhookVerifier,
  isWebhookVerificationError,
  type WebhookEvent,
  type WebhookVerifierOptions,
} from "partner-center-client/webhooks";

export function webhookServer(
  options: WebhookVerifierOptions,
  work: (event: WebhookEvent) => Promise<void>,
) {
  const verifier = createWebhookVerifier(options);
  return createServer(async (request, response) => {
    try {
      const event = await verifier.verify({ headers: request.headers, body: request });
      response.writeHead(200).end();
      work(event).catch(console.error);
    } catch (error) {
      response.writeHead(isWebhookVerificationError(error) ? error.status : 500).end();
      console.error(error);
    }
  });
}
