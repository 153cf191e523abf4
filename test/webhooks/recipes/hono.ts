import { Hono } from "hono";
import {
  createWebhookVerifier,
  isWebhookVerificationError,
  type WebhookEvent,
  type WebhookVerifierOptions,
} from "partner-center-client/webhooks";

export function webhookApp(
  options: WebhookVerifierOptions,
  work: (event: WebhookEvent) => Promise<void>,
) {
  const verifier = createWebhookVerifier(options);
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
