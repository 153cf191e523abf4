import { createWebhookVerifier, type WebhookVerifierOptions } from "partner-center-client/webhooks";
import { refusal } from "./refusal.js";
import {
  ACCEPTED,
  bytesOf,
  CERTIFICATE_URL,
  delivery,
  makeAuthority,
  trusting,
  verifyOnce,
} from "./sender.js";

const DAY_MS = 24 * 60 * 60 * 1000;

const authority = makeAuthority();
const { leaf } = authority;
const { options } = trusting(authority);

/** A store in a map, as one process would have it, and what was added. */
function memory() {
  const entries = new Map<string, string>();
  const added: { key: string; value: string; ttlMs: number }[] = [];
  const add = (key: string, value: string, ttlMs: number) => {
    added.push({ key, value, ttlMs });
    const isNew = !entries.has(key);
    entries.set(key, value);
    return isNew;
  };
  return { seen: { add }, added };
}

describe("createWebhookVerifier", () => {
  it("returns the event of a signed request", async () => {
    await expect(verifyOnce(delivery(leaf), options)).resolves.toEqual({
      isKnown: true,
      eventName: "reseller-relationship-accepted-by-customer",
      id: expect.stringMatching(/^[0-9a-f]{64}$/),
      isRepeated: false,
      resourceUri: ACCEPTED.ResourceUri,
      resourceName: "Customer",
      auditUri: ACCEPTED.AuditUri,
      resourceChangeUtcDate: "2026-05-31T08:15:42.1234567+00:00",
      payload: ACCEPTED,
    });
  });

  it("checks the size first, then signature, other headers, algorithm, URL and certificate", async () => {
    const wrong: Record<string, string> = {
      "content-length": "1048577",
      "x-ms-signature-algorithm": "md5",
      "x-ms-certificate-url": "http://localhost/",
    };
    const { options } = trusting(authority);
    const reasons: string[] = [];
    const right = Object.entries({
      "content-length": "3",
      authorization: delivery(leaf).headers.authorization,
      "x-ms-signature-algorithm": "rsa-sha256",
      "x-ms-certificate-url": CERTIFICATE_URL,
    });
    for (let step = 0; step <= right.length; step += 1) {
      const headers = { ...wrong, ...Object.fromEntries(right.slice(0, step)) };
      const request = { headers, body: new TextEncoder().encode("{{{") };
      reasons.push((await refusal(verifyOnce(request, options))).reason);
    }

    expect(reasons).toEqual([
      "too-large",
      "missing-signature",
      "unknown-algorithm",
      "certificate-url",
      "wrong-signature",
    ]);
  });

  it.each<[string, Record<string, string | undefined>]>([
    ["missing-signature", { authorization: "" }],
    ["malformed-signature", { authorization: "Signature a-b_" }],
    ["contradictory-signatures", { "x-ms-signature": "AAAA" }],
    ["missing-header", { "x-ms-signature-algorithm": undefined }],
    ["unknown-algorithm", { "x-ms-signature-algorithm": "md5" }],
    ["certificate-url", { "x-ms-certificate-url": "http://localhost/" }],
  ])("reads nothing of the body of a request that it refuses as %s", async (reason, changed) => {
    const { headers } = delivery(leaf);
    let reads = 0;
    const pull = () => {
      reads += 1;
    };
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });

    const refused = await refusal(
      verifyOnce({ headers: { ...headers, ...changed }, body }, options),
    );

    expect(refused.reason).toBe(reason);
    expect([reads, body.locked]).toEqual([0, false]);
  });

  it("verifies a request after others that it refused", async () => {
    const verifier = createWebhookVerifier(options);
    await refusal(verifier.verify({ ...delivery(leaf), body: bytesOf("{}") }));
    await refusal(verifier.verify({ headers: {}, body: null }));

    await expect(verifier.verify(delivery(leaf))).resolves.toHaveProperty("isKnown", true);
  });
});

describe("`ready`", () => {
  it("fetches nothing, and may be called again", async () => {
    const { options, fetched } = trusting(authority);
    const verifier = createWebhookVerifier(options);

    await expect(verifier.ready()).resolves.toBeUndefined();
    await Promise.all([verifier.ready(), verifier.ready()]);
    expect(fetched).toEqual([]);

    await expect(verifier.verify(delivery(leaf))).resolves.toHaveProperty("isKnown", true);
    expect(fetched).toEqual([CERTIFICATE_URL]);
  });
});

describe("`isRepeated`", () => {
  it("is false for the first delivery of an event and true for the next", async () => {
    const { seen, added } = memory();
    const verifier = createWebhookVerifier({ ...options, seen });

    const [one, two] = [
      await verifier.verify(delivery(authority.leaf)),
      await verifier.verify(delivery(authority.leaf)),
    ];
    const other = await verifier.verify(delivery(authority.leaf, { EventName: "test-created" }));

    expect([one.isRepeated, two.isRepeated, other.isRepeated]).toEqual([false, true, false]);
    expect(added[0]).toEqual({
      key: `partner-center-client:webhook:${one.id}`,
      value: "reseller-relationship-accepted-by-customer",
      ttlMs: 30 * DAY_MS,
    });
  });

  it("is false for each delivery without `seen`", async () => {
    const verifier = createWebhookVerifier(options);
    await verifier.verify(delivery(authority.leaf));

    await expect(verifier.verify(delivery(authority.leaf))).resolves.toHaveProperty(
      "isRepeated",
      false,
    );
  });

  it("may come from a store that responds later", async () => {
    const seen = { add: async () => false };

    await expect(
      verifyOnce(delivery(authority.leaf), { ...options, seen }),
    ).resolves.toHaveProperty("isRepeated", true);
  });

  it("records nothing for a forged request", async () => {
    const { seen, added } = memory();
    const { headers } = delivery(authority.leaf);

    await expect(
      verifyOnce({ headers, body: new Uint8Array(3) }, { ...options, seen }),
    ).rejects.toHaveProperty("reason", "wrong-signature");

    expect(added).toEqual([]);
  });

  it.each<[string, string]>([
    ['"OK"', "a string"],
    ["null", "null"],
    ["1", "a number"],
  ])("is not guessed from a store that returns %s", async (text, kind) => {
    const seen = { add: () => JSON.parse(text) };

    await expect(verifyOnce(delivery(authority.leaf), { ...options, seen })).rejects.toThrow(
      new TypeError(
        `Expected \`seen.add\` to be a function that gives true or false, got ${kind}.`,
      ),
    );
  });

  it("that is unknown refuses the event with 503", async () => {
    const cause = new Error("the store is down");

    await expect(
      verifyOnce(delivery(authority.leaf), {
        ...options,
        seen: { add: () => Promise.reject(cause) },
      }),
    ).rejects.toMatchObject({ reason: "seen-unavailable", status: 503, cause });
  });
});

describe("`isRevoked`", () => {
  it("is called with the chain once a signature holds, the signing certificate first", async () => {
    const { options } = trusting(authority);
    const { root, intermediate, leaf } = authority;
    const chains: unknown[] = [];
    const isRevoked = (chain: readonly Uint8Array[]) => {
      chains.push(chain);
      return false;
    };
    const other = { ...delivery(leaf), body: new Uint8Array(3) };

    await verifyOnce(delivery(leaf), { ...options, isRevoked });
    await refusal(verifyOnce(other, { ...options, isRevoked }));

    expect(chains).toEqual([[leaf.der, intermediate.der, root.der]]);
  });

  it("is called for each event, also of a certificate that has proven one", async () => {
    const { options } = trusting(authority);
    let revoked = false;
    const verifier = createWebhookVerifier({ ...options, isRevoked: () => revoked });
    await verifier.verify(delivery(authority.leaf));

    revoked = true;

    await expect(verifier.verify(delivery(authority.leaf))).rejects.toMatchObject({
      reason: "certificate-revoked",
    });
  });

  it.each(["null", "undefined", "0", '""'])(
    "refuses an event as revoked when it returns %s in place of a boolean",
    async (text) => {
      const { options } = trusting(authority);
      const isRevoked = () => (text === "undefined" ? undefined : JSON.parse(text));

      await expect(
        verifyOnce(delivery(authority.leaf), { ...options, isRevoked }),
      ).rejects.toMatchObject({ reason: "certificate-revoked" });
    },
  );

  it.each<[string, WebhookVerifierOptions["isRevoked"], string, number]>([
    ["returns true", () => true, "certificate-revoked", 401],
    ["resolves to true", async () => true, "certificate-revoked", 401],
    [
      "throws",
      () => {
        throw new Error("no response");
      },
      "revocation-unknown",
      503,
    ],
    ["rejects", () => Promise.reject(new Error("no answer")), "revocation-unknown", 503],
  ])("refuses an event when it %s", async (_title, isRevoked, reason, status) => {
    const { options } = trusting(authority);

    await expect(
      verifyOnce(delivery(authority.leaf), { ...options, isRevoked }),
    ).rejects.toMatchObject({ reason, status });
  });
});
