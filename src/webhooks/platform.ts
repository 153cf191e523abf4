type Awaitable<Value> = Value | Promise<Value>;

/** Tells whether a signature (RSA PKCS #1 v1.5 with SHA-256) is that of the bytes. */
export type SignatureCheck = (bytes: Uint8Array, signature: Uint8Array) => Awaitable<boolean>;

/** What is asked of the platform: with `node:crypto` at once, and slower where there is only the Web Cryptography API. */
export interface Cryptography {
  /** Rejects for a key that is not RSA. */
  signatureCheck(subjectPublicKeyInfo: Uint8Array): Promise<SignatureCheck>;
  /** In hexadecimal; of text as UTF-8. */
  sha256(content: string | Uint8Array): Awaitable<string>;
  decodeBase64(base64: string): Uint8Array;
}

type NodeCrypto = Pick<typeof import("node:crypto"), "createPublicKey" | "hash" | "verify">;

/** `node:crypto` where there is one, as in Node, Bun, Deno and workers with its compatibility flag. */
export function platformCryptography(): Cryptography {
  const nodeCrypto = globalThis.process?.getBuiltinModule?.("node:crypto");
  return nodeCrypto === undefined ? webCryptography : nodeCryptography(nodeCrypto);
}

export function nodeCryptography({ createPublicKey, hash, verify }: NodeCrypto): Cryptography {
  return {
    async signatureCheck(subjectPublicKeyInfo) {
      const key = createPublicKey({
        key: Buffer.from(subjectPublicKeyInfo),
        format: "der",
        type: "spki",
      });
      if (key.asymmetricKeyType !== "rsa") {
        throw new TypeError("The key is not RSA.");
      }
      return (bytes, signature) => verify("sha256", bytes, key, signature);
    },
    sha256: (content) => hash("sha256", content),
    decodeBase64: (base64) => Buffer.from(base64, "base64"),
  };
}

const RSA_SHA256 = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

export const webCryptography: Cryptography = {
  async signatureCheck(subjectPublicKeyInfo) {
    const { subtle } = globalThis.crypto;
    const key = await subtle.importKey("spki", copied(subjectPublicKeyInfo), RSA_SHA256, false, [
      "verify",
    ]);
    return (bytes, signature) =>
      subtle.verify(RSA_SHA256.name, key, copied(signature), copied(bytes));
  },
  async sha256(content) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : copied(content);
    const digest = await globalThis.crypto.subtle.digest("SHA-256", bytes);
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join(
      "",
    );
  },
  decodeBase64: (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
};

/** What this platform has. */
export const cryptography: Cryptography = /* @__PURE__ */ platformCryptography();

/** Shared memory is refused there. */
function copied(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

/** The platform's own roots; undefined where it shows none. */
export function platformRoots(): readonly string[] | undefined {
  return globalThis.process?.getBuiltinModule?.("node:tls")?.rootCertificates;
}
