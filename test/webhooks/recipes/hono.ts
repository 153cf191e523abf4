import { Hono } from "hono";
import {
  isWebhookVerificationError,
  type WebhookEvent,
  type WebhookVerifier,
} from "partner-center-client/webhooks";

export function webhookApp(
  verifier: WebhookVerifier,
  work: (event: WebhookEvent) => Promise<void>,
) {
  return new Hono().post("/partner-center/7d1f4a0c6e", async (context) => {
    try {
      const event = await verifier.verify(context.req.raw);
      // In a worker: context.executionCtx.waitUntil(work(event));
      work(event).catch(console.error);
      return context.body(null, 200);
    } catch (error) {
      console.error(error);
      return context.body(null, isWebhookVerificationError(error) ? error.status : 500);
    }
  });
}
