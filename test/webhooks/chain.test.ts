import {
  CERTIFICATE_SIGN,
  type CertificateOptions,
  DIGITAL_SIGNATURE,
  type MadeCertificate,
  makeCertificate,
} from "./certificates.js";
import { refusal } from "./refusal.js";
import { CERTIFICATE_URL, delivery, NOW, serving, verifyOnce } from "./sender.js";

const root = makeCertificate({ name: "Root", isAuthority: true });
const intermediate = makeCertificate({ name: "Intermediate", isAuthority: true, issuer: root });
const otherRoot = makeCertificate({ name: "Other root", isAuthority: true });

/** Verifies an event that is signed with the key of a certificate, which is served as it is. */
function verifiedWith(
  leaf: MadeCertificate,
  intermediates: readonly MadeCertificate[] = [intermediate],
  roots: readonly MadeCertificate[] = [root],
) {
  const { fetch } = serving({ [CERTIFICATE_URL]: leaf.der });
  return verifyOnce(delivery(leaf), {
    fetch,
    roots: roots.map(({ pem }) => pem),
    intermediates: intermediates.map(({ pem }) => pem),
    now: () => NOW,
  });
}

const leafWith = (options: Partial<CertificateOptions>) =>
  makeCertificate({ name: "pcnotifications", issuer: intermediate, ...options });
const authorityWith = (options: Partial<CertificateOptions>) =>
  makeCertificate({ name: "Another", isAuthority: true, issuer: root, ...options });

describe("a chain", () => {
  it.each<[string, readonly MadeCertificate[]]>([
    ["with the root among the intermediates", [intermediate, root]],
    ["with strangers among them", [otherRoot, authorityWith({}), intermediate]],
    ["with one twice", [intermediate, intermediate]],
  ])("holds %s", async (_title, intermediates) => {
    await expect(verifiedWith(leafWith({}), intermediates)).resolves.toHaveProperty("isKnown");
  });

  it("holds over two intermediate certificates, as long as each allows", async () => {
    const first = authorityWith({ name: "First", pathLength: 1 });
    const second = authorityWith({ name: "Second", issuer: first, pathLength: 0 });

    await expect(
      verifiedWith(leafWith({ issuer: second }), [second, first]),
    ).resolves.toHaveProperty("isKnown", true);
  });

  it.each<[string, () => Promise<unknown>]>([
    ["another root", () => verifiedWith(leafWith({}), [intermediate], [otherRoot])],
    ["no intermediate certificate", () => verifiedWith(leafWith({}), [])],
    [
      "a root of the same name",
      () =>
        verifiedWith(
          leafWith({}),
          [intermediate],
          [makeCertificate({ name: "Root", keyName: "Another key", isAuthority: true })],
        ),
    ],
    [
      "a certificate that signs events in place of an authority",
      () => {
        const signer = leafWith({});
        return verifiedWith(leafWith({ name: "below", issuer: signer }), [signer, intermediate]);
      },
    ],
    [
      "an authority without basic constraints for it",
      () => {
        const issuer = authorityWith({ isAuthority: false, keyUsage: CERTIFICATE_SIGN });
        return verifiedWith(leafWith({ issuer }), [issuer]);
      },
    ],
    [
      "an authority whose key is for signatures of something else",
      () => {
        const issuer = authorityWith({ keyUsage: DIGITAL_SIGNATURE });
        return verifiedWith(leafWith({ issuer }), [issuer]);
      },
    ],
    [
      "an authority that has expired",
      () => {
        const issuer = authorityWith({ notAfter: "2026-05-31" });
        return verifiedWith(leafWith({ issuer }), [issuer]);
      },
    ],
    [
      "an authority that is not valid yet",
      () => {
        const issuer = authorityWith({ notBefore: "2026-06-02" });
        return verifiedWith(leafWith({ issuer }), [issuer]);
      },
    ],
    [
      "an authority signed with SHA-1",
      () => {
        const issuer = authorityWith({ hash: "sha1" });
        return verifiedWith(leafWith({ issuer }), [issuer]);
      },
    ],
    [
      "an authority that may have none below it, and has",
      () => {
        const first = authorityWith({ name: "First", pathLength: 0 });
        const second = authorityWith({ name: "Second", issuer: first });
        return verifiedWith(leafWith({ issuer: second }), [second, first]);
      },
    ],
    [
      "an authority with an extension that has to be understood and is not",
      () => {
        const issuer = authorityWith({ isStrange: true });
        return verifiedWith(leafWith({ issuer }), [issuer]);
      },
    ],
    [
      "a root that has expired",
      () => {
        const old = makeCertificate({ name: "Old", isAuthority: true, notAfter: "2026-05-31" });
        return verifiedWith(leafWith({ issuer: old }), [], [old]);
      },
    ],
    [
      "itself among the roots",
      () => {
        const alone = leafWith({ issuer: undefined });
        return verifiedWith(alone, [], [alone, root]);
      },
    ],
    [
      "itself among the roots and the intermediates",
      () => {
        const alone = leafWith({ issuer: undefined });
        return verifiedWith(alone, [alone, intermediate], [alone, root]);
      },
    ],
  ])("does not hold with %s", async (_title, verification) => {
    await expect(refusal(verification())).resolves.toMatchObject({
      reason: "certificate-chain",
      status: 401,
    });
  });
});

describe("the issuer that a certificate names", () => {
  const at = "http://www.microsoft.com/pkiops/certs/intermediate.crt";

  function fetching(url: string, file: Uint8Array | Response = intermediate.der) {
    const leaf = leafWith({ issuerUrl: url });
    const { fetch, fetched } = serving({ [CERTIFICATE_URL]: leaf.der, [url]: file });
    const event = verifyOnce(delivery(leaf), { fetch, roots: [root.pem], now: () => NOW });
    return { event, fetched };
  }

  it.each([
    at,
    "https://caissuers.microsoft.com/a.crt",
    "http://cacerts.digicert.com/a.crt",
    "https://3psostorageacct.blob.core.windows.net/cert/intermediate.cer",
  ])("is fetched from %s", async (url) => {
    const { event, fetched } = fetching(url);

    await expect(event).resolves.toHaveProperty("isKnown", true);
    expect(fetched).toEqual([CERTIFICATE_URL, url]);
  });

  it.each([
    "http://169.254.169.254/latest/meta-data",
    "http://localhost/a.crt",
    "ldap://www.microsoft.com/a.crt",
    "http://www.microsoft.com.contoso.example/a.crt",
    "http://www.microsoft.com:8080/a.crt",
    "file:///etc/passwd",
  ])("is not fetched from %s", async (url) => {
    const { event, fetched } = fetching(url);

    await expect(event).rejects.toMatchObject({ reason: "certificate-chain" });
    expect(fetched).toEqual([CERTIFICATE_URL]);
  });

  it("that is no certificate makes no chain", async () => {
    await expect(fetching(at, otherRoot.der).event).rejects.toMatchObject({
      reason: "certificate-chain",
    });
    await expect(fetching(at, new Response("<html>")).event).rejects.toMatchObject({
      reason: "certificate-chain",
    });
  });

  it("that cannot be fetched refuses the event for now", async () => {
    await expect(fetching(at, new Response("", { status: 500 })).event).rejects.toMatchObject({
      reason: "certificate-unavailable",
      status: 503,
    });
  });

  it("is followed three times at most, whoever it names next", async () => {
    const files: Record<string, Uint8Array> = {};
    const urls = [1, 2, 3, 4, 5].map((number) => `http://www.microsoft.com/${number}.crt`);
    let issuer = root;
    for (const [index, issuerUrl] of [...urls.entries()].reverse()) {
      issuer = authorityWith({ name: `Authority ${index}`, issuer, issuerUrl });
      files[urls[index - 1] ?? ""] = issuer.der;
    }
    const leaf = leafWith({ issuer, issuerUrl: urls[0] ?? "" });
    const { fetch, fetched } = serving({ ...files, [CERTIFICATE_URL]: leaf.der });

    await expect(
      verifyOnce(delivery(leaf), { fetch, roots: [root.pem], now: () => NOW }),
    ).rejects.toMatchObject({ reason: "certificate-chain" });
    expect(fetched.length).toBeLessThanOrEqual(4);
  });
});
