import type { BasicConstraints, Certificate, RelativeDistinguishedNames } from "pkijs";
import type { Pkijs } from "./pkijs.js";
import {
  WebhookVerificationError,
  type WebhookVerificationErrorReason,
} from "./verification-error.js";

export const PEM = "-----BEGIN CERTIFICATE-----";
const ORGANIZATION = "Microsoft Corporation";
const SMALLEST_KEY_BITS = 2048;

const ORGANIZATION_NAME = "2.5.4.10";
const KEY_USAGE = "2.5.29.15";
const BASIC_CONSTRAINTS = "2.5.29.19";
/** The bit of a key usage, which RFC 5280 numbers from the left. */
const DIGITAL_SIGNATURE = 0x80;
const RSA_ENCRYPTION = "1.2.840.113549.1.1.1";
/** RSA (PKCS #1 v1.5) and ECDSA, each with SHA-256, SHA-384 and SHA-512. */
const STRONG_ALGORITHMS = [
  "1.2.840.113549.1.1.11",
  "1.2.840.113549.1.1.12",
  "1.2.840.113549.1.1.13",
  "1.2.840.10045.4.3.2",
  "1.2.840.10045.4.3.3",
  "1.2.840.10045.4.3.4",
];

/** The extensions of RFC 5280 that are checked, here or by the library, or that restrict other uses than ours. */
const UNDERSTOOD = [
  KEY_USAGE,
  BASIC_CONSTRAINTS,
  "2.5.29.17", // subject alternative name
  "2.5.29.30", // name constraints
  "2.5.29.32", // certificate policies
  "2.5.29.33", // policy mappings
  "2.5.29.36", // policy constraints
  "2.5.29.37", // extended key usage
  "2.5.29.54", // inhibit any-policy
];

/** Parses a certificate in DER or PEM. Returns undefined for an invalid one. */
export function parseCertificate(
  { Certificate }: Pkijs,
  bytes: Uint8Array,
): Certificate | undefined {
  try {
    const [der = bytes] = decodeCertificates(bytes);
    // A copy, because the library keeps views of it.
    return Certificate.fromBER(new Uint8Array(der));
  } catch {
    return undefined;
  }
}

/** Decodes certificates in PEM or DER, each to DER. */
export function decodeCertificates(certificates: string | Uint8Array): Uint8Array[] {
  if (typeof certificates !== "string") {
    const text = new TextDecoder("latin1").decode(certificates);
    return text.includes(PEM) ? decodeCertificates(text) : [certificates];
  }
  return [
    ...certificates.matchAll(
      /-----BEGIN CERTIFICATE-----([\sA-Za-z0-9+/=]+)-----END CERTIFICATE-----/g,
    ),
  ].map(([, base64 = ""]) =>
    Uint8Array.from(atob(base64.replace(/\s+/g, "")), (character) => character.charCodeAt(0)),
  );
}

/** Throws `WebhookVerificationError` for a certificate that cannot sign events of Partner Center, whoever issued it. */
export function checkSigner(pkijs: Pkijs, certificate: Certificate, now: number): void {
  const reason = rejectionReason(pkijs, certificate, now);
  if (reason !== undefined) {
    throw new WebhookVerificationError(reason);
  }
}

/** Returns why a certificate cannot sign events; undefined if it can. */
function rejectionReason(
  pkijs: Pkijs,
  certificate: Certificate,
  now: number,
): WebhookVerificationErrorReason | undefined {
  if (now < certificate.notBefore.value.getTime()) {
    return "certificate-not-yet-valid";
  }
  if (now > certificate.notAfter.value.getTime()) {
    return "certificate-expired";
  }
  if (![certificate.subject, certificate.issuer].every(isOfMicrosoft)) {
    return "certificate-organization";
  }
  if (!hasStrongSignature(certificate) || readRsaBits(certificate) < SMALLEST_KEY_BITS) {
    return "certificate-algorithm";
  }
  if (
    !isForSignatures(certificate) ||
    readAuthorityConstraints(pkijs, certificate) !== undefined ||
    !isUnderstood(certificate)
  ) {
    return "certificate-key-usage";
  }
  return undefined;
}

/** Exactly one organization, with exactly this name. */
function isOfMicrosoft({ typesAndValues }: RelativeDistinguishedNames): boolean {
  const organizations = typesAndValues.filter(({ type }) => type === ORGANIZATION_NAME);
  return (
    organizations.length === 1 &&
    organizations.every(({ value }) => value.valueBlock.value === ORGANIZATION)
  );
}

/** Whether a certificate is signed with what nobody can forge. */
export function hasStrongSignature({ signature, signatureAlgorithm }: Certificate): boolean {
  return (
    STRONG_ALGORITHMS.includes(signatureAlgorithm.algorithmId) &&
    signature.algorithmId === signatureAlgorithm.algorithmId
  );
}

/** Whether everything critical in a certificate is known, without which it must not be used. */
export function isUnderstood({ extensions = [] }: Certificate): boolean {
  return extensions.every(({ critical, extnID }) => !critical || UNDERSTOOD.includes(extnID));
}

/** Returns the length of an RSA key; 0 for a key that is not RSA. */
function readRsaBits({ subjectPublicKeyInfo }: Certificate): number {
  const { algorithm, parsedKey } = subjectPublicKeyInfo;
  if (algorithm.algorithmId !== RSA_ENCRYPTION || parsedKey === undefined) {
    return 0;
  }
  if (!("modulus" in parsedKey)) {
    return 0;
  }
  const modulus = parsedKey.modulus.valueBlock.valueHexView;
  const start = modulus.findIndex((byte) => byte !== 0);
  return start < 0 ? 0 : (modulus.length - start) * 8 - Math.clz32(modulus[start] ?? 0) + 24;
}

/** Without the extension, a key may be used for everything. */
function isForSignatures({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === KEY_USAGE);
  const [bits = 0] = usage?.parsedValue?.valueBlock?.valueHexView ?? [];
  return usage === undefined || (bits & DIGITAL_SIGNATURE) !== 0;
}

/** Returns the constraints of a certificate authority; undefined if the certificate may not issue others. */
export function readAuthorityConstraints(
  { BasicConstraints }: Pkijs,
  { extensions = [] }: Certificate,
): BasicConstraints | undefined {
  const constraints = extensions.find(({ extnID }) => extnID === BASIC_CONSTRAINTS)?.parsedValue;
  return constraints instanceof BasicConstraints && constraints.cA ? constraints : undefined;
}
