import type { components, webhooks } from "../../../generated/openapi.js";
import type { SandboxTrust } from "./sandbox-trust.js";
import { base64Of, ISSUER_KEY, makeCertificate, pemOf } from "./webhook-certificate.js";

type WebhookHeaders = webhooks["test-created"]["post"]["parameters"]["header"];

/** A request of the service to a partner: what the signature covers, and the headers that go with it. */
export interface SignedWebhook {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The service's side of webhooks: a certificate, the key to it, and the root that issued it. */
export interface WebhookSigner {
  readonly trust: SandboxTrust;
  /** Signs a body as it is sent, in `Authorization` or in the header that the registration may ask for instead. */
  sign(body: string, place?: SignaturePlace): Promise<SignedWebhook>;
}

/** The header that a signature is in. */
export type SignaturePlace = "Authorization" | "x-ms-signature";

const CERTIFICATE_URL =
  "https://3psostorageacct.blob.core.windows.net/cert/pcnotifications-dispatch.microsoft.com.cer";
const ALGORITHM = "rsa-sha256" satisfies components["parameters"]["MsSignatureAlgorithm"];

const RSA = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
};
const ROOT = "Sandbox root";

/**
 * Makes a root and a certificate of Microsoft Corporation as far as its words go, with keys of its own, so that nobody
 * trusts it who is not told to.
 * Rejects where the platform has no Web Cryptography.
 */
export async function createWebhookSigner(
  { subtle }: { readonly subtle?: SubtleCrypto } = globalThis.crypto,
): Promise<WebhookSigner> {
  if (subtle === undefined) {
    throw new Error(
      "Events are signed with `crypto.subtle`, which is not there; pages have it over https and on localhost.",
    );
  }
  const rootKeys = await subtle.generateKey(ISSUER_KEY, true, ["sign", "verify"]);
  const keys = await subtle.generateKey(RSA, true, ["sign", "verify"]);
  const root = await makeCertificate(subtle, rootKeys.privateKey, {
    serialNumber: 1,
    subject: ROOT,
    issuer: ROOT,
    publicKey: rootKeys.publicKey,
    isAuthority: true,
  });
  const certificate = await makeCertificate(subtle, rootKeys.privateKey, {
    serialNumber: 2,
    subject: "Sandbox notifications",
    issuer: ROOT,
    publicKey: keys.publicKey,
    isAuthority: false,
  });
  return {
    trust: { roots: [pemOf(root)], fetch: async () => new Response(certificate) },
    async sign(text, place = "Authorization") {
      const body = new TextEncoder().encode(text);
      const signature = new Uint8Array(await subtle.sign(RSA.name, keys.privateKey, body));
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
        body,
      };
    },
  };
}
