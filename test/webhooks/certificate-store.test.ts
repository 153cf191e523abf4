import { type WebhookVerifierOptions } from "partner-center-client/webhooks";
import { makeCertificate } from "./certificates.js";
import { refusal } from "./refusal.js";
import {
  type Authority,
  bytesOf,
  CERTIFICATE_URL,
  delivery,
  makeAuthority,
  NOW,
  trusting, verifyOnce } from "./sender.js";

const MINUTE_MS = 60_000;
const OTHER_URL = CERTIFICATE_URL.replace("-dispatch", "");

const authority = makeAuthority();
const { leaf, root, intermediate } = authority;
/** Another certificate of the same authority, with another key. */
const renewed = makeCertificate({
  name: "pcnotifications",
  keyName: "renewed",
  issuer: intermediate,
  notAfter: "2028-01-01",
});

/** A host of certificates whose files and clock can be changed. */
function host({ root, intermediate }: Authority = authority) {
  const files = new Map<string, Uint8Array | undefined>([[CERTIFICATE_URL, leaf.der]]);
  const asked: string[] = [];
  const clock = { now: NOW };
  const options: WebhookVerifierOptions = {
    fetch: async ({ url }) => {
      asked.push(url);
      const file = files.get(url);
      return file === undefined ? new Response("", { status: 404 }) : new Response(file.slice());
    },
    roots: [root.pem],
    intermediates: [intermediate.pem],
    now: () => clock.now,
  };
  return { files, asked, clock, options };
}

/** An event as anyone could send it: of a real certificate, and without its key. */
const forged = (url = CERTIFICATE_URL) => ({
  ...delivery(leaf, undefined, url),
  body: bytesOf("{}"),
});

describe("a certificate", () => {
  it("is fetched once for events that arrive at the same time", async () => {
    const { options, asked } = host();

    const events = Array.from({ length: 50 }, () => verifyOnce(delivery(leaf), options));

    await expect(Promise.all(events)).resolves.toHaveLength(50);
    expect(asked).toEqual([CERTIFICATE_URL]);
  });

  it("is kept until it ends, whatever object the options are", async () => {
    const { options, asked, clock } = host();

    for (const at of ["2026-06-01", "2026-09-01", "2026-12-31"]) {
      clock.now = Date.parse(at);
      await verifyOnce(delivery(leaf), { ...options, roots: [root.pem] });
    }

    expect(asked).toHaveLength(1);
  });

  it("is fetched again when it has ended, and the new one under its URL is taken", async () => {
    const { options, asked, clock, files } = host({
      root: makeCertificate({ name: "Root", isAuthority: true, notAfter: "2030-01-01" }),
      intermediate: makeCertificate({
        name: "Intermediate",
        isAuthority: true,
        issuer: root,
        notAfter: "2030-01-01",
      }),
      leaf,
    });
    await verifyOnce(delivery(leaf), options);

    clock.now = Date.parse("2027-01-02");
    await expect(verifyOnce(delivery(leaf), options)).rejects.toMatchObject({
      reason: "certificate-expired",
    });
    clock.now += MINUTE_MS;
    files.set(CERTIFICATE_URL, renewed.der);
    await verifyOnce(delivery(renewed), options);

    expect(asked).toHaveLength(3);
  });

  it("is replaced when a signature fails against it and there is another one", async () => {
    const { options, asked, clock, files } = host();
    await verifyOnce(delivery(leaf), options);

    files.set(CERTIFICATE_URL, renewed.der);
    await expect(verifyOnce(delivery(renewed), options)).resolves.toHaveProperty("isKnown");
    clock.now += MINUTE_MS;
    await expect(verifyOnce(delivery(renewed), options)).resolves.toHaveProperty("isKnown");

    expect(asked).toHaveLength(2);
  });

  it("stays in use when what replaces it is worse", async () => {
    const { options, files, clock } = host();
    await verifyOnce(delivery(leaf), options);

    files.set(CERTIFICATE_URL, makeCertificate({ name: "self-signed" }).der);
    await expect(verifyOnce(forged(), options)).rejects.toMatchObject({
      reason: "certificate-chain",
    });
    files.delete(CERTIFICATE_URL);
    clock.now += MINUTE_MS;
    await expect(verifyOnce(forged(), options)).rejects.toMatchObject({
      reason: "certificate-unavailable",
    });

    await expect(verifyOnce(delivery(leaf), options)).resolves.toHaveProperty("isKnown", true);
  });

  it("is judged again, and not fetched again, when other roots are trusted", async () => {
    const { options, asked } = host();
    const stranger = makeCertificate({ name: "Stranger", isAuthority: true });
    await verifyOnce(delivery(leaf), options);

    await expect(
      verifyOnce(delivery(leaf), { ...options, roots: [stranger.pem] }),
    ).rejects.toMatchObject({ reason: "certificate-chain" });
    await expect(
      verifyOnce(delivery(leaf), { ...options, roots: [stranger.pem, root.der] }),
    ).resolves.toHaveProperty("isKnown", true);

    expect(asked).toHaveLength(1);
  });

  it("that was refused is judged again for other roots, and not fetched again either", async () => {
    const { options, asked } = host();
    const stranger = makeCertificate({ name: "Stranger", isAuthority: true });

    await expect(
      verifyOnce(delivery(leaf), { ...options, roots: [stranger.pem] }),
    ).rejects.toMatchObject({ reason: "certificate-chain" });
    await expect(verifyOnce(delivery(leaf), options)).resolves.toHaveProperty("isKnown", true);

    expect(asked).toHaveLength(1);
  });

  it("with another URL is fetched as soon as the first one has proven an event", async () => {
    const { options, asked, files } = host();
    files.set(OTHER_URL, renewed.der);

    await verifyOnce(delivery(leaf), options);
    await verifyOnce(delivery(renewed, undefined, OTHER_URL), options);

    expect(asked).toEqual([CERTIFICATE_URL, OTHER_URL]);
  });

  it("of another `fetch` is another one", async () => {
    const one = trusting(authority);
    const stranger = makeAuthority({ keyName: "of another sandbox" });
    const two = trusting(stranger);

    await expect(verifyOnce(delivery(leaf), one.options)).resolves.toHaveProperty("isKnown");
    await expect(verifyOnce(delivery(stranger.leaf), two.options)).resolves.toHaveProperty(
      "isKnown",
    );

    expect([one.asked, two.asked]).toEqual([[CERTIFICATE_URL], [CERTIFICATE_URL]]);
  });
});

describe("a flood", () => {
  it.each<[string, (index: number) => string]>([
    ["one good URL", () => CERTIFICATE_URL],
    ["many good URLs", (index) => CERTIFICATE_URL.replace("dispatch", `${index}`)],
  ])("of events with %s and bad signatures causes one fetch a minute", async (_title, urlOf) => {
    const { options, asked, clock } = host();
    const counts: number[] = [];

    for (const minute of [0, 1, 2]) {
      clock.now = NOW + minute * MINUTE_MS;
      const atOnce = Array.from({ length: 200 }, (_, index) =>
        refusal(verifyOnce(forged(urlOf(index)), options)),
      );
      await Promise.all(atOnce);
      clock.now += MINUTE_MS - 1;
      for (let index = 0; index < 50; index += 1) {
        await refusal(verifyOnce(forged(urlOf(index)), options));
      }
      counts.push(asked.length);
    }

    expect(counts).toEqual([1, 2, 3]);
  });

  it("of them does not keep a certificate from proving events", async () => {
    const { options, asked } = host();
    await verifyOnce(delivery(leaf), options);

    const mixed = Array.from({ length: 100 }, (_, index) =>
      index % 2 === 0
        ? verifyOnce(delivery(leaf), options).then(({ eventName }) => eventName)
        : refusal(verifyOnce(forged(), options)).then(({ reason }) => reason),
    );

    expect(new Set(await Promise.all(mixed))).toEqual(
      new Set(["reseller-relationship-accepted-by-customer", "wrong-signature"]),
    );
    expect(asked).toHaveLength(2);
  });

  it("of events of a certificate that is refused gets the same refusal, from one fetch", async () => {
    const { options, asked, files } = host();
    files.set(
      CERTIFICATE_URL,
      makeCertificate({ name: "Contoso", organizations: ["Contoso"] }).der,
    );

    const reasons = await Promise.all(
      [1, 2, 3].map(async () => (await refusal(verifyOnce(delivery(leaf), options))).reason),
    );
    reasons.push((await refusal(verifyOnce(delivery(leaf), options))).reason);

    expect(new Set(reasons)).toEqual(new Set(["certificate-organization"]));
    expect(asked).toHaveLength(1);
  });

  it("goes on causing one fetch a minute when the clock is set back", async () => {
    const { options, asked, clock } = host();
    await refusal(verifyOnce(forged(), options));

    clock.now -= 10_000;
    await refusal(verifyOnce(forged(), options));
    expect(asked).toHaveLength(1);

    clock.now -= MINUTE_MS;
    await refusal(verifyOnce(forged(), options));
    expect(asked).toHaveLength(2);
  });
});
