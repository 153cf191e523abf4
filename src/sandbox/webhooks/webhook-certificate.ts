import {
  bitString,
  integer,
  isTrue,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  tagged,
  utcTime,
  utf8String,
} from "./der.js";

type Bytes = Uint8Array<ArrayBuffer>;

/** What a certificate says. */
export interface CertificateContents {
  readonly serialNumber: number;
  /** The common name; the organization is Microsoft Corporation, as receivers want it. */
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: CryptoKey;
  /** Whether it issues others; else it signs events. */
  readonly isAuthority: boolean;
}

/** The key, ECDSA on P-256, with which certificates are signed. */
export const ISSUER_KEY = { name: "ECDSA", namedCurve: "P-256" };

const ECDSA_WITH_SHA256 = sequence(objectIdentifier("1.2.840.10045.4.3.2"));
const COORDINATE_BYTES = 32;

// All moments that a test may play, so that no certificate of the sandbox is why it fails.
const NOT_BEFORE = new Date(0);
const NOT_AFTER = new Date("2049-12-31T23:59:59Z");

const VERSION_3 = tagged(0xa0, integer(Uint8Array.of(2)));
const DIGITAL_SIGNATURE = bitString(Uint8Array.of(0x80), 7);
const CERTIFICATE_SIGN = bitString(Uint8Array.of(0x04), 2);

/** Makes a certificate (RFC 5280) in DER. */
export async function makeCertificate(
  subtle: SubtleCrypto,
  issuerKey: CryptoKey,
  { serialNumber, subject, issuer, publicKey, isAuthority }: CertificateContents,
): Promise<Bytes> {
  const contents = sequence(
    VERSION_3,
    integer(Uint8Array.of(serialNumber)),
    ECDSA_WITH_SHA256,
    nameOf(issuer),
    sequence(utcTime(NOT_BEFORE), utcTime(NOT_AFTER)),
    nameOf(subject),
    new Uint8Array(await subtle.exportKey("spki", publicKey)),
    tagged(
      0xa3,
      sequence(
        critical("2.5.29.19", isAuthority ? sequence(isTrue()) : sequence()),
        critical("2.5.29.15", isAuthority ? CERTIFICATE_SIGN : DIGITAL_SIGNATURE),
      ),
    ),
  );
  const algorithm = { name: ISSUER_KEY.name, hash: "SHA-256" };
  const signature = new Uint8Array(await subtle.sign(algorithm, issuerKey, contents));
  // The platform has both numbers in a row.
  const numbers = sequence(
    integer(signature.subarray(0, COORDINATE_BYTES)),
    integer(signature.subarray(COORDINATE_BYTES)),
  );
  return sequence(contents, ECDSA_WITH_SHA256, bitString(numbers));
}

/** A certificate in PEM. */
export function pemOf(der: Uint8Array): string {
  const lines = base64Of(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

export function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function nameOf(commonName: string): Bytes {
  const attribute = (type: string, value: string) =>
    setOf(sequence(objectIdentifier(type), utf8String(value)));
  return sequence(attribute("2.5.4.10", "Microsoft Corporation"), attribute("2.5.4.3", commonName));
}

function critical(type: string, value: Uint8Array): Bytes {
  return sequence(objectIdentifier(type), isTrue(), octetString(value));
}
