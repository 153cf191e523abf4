import { createServer } from "node:http";
import {
  isWebhookVerificationError,
  type WebhookEvent,
  type WebhookVerifier,
} from "partner-center-client/webhooks";

export function webhookServer(
  verifier: WebhookVerifier,
  work: (event: WebhookEvent) => Promise<void>,
) {
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
