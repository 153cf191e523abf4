import { Hono } from "hono";
import {
  isWebhookVerificationError,
  type VerifyWebhookOptions,
  verifyWebhook,
  type WebhookEvent,
} from "partner-center-client/webhooks";

export function webhookApp(
  options: VerifyWebhookOptions,
  work: (event: WebhookEvent) => Promise<void>,
) {
  return new Hono().post("/partner-center/7d1f4a0c6e", async (context) => {
    try {
      const event = await verifyWebhook(context.req.raw, options);
      // In a worker: context.executionCtx.waitUntil(work(event));
      work(event).catch(console.error);
      return context.body(null, 200);
    } catch (error) {
      console.error(error);
      return context.body(null, isWebhookVerificationError(error) ? error.status : 500);
    }
  });
}
