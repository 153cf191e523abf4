import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from "node:crypto";
import {
  Set as Asn1Set,
  BitString,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  PrintableString,
  Sequence,
  Utf8String,
} from "asn1js";
import {
  AccessDescription,
  AlgorithmIdentifier,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  GeneralName,
  InfoAccess,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from "pkijs";

/** How a certificate is made. */
export interface CertificateOptions {
  readonly name: string;
  /** Certificates of one name have one key, which takes long to make, unless this says otherwise. */
  readonly keyName?: string;
  /** None at all for an empty list. */
  readonly organizations?: readonly string[];
  /** Who signs it; itself when nobody is given. */
  readonly issuer?: MadeCertificate | undefined;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly isAuthority?: boolean;
  readonly pathLength?: number;
  /** The first byte of the key usage; no extension when it is `null`. */
  readonly keyUsage?: number | null;
  readonly issuerUrl?: string;
  readonly hash?: keyof typeof SIGNATURES;
  readonly bits?: number;
  readonly key?: "rsa" | "ec";
  /** An extension that nobody knows and that has to be understood. */
  readonly isStrange?: boolean;
}

/** A certificate and its key. */
export interface MadeCertificate {
  readonly certificate: Certificate;
  readonly der: Uint8Array;
  readonly pem: string;
  readonly privateKey: KeyObject;
}

const SIGNATURES = {
  md5: "1.2.840.113549.1.1.4",
  sha1: "1.2.840.113549.1.1.5",
  sha256: "1.2.840.113549.1.1.11",
};
export const DIGITAL_SIGNATURE = 0x80;
export const KEY_ENCIPHERMENT = 0x20;
export const CERTIFICATE_SIGN = 0x04;

/** Makes a certificate, as right or as wrong as it is asked for. */
export function makeCertificate(options: CertificateOptions): MadeCertificate {
  const { name, organizations = ["Microsoft Corporation"], issuer, isAuthority = false } = options;
  const { keyUsage = isAuthority ? CERTIFICATE_SIGN : DIGITAL_SIGNATURE } = options;
  const privateKey = keyOf(options);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: positive(randomBytes(8)) });
  certificate.notBefore = new Time({ type: 0, value: new Date(options.notBefore ?? "2026-01-01") });
  certificate.notAfter = new Time({ type: 0, value: new Date(options.notAfter ?? "2027-01-01") });
  const attributes: [string, string][] = [
    ...organizations.map((organization): [string, string] => ["2.5.4.10", organization]),
    ["2.5.4.3", name],
  ];
  const names = attributes.map(
    ([type, value], index) =>
      new Sequence({
        value: [
          new ObjectIdentifier({ value: type }),
          index === 0 ? new Utf8String({ value }) : new PrintableString({ value }),
        ],
      }),
  );
  // The library itself would write all attributes into one set.
  certificate.subject = RelativeDistinguishedNames.fromBER(
    new Sequence({ value: names.map((name) => new Asn1Set({ value: [name] })) }).toBER(),
  );
  certificate.issuer = issuer?.certificate.subject ?? certificate.subject;
  certificate.subjectPublicKeyInfo = PublicKeyInfo.fromBER(
    createPublicKey(privateKey).export({ type: "spki", format: "der" }),
  );
  certificate.extensions = [
    ...extensionsOf(options, isAuthority, keyUsage),
    ...keyIdentifiers(privateKey, issuer?.privateKey ?? privateKey),
  ];
  const algorithm = new AlgorithmIdentifier({
    algorithmId: SIGNATURES[options.hash ?? "sha256"],
    algorithmParams: new Null(),
  });
  certificate.signature = algorithm;
  certificate.signatureAlgorithm = algorithm;
  const signed = new Uint8Array(certificate.encodeTBS().toBER());
  certificate.tbsView = signed;
  certificate.signatureValue = new BitString({
    valueHex: bufferOf(sign(options.hash ?? "sha256", signed, issuer?.privateKey ?? privateKey)),
  });
  const der = new Uint8Array(certificate.toSchema(true).toBER());
  return { certificate: Certificate.fromBER(der), der, pem: pemOf(der), privateKey };
}

const keys = new Map<string, KeyObject>();

function keyOf({ name, keyName = name, key = "rsa", bits = 2048 }: CertificateOptions): KeyObject {
  const id = `${keyName} ${key} ${bits}`;
  const known = keys.get(id);
  const privateKey = known ?? newKey(key, bits);
  keys.set(id, privateKey);
  return privateKey;
}

function newKey(key: "rsa" | "ec", bits: number): KeyObject {
  return key === "ec"
    ? generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey
    : generateKeyPairSync("rsa", { modulusLength: bits }).privateKey;
}

function extensionsOf(
  { pathLength, issuerUrl, isStrange = false }: CertificateOptions,
  isAuthority: boolean,
  keyUsage: number | null,
): Extension[] {
  const basicConstraints = new BasicConstraints({
    cA: isAuthority,
    ...(pathLength !== undefined && { pathLenConstraint: pathLength }),
  });
  return [
    extension("2.5.29.19", true, basicConstraints.toSchema().toBER()),
    ...(keyUsage === null
      ? []
      : [extension("2.5.29.15", true, new BitString({ valueHex: bufferOf([keyUsage]) }).toBER())]),
    ...(issuerUrl === undefined
      ? []
      : [extension("1.3.6.1.5.5.7.1.1", false, issuersAt(issuerUrl).toSchema().toBER())]),
    ...(isStrange ? [extension("1.2.3.4.5", true, new OctetString().toBER())] : []),
  ];
}

/** As every authority of today writes them: the identifiers of its own key and of the one that signs. */
function keyIdentifiers(own: KeyObject, issuers: KeyObject): Extension[] {
  const authority = new AuthorityKeyIdentifier({ keyIdentifier: identifierOf(issuers) });
  return [
    extension("2.5.29.14", false, identifierOf(own).toBER()),
    extension("2.5.29.35", false, authority.toSchema().toBER()),
  ];
}

function identifierOf(key: KeyObject): OctetString {
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  return new OctetString({ valueHex: bufferOf(createHash("sha1").update(spki).digest()) });
}

function issuersAt(url: string): InfoAccess {
  return new InfoAccess({
    accessDescriptions: [
      new AccessDescription({
        accessMethod: "1.3.6.1.5.5.7.48.2",
        accessLocation: new GeneralName({ type: 6, value: url }),
      }),
    ],
  });
}

function extension(extnID: string, critical: boolean, extnValue: ArrayBuffer): Extension {
  return new Extension({ extnID, critical, extnValue });
}

function positive(bytes: Uint8Array): ArrayBuffer {
  return bufferOf([(0x7f & (bytes[0] ?? 1)) | 1, ...bytes.subarray(1)]);
}

function bufferOf(bytes: ArrayLike<number>): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

export function pemOf(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
