import { createWebhookVerifier, type WebhookVerifierOptions } from "partner-center-client/webhooks";
import { makeCertificate } from "./certificates.js";
import { refusal } from "./refusal.js";
import {
  type Authority,
  bytesOf,
  CERTIFICATE_URL,
  delivery,
  makeAuthority,
  NOW,
} from "./sender.js";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
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

/** A verifier, and the host of its certificates, whose files and clock can be changed. */
function host({ root, intermediate }: Authority = authority) {
  const files = new Map<string, Uint8Array | undefined>([[CERTIFICATE_URL, leaf.der]]);
  const fetched: string[] = [];
  const clock = { now: NOW };
  const options: WebhookVerifierOptions = {
    fetch: async ({ url }) => {
      fetched.push(url);
      const file = files.get(url);
      return file === undefined ? new Response("", { status: 404 }) : new Response(file.slice());
    },
    roots: [root.pem],
    intermediates: [intermediate.pem],
    now: () => clock.now,
  };
  return { files, fetched, clock, options, verifier: createWebhookVerifier(options) };
}

/** An event that anyone could send: with the URL of a real certificate, and without its key. */
const forged = (url = CERTIFICATE_URL) => ({
  ...delivery(leaf, undefined, url),
  body: bytesOf("{}"),
});

const manyUrls = (index: number) => CERTIFICATE_URL.replace("dispatch", `${index}`);

describe("a certificate", () => {
  it("is fetched once for events that arrive at the same time", async () => {
    const { verifier, fetched } = host();

    const events = Array.from({ length: 50 }, () => verifier.verify(delivery(leaf)));

    await expect(Promise.all(events)).resolves.toHaveLength(50);
    expect(fetched).toEqual([CERTIFICATE_URL]);
  });

  it("is kept until it expires", async () => {
    const { verifier, fetched, clock } = host();

    for (const at of ["2026-06-01", "2026-09-01", "2026-12-31"]) {
      clock.now = Date.parse(at);
      await verifier.verify(delivery(leaf));
    }

    expect(fetched).toHaveLength(1);
  });

  it("is fetched again when it has expired, and replaced by the new one under its URL", async () => {
    const { verifier, fetched, clock, files } = host({
      root: makeCertificate({ name: "Root", isAuthority: true, notAfter: "2030-01-01" }),
      intermediate: makeCertificate({
        name: "Intermediate",
        isAuthority: true,
        issuer: root,
        notAfter: "2030-01-01",
      }),
      leaf,
    });
    await verifier.verify(delivery(leaf));

    clock.now = Date.parse("2027-01-02");
    await expect(verifier.verify(delivery(leaf))).rejects.toMatchObject({
      reason: "certificate-expired",
    });
    clock.now += MINUTE_MS;
    files.set(CERTIFICATE_URL, renewed.der);
    await verifier.verify(delivery(renewed));

    expect(fetched).toHaveLength(3);
  });

  it("proves nothing once it has expired, even within a minute of its download", async () => {
    const { verifier, clock } = host();
    clock.now = Date.parse("2027-01-01") - SECOND_MS;
    await verifier.verify(delivery(leaf));

    clock.now += 2 * SECOND_MS;

    await expect(verifier.verify(delivery(leaf))).rejects.toMatchObject({
      reason: "certificate-expired",
    });
  });

  it("is replaced at once when the service signs with another one under its URL", async () => {
    const { verifier, fetched, clock, files } = host();
    await verifier.verify(delivery(leaf));

    files.set(CERTIFICATE_URL, renewed.der);
    await expect(verifier.verify(delivery(renewed))).resolves.toHaveProperty("isKnown");
    clock.now += MINUTE_MS;
    await expect(verifier.verify(delivery(renewed))).resolves.toHaveProperty("isKnown");

    expect(fetched).toHaveLength(2);
  });

  it("stays in use when what replaces it is invalid or missing", async () => {
    const { verifier, files, clock } = host();
    await verifier.verify(delivery(leaf));

    files.set(CERTIFICATE_URL, makeCertificate({ name: "self-signed" }).der);
    await expect(verifier.verify(forged())).rejects.toMatchObject({ reason: "certificate-chain" });
    files.delete(CERTIFICATE_URL);
    clock.now += MINUTE_MS;
    await expect(verifier.verify(forged())).rejects.toMatchObject({
      reason: "certificate-unavailable",
    });

    await expect(verifier.verify(delivery(leaf))).resolves.toHaveProperty("isKnown", true);
  });

  it("that has proven an event proves the next one, whatever URL that names", async () => {
    const { verifier, fetched } = host();
    await verifier.verify(delivery(leaf));

    await expect(verifier.verify(delivery(leaf, undefined, OTHER_URL))).resolves.toHaveProperty(
      "isKnown",
      true,
    );

    expect(fetched).toEqual([CERTIFICATE_URL]);
  });

  it("that has proven nothing is forgotten after a minute", async () => {
    const { verifier, fetched, clock } = host();
    await refusal(verifier.verify(forged()));

    clock.now += MINUTE_MS;
    await verifier.verify(delivery(leaf));

    expect(fetched).toEqual([CERTIFICATE_URL, CERTIFICATE_URL]);
  });

  it("under another URL is fetched at once", async () => {
    const { verifier, fetched, files } = host();
    files.set(OTHER_URL, renewed.der);

    await verifier.verify(delivery(leaf));
    await verifier.verify(delivery(renewed, undefined, OTHER_URL));
    await verifier.verify(delivery(leaf));

    expect(fetched).toEqual([CERTIFICATE_URL, OTHER_URL]);
  });

  it("belongs to one verifier, even of the same options", async () => {
    const { options, fetched, verifier } = host();
    await verifier.verify(delivery(leaf));

    await createWebhookVerifier(options).verify(delivery(leaf));

    expect(fetched).toEqual([CERTIFICATE_URL, CERTIFICATE_URL]);
  });

  it("that one verifier trusts is not trusted by another with other roots", async () => {
    const { options, verifier } = host();
    const stranger = makeCertificate({ name: "Stranger", isAuthority: true });
    const other = createWebhookVerifier({ ...options, roots: [stranger.pem] });
    await verifier.verify(delivery(leaf));

    await expect(other.verify(delivery(leaf))).rejects.toMatchObject({
      reason: "certificate-chain",
    });
    await expect(verifier.verify(delivery(leaf))).resolves.toHaveProperty("isKnown", true);
  });
});

describe("a flood", () => {
  it("of forged events with one URL causes one fetch a minute", async () => {
    const { verifier, fetched, clock } = host();
    const counts: number[] = [];

    for (const minute of [0, 1, 2]) {
      clock.now = NOW + minute * MINUTE_MS;
      await Promise.all(Array.from({ length: 200 }, () => refusal(verifier.verify(forged()))));
      clock.now += MINUTE_MS - 1;
      for (let index = 0; index < 50; index += 1) {
        await refusal(verifier.verify(forged()));
      }
      counts.push(fetched.length);
    }

    expect(counts).toEqual([1, 2, 3]);
  });

  it("of forged events with many URLs causes ten fetches, and then one each five seconds", async () => {
    const { verifier, fetched, clock } = host();
    let sent = 0;
    const flood = () =>
      Promise.all(
        Array.from({ length: 200 }, () => {
          sent += 1;
          return refusal(verifier.verify(forged(manyUrls(sent))));
        }),
      );

    const refused = await flood();
    expect(fetched).toHaveLength(10);
    expect(refused.at(-1)).toMatchObject({
      reason: "certificate-unavailable",
      status: 503,
      cause: new Error("too many certificates were fetched"),
    });
    clock.now += 5 * SECOND_MS - 1;
    await flood();
    expect(fetched).toHaveLength(10);
    clock.now += 1;
    await flood();
    expect(fetched).toHaveLength(11);
    clock.now += 60 * MINUTE_MS;
    await flood();
    expect(fetched).toHaveLength(21);
  });

  it.each<[string, (index: number) => string]>([
    ["one URL", () => CERTIFICATE_URL],
    ["many URLs", manyUrls],
  ])("of forged events with %s keeps no certificate from proving events", async (_title, urlOf) => {
    const { verifier, fetched, files } = host();
    for (let index = 0; index < 100; index += 1) {
      files.set(urlOf(index), leaf.der);
    }
    await verifier.verify(delivery(leaf));

    const mixed = Array.from({ length: 100 }, (_, index) =>
      index % 2 === 0
        ? verifier.verify(delivery(leaf)).then(({ eventName }) => eventName)
        : refusal(verifier.verify(forged(urlOf(index)))).then(({ reason }) => reason),
    );

    const outcomes = await Promise.all(mixed);
    expect(new Set(outcomes.filter((_, index) => index % 2 === 0))).toEqual(
      new Set(["reseller-relationship-accepted-by-customer"]),
    );
    expect(outcomes[1]).toBe("wrong-signature");
    expect(fetched.length).toBeLessThanOrEqual(10);
  });

  it("delays a certificate that has proven nothing yet by no more than five seconds", async () => {
    const { verifier, clock } = host();
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => refusal(verifier.verify(forged(manyUrls(index))))),
    );
    await expect(verifier.verify(delivery(leaf))).rejects.toMatchObject({ status: 503 });

    clock.now += 5 * SECOND_MS;

    await expect(verifier.verify(delivery(leaf))).resolves.toHaveProperty("isKnown", true);
  });

  it("of one request a minute, each for a certificate that does not exist, delays no event", async () => {
    const { verifier, clock } = host();
    let verified = 0;

    for (let minute = 0; minute < 60; minute += 1) {
      clock.now = NOW + minute * MINUTE_MS;
      const { options } = host();
      const cold = createWebhookVerifier({ ...options, now: () => clock.now });
      for (const one of [verifier, cold]) {
        await refusal(one.verify(forged(manyUrls(minute))));
        const { isKnown } = await one.verify(delivery(leaf));
        verified += Number(isKnown);
      }
    }

    expect(verified).toBe(120);
  });

  it("of events of an invalid certificate is refused for the same reason, from one fetch", async () => {
    const { verifier, fetched, files } = host();
    files.set(
      CERTIFICATE_URL,
      makeCertificate({ name: "Contoso", organizations: ["Contoso"] }).der,
    );

    const reasons = await Promise.all(
      [1, 2, 3].map(async () => (await refusal(verifier.verify(delivery(leaf)))).reason),
    );
    reasons.push((await refusal(verifier.verify(delivery(leaf)))).reason);

    expect(new Set(reasons)).toEqual(new Set(["certificate-organization"]));
    expect(fetched).toHaveLength(1);
  });

  it("still causes one fetch a minute when the clock is set back", async () => {
    const { verifier, fetched, clock } = host();
    await refusal(verifier.verify(forged()));

    clock.now -= 10 * SECOND_MS;
    await refusal(verifier.verify(forged()));
    expect(fetched).toHaveLength(1);

    clock.now -= MINUTE_MS;
    await refusal(verifier.verify(forged()));
    expect(fetched).toHaveLength(2);
  });
});
