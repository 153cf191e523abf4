import { createPublicKey, X509Certificate } from "node:crypto";
import { verifyWebhook } from "partner-center-client/webhooks";
import { createWebhookSigner } from "../../src/sandbox/webhook-signer.js";

const NOW = Date.parse("2026-06-01T12:00:00Z");
const BODY = JSON.stringify({ EventName: "test-created", AuditUri: null });

let signer: Awaited<ReturnType<typeof createWebhookSigner>>;

beforeAll(async () => {
  signer = await createWebhookSigner(() => NOW);
});

describe("the signer of the sandbox", () => {
  it.each(["Authorization", "x-ms-signature"] as const)(
    "signs in %s what `verifyWebhook` takes with its root and its certificate",
    async (place) => {
      const { root, fetch, sign } = signer;
      const { headers, body } = await sign(BODY, place);

      expect(headers).toHaveProperty(place);
      await expect(
        verifyWebhook(
          new Request("https://partner.example", { method: "POST", headers, body: body.slice() }),
          {
            roots: [root],
            fetch,
            now: () => NOW,
          },
        ),
      ).resolves.toMatchObject({ eventName: "test-created" });
    },
  );

  it("is trusted by nobody who does not trust its root", async () => {
    const { fetch, sign } = signer;

    await expect(verifyWebhook(await sign(BODY), { fetch, now: () => NOW })).rejects.toMatchObject({
      reason: "certificate-chain",
    });
    await expect(
      verifyWebhook(await sign(BODY), {
        fetch,
        roots: [(await createWebhookSigner(() => NOW)).root],
        now: () => NOW,
      }),
    ).rejects.toMatchObject({ reason: "certificate-chain" });
  });

  it("signs one body, and no other", async () => {
    const { root, fetch, sign } = signer;
    const { headers } = await sign(BODY);
    const body = new TextEncoder().encode(`${BODY} `);

    await expect(
      verifyWebhook({ headers, body }, { roots: [root], fetch, now: () => NOW }),
    ).rejects.toMatchObject({ reason: "wrong-signature" });
  });

  it("has a root and a certificate that OpenSSL reads alike", async () => {
    const { root, fetch, certificateUrl } = signer;
    const reply = await fetch(new Request(certificateUrl));
    const certificate = new X509Certificate(Buffer.from(await reply.arrayBuffer()));
    const issuer = new X509Certificate(root);

    expect(certificate.subject).toBe("O=Microsoft Corporation\nCN=Sandbox notifications");
    expect(certificate.checkIssued(issuer)).toBe(true);
    expect(certificate.verify(issuer.publicKey)).toBe(true);
    expect([certificate.ca, issuer.ca]).toEqual([false, true]);
    expect(Date.parse(certificate.validFrom)).toBe(NOW - 24 * 60 * 60 * 1000);
    expect(Date.parse(certificate.validTo)).toBe(NOW + 365 * 24 * 60 * 60 * 1000);
    expect(
      createPublicKey(certificate.publicKey.export({ type: "spki", format: "pem" }))
        .asymmetricKeyDetails,
    ).toMatchObject({
      modulusLength: 2048,
    });
  });

  it("serves its certificate and nothing else", async () => {
    const { fetch, certificateUrl } = signer;

    expect((await fetch(new Request(certificateUrl))).status).toBe(200);
    expect((await fetch(new Request("https://partner.example/"))).status).toBe(404);
  });
});
