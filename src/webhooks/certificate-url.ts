import { WebhookVerificationError } from "./verification-error.js";

/** Where Partner Center keeps the certificates that it signs with, as Microsoft's pages show them. */
export const CERTIFICATE_HOSTS: readonly string[] = ["3psostorageacct.blob.core.windows.net"];

/** Where Microsoft and DigiCert keep the certificates of those that issued them. */
export const ISSUER_HOSTS: readonly string[] = [
  "www.microsoft.com",
  "caissuers.microsoft.com",
  "cacerts.digicert.com",
];

const MAX_URL_LENGTH = 256;

/**
 * Throws `WebhookVerificationError` (certificate-url) for a URL that a request must not make this program fetch: anything but
 * https on a host of the list, with its default port, without user, query and fragment, in the one spelling that URLs have
 * when they are normalized, and of at most 256 characters.
 */
export function checkCertificateUrl(text: string, hosts: readonly string[]): void {
  if (!isPlain(text, hosts, ["https:"])) {
    throw new WebhookVerificationError("certificate-url");
  }
}

/** Whether an issuer may be fetched there: it proves itself, so that plain http will do, which is what certificates name. */
export function isIssuerUrl(text: string, hosts: readonly string[]): boolean {
  return isPlain(text, hosts, ["https:", "http:"]);
}

function isPlain(text: string, hosts: readonly string[], protocols: readonly string[]): boolean {
  const url = text.length <= MAX_URL_LENGTH && URL.canParse(text) ? new URL(text) : undefined;
  // No other spelling than the one that is sent: what a parser tidies up, another may read differently.
  return (
    url !== undefined &&
    url.href === text &&
    protocols.includes(url.protocol) &&
    hosts.includes(url.hostname) &&
    `${url.port}${url.username}${url.password}${url.search}${url.hash}` === "" &&
    !/[?#]/.test(text) &&
    [...text.matchAll(/%(.{0,2})/g)].every(([, hex = ""]) => isNeededEscape(hex))
  );
}

/** Whether an octet of a path has to be percent-encoded, and is so in the normal form of RFC 3986, section 6.2.2. */
function isNeededEscape(hex: string): boolean {
  return (
    /^[\dA-F]{2}$/.test(hex) &&
    !/[\w.~!$&'()*+,;=:@/\\-]/.test(String.fromCharCode(Number.parseInt(hex, 16)))
  );
}
