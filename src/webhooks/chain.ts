import type { Certificate } from "pkijs";
import { sameBytes } from "./bytes.js";
import {
  hasStrongSignature,
  isUnderstood,
  parseCertificate,
  readAuthorityConstraints,
} from "./certificate.js";
import { isIssuerUrl } from "./certificate-url.js";
import type { Pkijs } from "./pkijs.js";
import { WebhookVerificationError } from "./verification-error.js";

/** What leads from a certificate to one that is trusted. */
export interface ChainSettings {
  /** In DER. */
  readonly roots: readonly Uint8Array[];
  /** In DER. */
  readonly intermediates: readonly Uint8Array[];
  /** Where issuers may be fetched. */
  readonly issuerHosts: readonly string[];
  readonly download: (url: string) => Promise<Uint8Array>;
}

const ISSUERS = "1.3.6.1.5.5.7.48.2";
const AUTHORITY_INFO_ACCESS = "1.3.6.1.5.5.7.1.1";
const UNIFORM_RESOURCE_IDENTIFIER = 6;
/** Issuers that are fetched for one certificate, one after the other. */
const MOST_FETCHED = 3;

/**
 * Builds the chain from a certificate to a trusted root, both included. Verifies names, signatures, dates, key usage,
 * constraints and path length, and accepts no weak signature.
 * Throws `WebhookVerificationError` (certificate-chain, certificate-unavailable).
 */
export async function buildChain(
  pkijs: Pkijs,
  leaf: Certificate,
  now: number,
  { roots, intermediates, issuerHosts, download }: ChainSettings,
): Promise<Certificate[]> {
  const usable = (certificate: Certificate | undefined) =>
    certificate !== undefined &&
    isValidAt(certificate, now) &&
    hasStrongSignature(certificate) &&
    isUnderstood(certificate) &&
    !isSame(certificate, leaf)
      ? [certificate]
      : [];
  const issuers = intermediates.flatMap((der) => usable(parseCertificate(pkijs, der)));
  let top = leaf;
  for (let fetched = 0; ; fetched += 1) {
    const names = [leaf, ...issuers].map(({ issuer }) => issuer.valueBeforeDecode);
    const anchors = named(roots, names)
      .flatMap((der) => parseCertificate(pkijs, der) ?? [])
      .filter((root) => isValidAt(root, now) && !isSame(root, leaf));
    const path = await pathTo(pkijs, leaf, issuers, anchors, now);
    if (path !== undefined && keepsLengths(pkijs, path)) {
      return path;
    }
    const url = issuerUrls(pkijs, top).find((one) => isIssuerUrl(one, issuerHosts));
    const [issuer] =
      url === undefined || fetched === MOST_FETCHED
        ? []
        : usable(parseCertificate(pkijs, await download(url)));
    if (issuer === undefined) {
      throw new WebhookVerificationError("certificate-chain");
    }
    issuers.push(issuer);
    top = issuer;
  }
}

/** The library checks everything but the length of the path; its end-entity certificate is the last of `certs`. */
async function pathTo(
  { CertificateChainValidationEngine }: Pkijs,
  leaf: Certificate,
  issuers: readonly Certificate[],
  anchors: Certificate[],
  now: number,
): Promise<Certificate[] | undefined> {
  const engine = new CertificateChainValidationEngine({
    trustedCerts: anchors,
    certs: [...issuers, leaf],
    checkDate: new Date(now),
  });
  const { result, certificatePath = [] } = await engine.verify();
  const [first] = certificatePath;
  const last = certificatePath.at(-1) ?? leaf;
  return result && first === leaf && anchors.some((anchor) => isSame(anchor, last))
    ? certificatePath
    : undefined;
}

/** Whether no certificate of the path has more below it than it allows; those that issued themselves do not count. */
function keepsLengths(pkijs: Pkijs, [, ...authorities]: readonly Certificate[]): boolean {
  let below = 0;
  return authorities.every((authority) => {
    const limit = readAuthorityConstraints(pkijs, authority)?.pathLenConstraint;
    const holds = limit === undefined || (typeof limit === "number" && below <= limit);
    below += authority.subject.isEqual(authority.issuer) ? 0 : 1;
    return holds;
  });
}

function isValidAt({ notBefore, notAfter }: Certificate, now: number): boolean {
  return notBefore.value.getTime() <= now && now <= notAfter.value.getTime();
}

function isSame(one: Certificate, other: Certificate): boolean {
  return sameBytes(one.tbsView, other.tbsView);
}

/** Those in which one of the names is: to read all roots of a platform takes a second. */
function named(certificates: readonly Uint8Array[], names: readonly ArrayBuffer[]): Uint8Array[] {
  const decoder = new TextDecoder("latin1");
  const texts = names.map((name) => decoder.decode(name));
  return certificates.filter((der) => {
    const text = decoder.decode(der);
    return texts.some((name) => text.includes(name));
  });
}

function issuerUrls({ InfoAccess }: Pkijs, { extensions = [] }: Certificate): string[] {
  const access = extensions.find(({ extnID }) => extnID === AUTHORITY_INFO_ACCESS)?.parsedValue;
  return access instanceof InfoAccess
    ? access.accessDescriptions
        .filter(
          ({ accessMethod, accessLocation }) =>
            accessMethod === ISSUERS && accessLocation.type === UNIFORM_RESOURCE_IDENTIFIER,
        )
        .map(({ accessLocation }) => String(accessLocation.value))
    : [];
}
