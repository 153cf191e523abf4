import type { Certificate } from "pkijs";
import type { components, webhooks } from "../../generated/openapi.js";
import { loadPkijs, type Pkijs } from "../webhooks/pkijs.js";

type Asn1 = typeof import("asn1js");
type WebhookHeaders = webhooks["test-created"]["post"]["parameters"]["header"];

/** A request of the service to a partner: what the signature covers, and the headers that go with it. */
export interface SignedWebhook {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The service's side of webhooks: a certificate, the key to it, and the root that issued it. */
export interface WebhookSigner {
  /** The root in PEM, for `roots` of `verifyWebhook`. */
  readonly root: string;
  /** Where a receiver is told to find the certificate. */
  readonly certificateUrl: string;
  /** Answers with the certificate, for `fetch` of `verifyWebhook`; with 404 for every other URL. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Signs a body as it is sent, in `Authorization` or in the header that the registration may ask for instead. */
  sign(body: string, place?: SignaturePlace): Promise<SignedWebhook>;
}

/** The header that a signature is in. */
export type SignaturePlace = "Authorization" | "x-ms-signature";

const CERTIFICATE_URL =
  "https://3psostorageacct.blob.core.windows.net/cert/pcnotifications-dispatch.microsoft.com.cer";
const ALGORITHM = "rsa-sha256" satisfies components["parameters"]["MsSignatureAlgorithm"];
const DAY_MS = 24 * 60 * 60 * 1000;

const RSA = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
};
const ECDSA = { name: "ECDSA", namedCurve: "P-256" };

const DIGITAL_SIGNATURE = 0x80;
const CERTIFICATE_SIGN = 0x04;

/**
 * Makes a root and a certificate of Microsoft Corporation as far as its words go, valid for a year from yesterday.
 * Rejects when the package `pkijs` is not installed.
 */
export async function createWebhookSigner(now: () => number = Date.now): Promise<WebhookSigner> {
  const pkijs = await loadPkijs();
  const asn1 = await import("asn1js");
  const { subtle } = globalThis.crypto;
  const rootKeys = await subtle.generateKey(ECDSA, true, ["sign", "verify"]);
  const keys = await subtle.generateKey(RSA, true, ["sign", "verify"]);
  const issued = (options: Omit<Parameters<typeof issue>[2], "now" | "issuerKey">) =>
    issue(pkijs, asn1, { ...options, now: now(), issuerKey: rootKeys.privateKey });
  const root = await issued({ name: "Sandbox root", keys: rootKeys, isAuthority: true });
  const leaf = await issued({ name: "Sandbox notifications", keys, issuer: root });
  const der = leaf.toSchema(true).toBER();

  return {
    root: pemOf(root.toSchema(true).toBER()),
    certificateUrl: CERTIFICATE_URL,
    fetch: async ({ url }) =>
      url === CERTIFICATE_URL ? new Response(der.slice()) : new Response(null, { status: 404 }),
    async sign(body, place = "Authorization") {
      const bytes = new TextEncoder().encode(body);
      const signature = await subtle.sign(RSA.name, keys.privateKey, bytes);
      const headers: WebhookHeaders = {
        "X-MS-Certificate-Url": CERTIFICATE_URL,
        "X-MS-Signature-Algorithm": ALGORITHM,
      };
      return {
        headers: {
          "Content-Type": "application/json",
          [place]: `Signature ${base64Of(signature)}`,
          ...headers,
        },
        body: bytes,
      };
    },
  };
}

interface Issue {
  readonly name: string;
  readonly keys: CryptoKeyPair;
  readonly issuerKey: CryptoKey;
  /** Itself when nobody is given. */
  readonly issuer?: Certificate;
  readonly isAuthority?: boolean;
  readonly now: number;
}

async function issue(pkijs: Pkijs, asn1: Asn1, options: Issue): Promise<Certificate> {
  const { name, keys, issuerKey, issuer, isAuthority = false, now } = options;
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ value: isAuthority ? 1 : 2 });
  certificate.notBefore = new pkijs.Time({ value: new Date(now - DAY_MS) });
  certificate.notAfter = new pkijs.Time({ value: new Date(now + 365 * DAY_MS) });
  certificate.subject = pkijs.RelativeDistinguishedNames.fromBER(nameOf(asn1, name));
  certificate.issuer = issuer?.subject ?? certificate.subject;
  const usage = Uint8Array.of(isAuthority ? CERTIFICATE_SIGN : DIGITAL_SIGNATURE).buffer;
  const extensions: [string, ArrayBuffer][] = [
    ["2.5.29.19", new pkijs.BasicConstraints({ cA: isAuthority }).toSchema().toBER()],
    ["2.5.29.15", new asn1.BitString({ valueHex: usage }).toBER()],
  ];
  certificate.extensions = extensions.map(
    ([extnID, extnValue]) => new pkijs.Extension({ extnID, critical: true, extnValue }),
  );
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(issuerKey, "SHA-256");
  return certificate;
}

/** In DER, because the library itself would write both attributes into one set. */
function nameOf(asn1: Asn1, name: string): ArrayBuffer {
  const attributes = [
    ["2.5.4.10", "Microsoft Corporation"],
    ["2.5.4.3", name],
  ].map(([type = "", value = ""]) => {
    const attribute = new asn1.Sequence({
      value: [new asn1.ObjectIdentifier({ value: type }), new asn1.Utf8String({ value })],
    });
    return new asn1.Set({ value: [attribute] });
  });
  return new asn1.Sequence({ value: attributes }).toBER();
}

function pemOf(der: ArrayBuffer): string {
  const lines = base64Of(der).match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

function base64Of(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
