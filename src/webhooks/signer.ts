import { checkSigner, decodeCertificates, parseCertificate } from "./certificate.js";
import { buildChain } from "./chain.js";
import { download } from "./download.js";
import type { WebhookSettings } from "./options.js";
import { loadPkijs } from "./pkijs.js";
import { cryptography, type SignatureCheck } from "./platform.js";
import { WebhookVerificationError } from "./verification-error.js";

/** A certificate that may sign events, until it ends. */
export interface Signer {
  /** SHA-256 of the file that was fetched. */
  readonly hash: string;
  /** In DER, from the certificate to its root. */
  readonly chain: readonly Uint8Array[];
  readonly verifySignature: SignatureCheck;
  /** Milliseconds since 1970 at which the first certificate of the chain ends. */
  readonly endsAt: number;
}

/** The certificates that decide which others are trusted, in DER. */
export interface Trusted {
  readonly roots: readonly Uint8Array[];
  readonly intermediates: readonly Uint8Array[];
}

/** Decodes the certificates of the options, which takes long for all roots of a platform. */
export function decodeTrusted({ roots, intermediates }: WebhookSettings): Trusted {
  return {
    roots: roots.flatMap(decodeCertificates),
    intermediates: intermediates.flatMap(decodeCertificates),
  };
}

/**
 * Verifies a certificate and its chain, and returns the signer.
 * Throws `WebhookVerificationError` for one that may not sign events.
 */
export async function resolveSigner(
  bytes: Uint8Array,
  hash: string,
  { roots, intermediates }: Trusted,
  { certificateHosts, issuerHosts, fetch, downloadTimeoutMs, now }: WebhookSettings,
): Promise<Signer> {
  const pkijs = await loadPkijs();
  const certificate = parseCertificate(pkijs, bytes);
  if (certificate === undefined) {
    throw new WebhookVerificationError("malformed-certificate");
  }
  const at = now();
  checkSigner(pkijs, certificate, at);
  const path = await buildChain(pkijs, certificate, at, {
    roots,
    intermediates,
    issuerHosts: [...certificateHosts, ...issuerHosts],
    download: (url) => download(fetch, url, downloadTimeoutMs),
  });
  const key = new Uint8Array(certificate.subjectPublicKeyInfo.toSchema().toBER());
  return {
    hash,
    chain: path.map((one) => new Uint8Array(one.toSchema(true).toBER())),
    verifySignature: await cryptography.signatureCheck(key),
    endsAt: Math.min(...path.map(({ notAfter }) => notAfter.value.getTime())),
  };
}
