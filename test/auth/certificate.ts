import { generate } from "selfsigned";

/** A certificate and its private key, in PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly privateKey: string;
}

/** Makes a certificate with WebCrypto that ends then. */
export async function createCertificate(
  notAfterDate = new Date(Date.now() + 24 * 60 * 60 * 1000),
): Promise<Certificate> {
  const notBeforeDate = new Date(notAfterDate.getTime() - 365 * 24 * 60 * 60 * 1000);
  const attributes = [{ name: "commonName", value: "contoso.com" }];
  const { cert, private: privateKey } = await generate(attributes, { notBeforeDate, notAfterDate });
  return { certificate: cert, privateKey };
}
