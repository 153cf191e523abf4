import { createPublicKey, X509Certificate } from "node:crypto";
import { createWebhookVerifier } from "partner-center-client/webhooks";
import { createWebhookSigner } from "../../src/sandbox/webhooks/webhook-signer.js";

const BODY = JSON.stringify({ EventName: "test-created", AuditUri: null });

let signer: Awaited<ReturnType<typeof createWebhookSigner>>;

beforeAll(async () => {
  signer = await createWebhookSigner();
});

describe("the signer of the sandbox", () => {
  it.each(["Authorization", "x-ms-signature"] as const)(
    "signs in %s what a verifier accepts with its root and its certificate",
    async (place) => {
      const { headers, body } = await signer.sign(BODY, place);
      const request = new Request("https://partner.example", {
        method: "POST",
        headers,
        body: body.slice(),
      });

      expect(headers).toHaveProperty(place);
      await expect(createWebhookVerifier(signer.trust).verify(request)).resolves.toMatchObject({
        eventName: "test-created",
      });
    },
  );

  it.each(["1970-01-02", "2049-12-31"])(
    "is trusted at any time that a test plays: %s",
    async (day) => {
      const now = () => Date.parse(day);

      await expect(
        createWebhookVerifier({ ...signer.trust, now }).verify(await signer.sign(BODY)),
      ).resolves.toMatchObject({ isKnown: true });
    },
  );

  it("is trusted by nobody who does not trust its root", async () => {
    const { fetch } = signer.trust;
    const { roots } = (await createWebhookSigner()).trust;

    for (const options of [{ fetch }, { fetch, roots }]) {
      const verifier = createWebhookVerifier(options);
      await expect(verifier.verify(await signer.sign(BODY))).rejects.toMatchObject({
        reason: "certificate-chain",
      });
    }
  });

  it("signs one body, and no other", async () => {
    const { headers } = await signer.sign(BODY);
    const body = new TextEncoder().encode(`${BODY} `);

    await expect(
      createWebhookVerifier(signer.trust).verify({ headers, body }),
    ).rejects.toMatchObject({
      reason: "wrong-signature",
    });
  });

  // A number in a signature begins with a high bit in every other one, and with a zero in every 256th.
  it("has a root and a certificate that OpenSSL reads alike, however often they are made", async () => {
    for (let made = 0; made < 5; made += 1) {
      const { trust } = await createWebhookSigner();
      const reply = await trust.fetch(new Request("https://partner.example/"));
      const certificate = new X509Certificate(Buffer.from(await reply.arrayBuffer()));
      const issuer = new X509Certificate(trust.roots[0]);

      expect(certificate.subject).toBe("O=Microsoft Corporation\nCN=Sandbox notifications");
      expect(certificate.checkIssued(issuer)).toBe(true);
      expect(certificate.verify(issuer.publicKey)).toBe(true);
      expect(issuer.verify(issuer.publicKey)).toBe(true);
      expect([certificate.ca, issuer.ca]).toEqual([false, true]);
      expect([certificate.serialNumber, issuer.serialNumber]).toEqual(["02", "01"]);
      expect(certificate.validFrom).toBe("Jan  1 00:00:00 1970 GMT");
      expect(certificate.validTo).toBe("Dec 31 23:59:59 2049 GMT");
      expect(
        createPublicKey(certificate.publicKey.export({ type: "spki", format: "pem" }))
          .asymmetricKeyDetails,
      ).toMatchObject({ modulusLength: 2048 });
    }
  });

  it("says what is missing on a page that has no Web Cryptography", async () => {
    await expect(createWebhookSigner({})).rejects.toThrow(
      "Events are signed with `crypto.subtle`, which is not there; pages have it over https and on localhost.",
    );
  });
});
