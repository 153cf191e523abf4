import type { webhooks } from "../../generated/openapi.js";

/** The status to answer a refused request with, as the description has them. */
export type WebhookRefusedStatus = Exclude<
  keyof webhooks["test-created"]["post"]["responses"],
  200
>;

interface Words {
  readonly status: WebhookRefusedStatus;
  readonly words: string;
}

const REASONS = {
  "too-large": { status: 413, words: "the body has more than 1,048,576 bytes" },
  "incomplete-body": { status: 400, words: "the body ended before it was complete" },
  "missing-signature": {
    status: 401,
    words: "there is no signature, neither in `Authorization: Signature …` nor in `x-ms-signature`",
  },
  "malformed-signature": { status: 401, words: "the signature is no base64" },
  "contradictory-signatures": {
    status: 401,
    words: "`Authorization` and `x-ms-signature` have different signatures",
  },
  "missing-header": {
    status: 400,
    words: "`X-MS-Certificate-Url` or `X-MS-Signature-Algorithm` is missing",
  },
  "unknown-algorithm": {
    status: 400,
    words: "`X-MS-Signature-Algorithm` is not rsa-sha256, the only algorithm that is accepted",
  },
  "certificate-url": {
    status: 400,
    words:
      "`X-MS-Certificate-Url` is not a plain https URL on a host of `certificateHosts`, so nothing was fetched",
  },
  "certificate-unavailable": {
    status: 503,
    words:
      "the certificate, or one of its issuers, could not be fetched; the service delivers the event again",
  },
  "malformed-certificate": {
    status: 401,
    words: "what `X-MS-Certificate-Url` leads to is no X.509 certificate",
  },
  "certificate-not-yet-valid": { status: 401, words: "the certificate is not valid yet" },
  "certificate-expired": { status: 401, words: "the certificate has expired" },
  "certificate-organization": {
    status: 401,
    words: "the organization of the certificate's subject and issuer is not Microsoft Corporation",
  },
  "certificate-algorithm": {
    status: 401,
    words:
      "the certificate is signed with MD5, SHA-1 or something unknown, or its key is not RSA of 2048 bits or more",
  },
  "certificate-key-usage": {
    status: 401,
    words:
      "the certificate is not one for signatures: its key usage or its basic constraints forbid it, or it has a critical extension that is not understood",
  },
  "certificate-chain": {
    status: 401,
    words:
      "no chain leads from the certificate to one of `roots`; an issuer that it does not name belongs into `intermediates`",
  },
  "certificate-revoked": { status: 401, words: "the certificate is revoked, as `isRevoked` says" },
  "revocation-unknown": {
    status: 503,
    words: "`isRevoked` failed; the service delivers the event again",
  },
  "wrong-signature": {
    status: 401,
    words: "the signature is not that of the body with the key of the certificate",
  },
  "not-an-event": {
    status: 400,
    words: "the body is signed, but is no JSON object with the name of an event",
  },
  "seen-unavailable": {
    status: 503,
    words: "`seen.add` failed; the service delivers the event again",
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Why a request is not taken for an event; a closed set that a program can switch on. */
export type WebhookRefusedReason = keyof typeof REASONS;

// Registered, so that the ESM and the CommonJS build in one process recognise each other's errors.
const BRAND = Symbol.for("partner-center-client.WebhookRefused");

/**
 * A request that is not taken for an event of Partner Center, and why. Neither message nor fields hold anything of the
 * body or the signature; `cause` is what the network, `isRevoked` or `seen` threw.
 */
export class WebhookRefused extends Error {
  override readonly name = "WebhookRefused";
  /** Why. */
  readonly reason: WebhookRefusedReason;
  /** What to answer: 400 or 413 for a request that cannot be right, 401 for one that proves nothing, 503 to be asked again. */
  readonly status: WebhookRefusedStatus;

  constructor(reason: WebhookRefusedReason, cause?: unknown) {
    const { status, words } = REASONS[reason];
    super(
      `The webhook was refused (${reason}, ${status}): ${words}.`,
      cause === undefined ? undefined : { cause },
    );
    this.reason = reason;
    this.status = status;
  }

  get [BRAND](): true {
    return true;
  }

  /** The message and the fields, without stack and cause. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** Tells whether something thrown is a {@link WebhookRefused}, of this copy of the package or of another. */
export function isWebhookRefused(error: unknown): error is WebhookRefused {
  return typeof error === "object" && error !== null && Reflect.get(error, BRAND) === true;
}
