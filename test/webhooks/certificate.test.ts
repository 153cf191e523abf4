import {
  CERTIFICATE_SIGN,
  type CertificateOptions,
  DIGITAL_SIGNATURE,
  KEY_ENCIPHERMENT,
  type MadeCertificate,
  makeCertificate,
} from "./certificates.js";
import { refusal } from "./refusal.js";
import { CERTIFICATE_URL, delivery, NOW, serving, verifyOnce } from "./sender.js";

const root = makeCertificate({ name: "Root", isAuthority: true });
const intermediate = makeCertificate({ name: "Intermediate", isAuthority: true, issuer: root });

/** Verifies an event that is signed with the key of a certificate, which is served as it is. */
function verifiedWith(
  leaf: MadeCertificate,
  intermediates: readonly MadeCertificate[] = [intermediate],
) {
  const { fetch } = serving({ [CERTIFICATE_URL]: leaf.der });
  return verifyOnce(delivery(leaf), {
    fetch,
    roots: [root.pem],
    intermediates: intermediates.map(({ pem }) => pem),
    now: () => NOW,
  });
}

const leafWith = (options: Partial<CertificateOptions>) =>
  makeCertificate({ name: "pcnotifications", issuer: intermediate, ...options });

describe("a certificate", () => {
  it.each<[string, Partial<CertificateOptions>]>([
    ["of Microsoft Corporation, issued by an intermediate one", {}],
    ["without key usage", { keyUsage: null }],
    ["for signatures and encipherment", { keyUsage: DIGITAL_SIGNATURE | KEY_ENCIPHERMENT }],
    ["issued by the root itself", { issuer: root }],
    ["with a key of 3,072 bits", { bits: 3072 }],
  ])("is taken: %s", async (_title, options) => {
    await expect(verifiedWith(leafWith(options))).resolves.toHaveProperty("isKnown", true);
  });

  it.each<[string, string, Partial<CertificateOptions>]>([
    ["has expired", "certificate-expired", { notAfter: "2026-05-31" }],
    ["is not valid yet", "certificate-not-yet-valid", { notBefore: "2026-06-02" }],
    ["is of another organization", "certificate-organization", { organizations: ["Contoso"] }],
    [
      "has the organization as a part",
      "certificate-organization",
      { organizations: ["Not Microsoft Corporation"] },
    ],
    [
      "has it with more behind",
      "certificate-organization",
      { organizations: ["Microsoft Corporation, O=Contoso"] },
    ],
    ["has another case", "certificate-organization", { organizations: ["MICROSOFT CORPORATION"] }],
    [
      "has two organizations",
      "certificate-organization",
      { organizations: ["Microsoft Corporation", "Contoso"] },
    ],
    ["has no organization", "certificate-organization", { organizations: [] }],
    ["is signed with MD5", "certificate-algorithm", { hash: "md5" }],
    ["is signed with SHA-1", "certificate-algorithm", { hash: "sha1" }],
    ["has a key of 1,024 bits", "certificate-algorithm", { bits: 1024 }],
    ["has a key of 2,047 bits", "certificate-algorithm", { bits: 2047 }],
    ["has a key that is not RSA", "certificate-algorithm", { key: "ec" }],
    ["is for encipherment only", "certificate-key-usage", { keyUsage: KEY_ENCIPHERMENT }],
    [
      "is an authority",
      "certificate-key-usage",
      { isAuthority: true, keyUsage: DIGITAL_SIGNATURE | CERTIFICATE_SIGN },
    ],
    ["has to be understood and is not", "certificate-key-usage", { isStrange: true }],
    ["signed itself", "certificate-chain", { issuer: undefined }],
  ])("that %s is refused as %s", async (_title, reason, options) => {
    const refused = await refusal(verifiedWith(leafWith(options)));

    expect(refused).toMatchObject({ reason, status: 401 });
  });

  it("whose issuer is of another organization is refused as certificate-organization", async () => {
    const issuer = makeCertificate({
      name: "Contoso CA",
      organizations: ["Contoso"],
      isAuthority: true,
      issuer: root,
    });

    await expect(verifiedWith(leafWith({ issuer }), [issuer])).rejects.toMatchObject({
      reason: "certificate-organization",
    });
  });

  it.each<[string, string | Uint8Array]>([
    ["text", "<html>"],
    ["nothing", ""],
    ["half a certificate", leafWith({}).der.subarray(0, 300)],
    [
      "PEM with something else in it",
      "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
    ],
  ])("that is %s is refused as malformed", async (_title, file) => {
    const { fetch } = serving({ [CERTIFICATE_URL]: file });

    await expect(
      verifyOnce(delivery(leafWith({})), { fetch, roots: [root.pem], now: () => NOW }),
    ).rejects.toMatchObject({ reason: "malformed-certificate", status: 401 });
  });

  it("may come as PEM", async () => {
    const leaf = leafWith({});
    const { fetch } = serving({ [CERTIFICATE_URL]: leaf.pem });

    await expect(
      verifyOnce(delivery(leaf), {
        fetch,
        roots: [root.der],
        intermediates: [intermediate.der],
        now: () => NOW,
      }),
    ).resolves.toHaveProperty("isKnown", true);
  });

  it("that was changed after it was signed is refused", async () => {
    const leaf = leafWith({ name: "pcnotifications" });
    const { der } = leaf;
    const place = Buffer.from(der).lastIndexOf("pcnotifications");
    const changed = der.with(place, "P".charCodeAt(0));

    await expect(verifiedWith({ ...leaf, der: changed })).rejects.toMatchObject({
      reason: "certificate-chain",
    });
  });
});
