import {
  isWebhookVerificationError,
  type WebhookVerificationError,
} from "partner-center-client/webhooks";

/** The `WebhookVerificationError` that a verification ends with. */
export async function refusal(verification: Promise<unknown>): Promise<WebhookVerificationError> {
  const outcome = await verification.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome && isWebhookVerificationError(outcome.error)) {
    return outcome.error;
  }
  throw new Error("The request was not refused.", { cause: outcome });
}
