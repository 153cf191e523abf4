import type { webhooks } from "../../generated/openapi.js";
import { REASONS } from "./refusal-words.js";

/** The status to answer a refused request with, as the description has them. */
export type WebhookRefusedStatus = Exclude<
  keyof webhooks["test-created"]["post"]["responses"],
  200
>;

/** Why a request is not taken for an event; a closed set that a program can switch on. */
export type WebhookRefusedReason =
  | "too-large"
  | "incomplete-body"
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
 * A request that is not taken for an event of Partner Center, and why. Neither message nor fields hold anything of the
 * body or the signature; `cause` is what the network, `isRevoked` or `seen` threw.
 */
export class WebhookVerificationError extends Error {
  /** What tells it from other errors in a log. */
  override readonly name = "WebhookVerificationError";
  /** Why. */
  readonly reason: WebhookRefusedReason;
  /** What to answer: 400 or 413 for a request that cannot be right, 401 for one that proves nothing, 503 to be asked again. */
  readonly status: WebhookRefusedStatus;

  /** Gives the reason its words and its status. */
  constructor(reason: WebhookRefusedReason, cause?: unknown) {
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

/** Tells whether something thrown is a {@link WebhookVerificationError}, of this copy of the package or of another. */
export function isWebhookRefused(error: unknown): error is WebhookVerificationError {
  return typeof error === "object" && error !== null && Reflect.get(error, BRAND) === true;
}
