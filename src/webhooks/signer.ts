import { sameBytes } from "./bytes.js";
import { checkSigner, decodeCertificates, parseCertificate } from "./certificate.js";
import { buildChain } from "./chain.js";
import { download } from "./download.js";
import type { Trust, WebhookSettings } from "./options.js";
import { loadPkijs } from "./pkijs.js";
import { cryptography, type SignatureCheck } from "./platform.js";
import { WebhookVerificationError } from "./verification-error.js";

/** A certificate that may sign events, until it ends. */
export interface Signer {
  /** As it was fetched. */
  readonly bytes: Uint8Array;
  /** In DER, from the certificate to its root. */
  readonly chain: readonly Uint8Array[];
  readonly verifySignature: SignatureCheck;
  /** Milliseconds since 1970 at which the first certificate of the chain ends. */
  readonly endsAt: number;
  /** What it was judged by. */
  readonly trust: Trust;
}

/**
 * Verifies a certificate and its chain, and returns the signer.
 * Throws `WebhookVerificationError` for one that may not sign events, and `TypeError` for roots or intermediates that are none.
 */
export async function resolveSigner(
  bytes: Uint8Array,
  { trust, fetch, timeoutMs, now }: WebhookSettings,
): Promise<Signer> {
  const pkijs = await loadPkijs();
  const certificate = parseCertificate(pkijs, bytes);
  if (certificate === undefined) {
    throw new WebhookVerificationError("malformed-certificate");
  }
  const at = now();
  checkSigner(pkijs, certificate, at);
  const path = await buildChain(pkijs, certificate, at, {
    roots: trust.roots.flatMap(decodeCertificates),
    intermediates: trust.intermediates.flatMap(decodeCertificates),
    issuerHosts: [...trust.certificateHosts, ...trust.issuerHosts],
    download: (url) => download(fetch, url, timeoutMs),
  });
  const key = new Uint8Array(certificate.subjectPublicKeyInfo.toSchema().toBER());
  return {
    bytes,
    chain: path.map((one) => new Uint8Array(one.toSchema(true).toBER())),
    verifySignature: await cryptography.signatureCheck(key),
    endsAt: Math.min(...path.map(({ notAfter }) => notAfter.value.getTime())),
    trust,
  };
}

/** Whether a judgement under the one holds under the other. */
export function isSameTrust(one: Trust, other: Trust): boolean {
  return (
    isSameList(one.certificateHosts, other.certificateHosts) &&
    isSameList(one.issuerHosts, other.issuerHosts) &&
    isSameList(one.roots, other.roots) &&
    isSameList(one.intermediates, other.intermediates)
  );
}

function isSameList(
  one: readonly (string | Uint8Array)[],
  other: readonly (string | Uint8Array)[],
): boolean {
  return (
    one === other ||
    (one.length === other.length && one.every((item, index) => isSameItem(item, other[index])))
  );
}

function isSameItem(one: string | Uint8Array, other: string | Uint8Array | undefined): boolean {
  return (
    one === other || (typeof one === "object" && typeof other === "object" && sameBytes(one, other))
  );
}
