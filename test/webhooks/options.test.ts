import { type WebhookVerifierOptions } from "partner-center-client/webhooks";
import { resolveSettings } from "../../src/webhooks/options.js";
import { delivery, makeAuthority, trusting, verifyOnce } from "./sender.js";

const authority = makeAuthority();

/** Options as a caller without types may give them. */
const given = (text: string): WebhookVerifierOptions => ({
  roots: [authority.root.pem],
  ...JSON.parse(text),
});

describe("an option", () => {
  it.each<[string, string]>([
    ['{"fetch":"a"}', "Expected `fetch` to be a function, got a string."],
    ['{"now":5}', "Expected `now` to be a function, got a number."],
    ['{"isRevoked":true}', "Expected `isRevoked` to be a function, got a boolean."],
    [
      '{"seen":{"has":1}}',
      "Expected `seen` to be an object with a function `add(key, value, ttlMs)`, got an object.",
    ],
    [
      '{"seen":null}',
      "Expected `seen` to be an object with a function `add(key, value, ttlMs)`, got null.",
    ],
    ['{"timeoutMs":0}', "Expected `timeoutMs` to be milliseconds from 1 to 2147483647, got 0."],
    [
      '{"certificateHosts":"a.example"}',
      'Expected `certificateHosts` to be a list of host names in lower case, without port, got "a.example".',
    ],
    [
      '{"certificateHosts":["A.example"]}',
      "Expected `certificateHosts` to be a list of host names in lower case, without port, got an array.",
    ],
    [
      '{"issuerHosts":["a.example:80"]}',
      "Expected `issuerHosts` to be a list of host names in lower case, without port, got an array.",
    ],
    ['{"roots":[1]}', "Expected `roots` to be a list of certificates in PEM or DER, got an array."],
    [
      '{"intermediates":["a"]}',
      "Expected `intermediates` to be a list of certificates in PEM or DER, got an array.",
    ],
    [
      '{"roots":[]}',
      "Expected `roots` to be the certificates to trust, because this platform shows none of its own, got an array.",
    ],
  ])("%s is refused, before the request is looked at", async (text, message) => {
    const { headers, body } = delivery(authority.leaf);

    await expect(verifyOnce({ headers, body }, given(text))).rejects.toThrow(
      new TypeError(message),
    );
  });

  it("left out is that of the platform, or of Microsoft's pages", () => {
    const { trust, timeoutMs, now } = resolveSettings({});

    expect(trust.roots.length).toBeGreaterThan(50);
    expect(trust.certificateHosts).toEqual(["3psostorageacct.blob.core.windows.net"]);
    expect(trust.issuerHosts).toEqual([
      "www.microsoft.com",
      "caissuers.microsoft.com",
      "cacerts.digicert.com",
    ]);
    expect(trust.intermediates).toEqual([]);
    expect(timeoutMs).toBe(15_000);
    expect(now).toBe(Date.now);
  });

  it("left out makes an event of a root of its own untrusted", async () => {
    const { options } = trusting(authority);
    const { roots: _roots, ...rest } = options;

    await expect(verifyOnce(delivery(authority.leaf), rest)).rejects.toMatchObject({
      reason: "certificate-chain",
    });
  });

  it("`roots` may be one text with several certificates, and DER or PEM in bytes", async () => {
    const { options } = trusting(authority);
    const { root, intermediate } = authority;
    const { leaf: stranger } = makeAuthority({ name: "stranger" });

    for (const roots of [
      [`${stranger.pem}${root.pem}`],
      [new TextEncoder().encode(root.pem)],
      [stranger.der, root.der],
    ]) {
      await expect(
        verifyOnce(delivery(authority.leaf), {
          ...options,
          roots,
          intermediates: [intermediate.pem],
        }),
      ).resolves.toHaveProperty("isKnown", true);
    }
  });
});

describe("a request that is none", () => {
  it.each<[string, string]>([
    ["null", "null"],
    ["5", "undefined"],
    ['{"body":""}', "an object"],
  ])("(%s) is a mistake of the caller", async (text) => {
    await expect(verifyOnce(JSON.parse(text), given("{}"))).rejects.toThrow(
      /^Expected `request` to be a Request, or an object with `headers` and `body`, got /,
    );
  });
});

describe("`isRevoked`", () => {
  it("is asked with the chain once a signature holds, the signing certificate first", async () => {
    const { options } = trusting(authority);
    const { root, intermediate, leaf } = authority;
    const chains: unknown[] = [];
    const isRevoked = (chain: readonly Uint8Array[]) => {
      chains.push(chain);
      return false;
    };
    const other = { ...delivery(leaf), body: new Uint8Array(3) };

    await verifyOnce(delivery(leaf), { ...options, isRevoked });
    await verifyOnce(other, { ...options, isRevoked }).catch(() => undefined);

    expect(chains).toEqual([[leaf.der, intermediate.der, root.der]]);
  });

  it.each<[string, WebhookVerifierOptions["isRevoked"], string, number]>([
    ["says so", () => true, "certificate-revoked", 401],
    ["says so later", async () => true, "certificate-revoked", 401],
    [
      "throws",
      () => {
        throw new Error("no answer of the responder");
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
