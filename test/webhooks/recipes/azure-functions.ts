import { app, type HttpRequest, type InvocationContext, output } from "@azure/functions";
import {
  isWebhookVerificationError,
  type WebhookEvent,
  type WebhookVerifier,
} from "partner-center-client/webhooks";

// What a function does after its answer may be cut off, so that another function works on the queue.
export const events = output.storageQueue({
  queueName: "partner-center-events",
  connection: "AzureWebJobsStorage",
});

export function webhookHandler(verifier: WebhookVerifier) {
  return async (request: HttpRequest, context: InvocationContext) => {
    try {
      const event = await verifier.verify(request);
      context.extraOutputs.set(events, event);
      return { status: 200 };
    } catch (error) {
      context.error(error);
      return { status: isWebhookVerificationError(error) ? error.status : 500 };
    }
  };
}

export function registerWebhook(
  verifier: WebhookVerifier,
  work: (event: WebhookEvent) => Promise<void>,
) {
  app.http("webhook", {
    methods: ["POST"],
    authLevel: "anonymous",
    extraOutputs: [events],
    handler: webhookHandler(verifier),
  });
  app.storageQueue("webhook-work", {
    queueName: "partner-center-events",
    connection: "AzureWebJobsStorage",
    handler: (event) => work(event as WebhookEvent),
  });
}
