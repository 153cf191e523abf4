import { createServer } from "node:http";
import {
  isWebhookVerificationError,
  type VerifyWebhookOptions,
  verifyWebhook,
  type WebhookEvent,
} from "partner-center-client/webhooks";

export function webhookServer(
  options: VerifyWebhookOptions,
  work: (event: WebhookEvent) => Promise<void>,
) {
  return createServer(async (request, response) => {
    try {
      const event = await verifyWebhook({ headers: request.headers, body: request }, options);
      response.writeHead(200).end();
      work(event).catch(console.error);
    } catch (error) {
      response.writeHead(isWebhookVerificationError(error) ? error.status : 500).end();
      console.error(error);
    }
  });
}
