import type { webhooks } from "../../generated/openapi.js";
import { REASONS } from "./refusal-words.js";

/** The status to respond with to a request that failed verification, as in the description. */
export type WebhookVerificationErrorStatus = Exclude<
  keyof webhooks["test-created"]["post"]["responses"],
  200
>;

/** Why verification failed; a closed set that a program can switch on. */
export type WebhookVerificationErrorReason =
  | "too-large"
  | "incomplete-body"
  | "body-timeout"
  | "missing-signature"
  | "malformed-signature"
  | "contradictory-signatures"
  | "missing-header"
  | "unknown-algorithm"
  | "certificate-url"
  | "certificate-unavailable"
  | "malformed-certificate"
  | "certificate-not-yet-valid"
  | "certificate-expired"
  | "certificate-organization"
  | "certificate-algorithm"
  | "certificate-key-usage"
  | "certificate-chain"
  | "certificate-revoked"
  | "revocation-unknown"
  | "wrong-signature"
  | "not-an-event"
  | "seen-unavailable";

// Registered, so that the ESM and the CommonJS build in one process recognise each other's errors.
const BRAND = Symbol.for("partner-center-client.WebhookVerificationError");

/**
 * A request that could not be verified as an event of Partner Center. Neither message nor fields contain anything of the
 * body or the signature; `cause` is what the network, `isRevoked` or `seen` threw.
 */
export class WebhookVerificationError extends Error {
  /** Identifies the error in a log. */
  override readonly name = "WebhookVerificationError";
  /** Why. */
  readonly reason: WebhookVerificationErrorReason;
  /** The status to respond with: 400, 408 or 413 for an invalid request, 401 for an unproven one, 503 to request a retry. */
  readonly status: WebhookVerificationErrorStatus;

  /** Creates the error with the message and status of the reason. */
  constructor(reason: WebhookVerificationErrorReason, cause?: unknown) {
    const { status, words } = REASONS[reason];
    super(
      `The webhook was refused (${reason}, ${status}): ${words}.`,
      cause === undefined ? undefined : { cause },
    );
    this.reason = reason;
    this.status = status;
  }

  /** @internal */
  get [BRAND](): true {
    return true;
  }

  /** The message and the fields, without stack and cause. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** Returns whether a thrown value is a {@link WebhookVerificationError}, of this copy of the package or of another. */
export function isWebhookVerificationError(error: unknown): error is WebhookVerificationError {
  return typeof error === "object" && error !== null && Reflect.get(error, BRAND) === true;
}
