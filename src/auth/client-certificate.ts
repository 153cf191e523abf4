import type { KeyObject, X509Certificate } from "node:crypto";
import { invalidSecretOption } from "../invalid-option.js";
import { builtIn } from "./built-in.js";

/** A certificate that the app registration knows, and its key. */
export interface ClientCertificate {
  /** PEM; the first certificate of a chain. */
  readonly certificate: string;
  /** PEM, of an RSA key: PKCS #8 or PKCS #1. */
  readonly privateKey: string;
  /** Of an encrypted private key. */
  readonly passphrase?: string | undefined;
}

/** Makes an assertion for an endpoint. Throws `TypeError` once the certificate has expired. */
export type SignAssertion = (clientId: string, audience: string) => string;

/** Seconds. */
const ASSERTION_LIFE = 600;

/**
 * Throws `TypeError` for a certificate or a key that cannot work: no PEM, not of each other, expired, not RSA, or an
 * encrypted key without its passphrase.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export function assertionSigner(
  clientCertificate: ClientCertificate,
  now: () => number,
): SignAssertion {
  if (typeof clientCertificate !== "object" || clientCertificate === null) {
    const what = "an object with `certificate` and `privateKey`";
    throw invalidSecretOption("clientCertificate", what, clientCertificate);
  }
  const { certificate, privateKey, passphrase } = clientCertificate;
  const crypto = builtIn("node:crypto", "`clientCertificate`");
  const { Buffer } = builtIn("node:buffer", "`clientCertificate`");
  const x509 = readCertificate(certificate);
  const key = readKey(privateKey, passphrase);
  if (key.asymmetricKeyType !== "rsa") {
    throw wrong("privateKey", `an RSA key, got one of the kind ${key.asymmetricKeyType}`);
  }
  if (!x509.checkPrivateKey(key)) {
    throw wrong("privateKey", "the key of `certificate`, got that of another one");
  }
  checkDate();
  const thumbprint = crypto.createHash("sha256").update(x509.raw).digest("base64url");

  return (clientId, audience) => {
    checkDate();
    const issuedAt = Math.floor(now() / 1000);
    const header = { alg: "PS256", typ: "JWT", "x5t#S256": thumbprint };
    const claims = {
      aud: audience,
      iss: clientId,
      sub: clientId,
      jti: crypto.randomUUID(),
      iat: issuedAt,
      nbf: issuedAt,
      exp: issuedAt + ASSERTION_LIFE,
    };
    const signed = [header, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
      .join(".");
    const signature = crypto.sign("sha256", Buffer.from(signed), {
      key,
      padding: crypto.constants.RSA_PKCS1_PSS_PADDING,
      saltLength: crypto.constants.RSA_PSS_SALTLEN_DIGEST,
    });
    return `${signed}.${signature.toString("base64url")}`;
  };

  function checkDate(): void {
    const endsAt = Date.parse(x509.validTo);
    if (endsAt <= now()) {
      const ended = new Date(endsAt).toISOString();
      throw wrong("certificate", `a certificate that is valid, got one that expired at ${ended}`);
    }
  }

  function readCertificate(pem: string): X509Certificate {
    try {
      return new crypto.X509Certificate(pem);
    } catch {
      throw invalidSecretOption("clientCertificate.certificate", "a certificate in PEM", pem);
    }
  }

  // What OpenSSL throws is kept out of the message, as it may quote what it read.
  function readKey(pem: string, passphrase: string | undefined): KeyObject {
    try {
      return crypto.createPrivateKey({ key: pem, ...(passphrase !== undefined && { passphrase }) });
    } catch {
      if (/ENCRYPTED/.test(pem)) {
        throw passphrase === undefined
          ? wrong("passphrase", "that of `privateKey`, which is encrypted, got none")
          : wrong("passphrase", "that of `privateKey`, got another one");
      }
      throw invalidSecretOption("clientCertificate.privateKey", "a private key in PEM", pem);
    }
  }
}

function wrong(option: string, words: string): TypeError {
  return new TypeError(`Expected \`clientCertificate.${option}\` to be ${words}.`);
}
