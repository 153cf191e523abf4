import type {
  WebhookVerificationErrorReason,
  WebhookVerificationErrorStatus,
} from "./verification-error.js";

interface Words {
  readonly status: WebhookVerificationErrorStatus;
  readonly words: string;
}

/** What each reason means, and what to answer. */
export const REASONS: Readonly<Record<WebhookVerificationErrorReason, Words>> = {
  "too-large": { status: 413, words: "the body has more than 1,048,576 bytes" },
  "incomplete-body": { status: 400, words: "the body ended before it was complete" },
  "body-timeout": { status: 408, words: "the body did not arrive within `timeoutMs`" },
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
      "`X-MS-Certificate-Url` is not a plain https URL of at most 256 characters on a host of `certificateHosts`, so nothing was fetched",
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
};
