import { sign } from "node:crypto";
import {
  createWebhookVerifier,
  type WebhookRequest,
  type WebhookVerifierOptions,
} from "partner-center-client/webhooks";
import { type CertificateOptions, type MadeCertificate, makeCertificate } from "./certificates.js";

export const CERTIFICATE_URL =
  "https://3psostorageacct.blob.core.windows.net/cert/pcnotifications-dispatch.microsoft.com.cer";
/** A moment at which the certificates of the tests are valid. */
export const NOW = Date.parse("2026-06-01");

export const ACCEPTED = {
  EventName: "reseller-relationship-accepted-by-customer",
  ResourceUri:
    "https://api.partnercenter.microsoft.com/v1/customers/0c39d6d5-c70d-4c55-bc02-f620844f3fd1",
  ResourceName: "Customer",
  AuditUri: "https://api.partnercenter.microsoft.com/auditactivity/v1/auditrecords/a_b_c_1",
  ResourceChangeUtcDate: "2026-05-31T08:15:42.1234567+00:00",
};

/** A root, what it issued, and the certificate that signs events. */
export interface Authority {
  readonly root: MadeCertificate;
  readonly intermediate: MadeCertificate;
  readonly leaf: MadeCertificate;
}

/** Makes a root, an intermediate certificate and one that signs. */
export function makeAuthority(leaf: Partial<CertificateOptions> = {}): Authority {
  const root = makeCertificate({ name: "Root", isAuthority: true });
  const intermediate = makeCertificate({ name: "Intermediate", isAuthority: true, issuer: root });
  return {
    root,
    intermediate,
    leaf: makeCertificate({ name: "pcnotifications", issuer: intermediate, ...leaf }),
  };
}

export function bytesOf(body: string | Uint8Array | object): Uint8Array {
  if (body instanceof Uint8Array) {
    return body;
  }
  return new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
}

/** What the service sends: the body, signed with the key of the certificate. */
export function delivery(
  { privateKey }: MadeCertificate,
  body: string | Uint8Array | object = ACCEPTED,
  url = CERTIFICATE_URL,
) {
  const bytes = bytesOf(body);
  const signature = sign("sha256", bytes, privateKey).toString("base64");
  const headers = {
    "content-type": "application/json",
    authorization: `Signature ${signature}`,
    "x-ms-certificate-url": url,
    "x-ms-signature-algorithm": "rsa-sha256",
  };
  return { headers, body: bytes, signature };
}

/** A `fetch` that responds with certificates, by URL, and lists their URLs. */
export function serving(files: Readonly<Record<string, Uint8Array | string | Response>>) {
  const fetched: string[] = [];
  const fetch = async (request: Request) => {
    fetched.push(request.url);
    const file = files[request.url] ?? new Response("", { status: 404 });
    return file instanceof Response ? file.clone() : new Response(bytesOf(file).slice());
  };
  return { fetch, fetched };
}

/** The options with which events of an authority are verified, and what was fetched. */
export function trusting({ root, intermediate, leaf }: Authority) {
  const { fetch, fetched } = serving({ [CERTIFICATE_URL]: leaf.der });
  const options: WebhookVerifierOptions = {
    fetch,
    roots: [root.pem],
    intermediates: [intermediate.der],
    now: () => NOW,
  };
  return { options, fetched };
}

/** Verifies a request with a verifier that has received nothing before. */
export function verifyOnce(request: WebhookRequest, options?: WebhookVerifierOptions) {
  return createWebhookVerifier(options).verify(request);
}
