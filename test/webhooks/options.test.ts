import { createWebhookVerifier, type WebhookVerifierOptions } from "partner-center-client/webhooks";
import { resolveSettings } from "../../src/webhooks/options.js";
import { CERTIFICATE_URL, delivery, makeAuthority, trusting, verifyOnce } from "./sender.js";

const authority = makeAuthority();

/** Options as a caller without types may pass them. */
const untyped = (text: string): WebhookVerifierOptions => ({
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
      '{"timeoutMs":2147483648}',
      "Expected `timeoutMs` to be milliseconds from 1 to 2147483647, got 2147483648.",
    ],
    [
      '{"downloadTimeoutMs":"15"}',
      'Expected `downloadTimeoutMs` to be milliseconds from 1 to 2147483647, got "15".',
    ],
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
    ...[
      "-----BEGIN CERTIFICATE-----\\nMII\\n-----END CERTIFICATE-----",
      "-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----",
      "-----BEGIN CERTIFICATE-----\\nMIIB",
    ].map((pem): [string, string] => [
      `{"intermediates":["${pem}"]}`,
      "Expected `intermediates` to be a list of certificates in PEM or DER, got an array.",
    ]),
    ['{"roots":[1]}', "Expected `roots` to be a list of certificates in PEM or DER, got an array."],
    [
      '{"intermediates":["a"]}',
      "Expected `intermediates` to be a list of certificates in PEM or DER, got an array.",
    ],
    ['{"roots":[]}', "Expected `roots` to be a list of at least one certificate, got an array."],
  ])("%s is refused when the verifier is created", (text, message) => {
    expect(() => createWebhookVerifier(untyped(text))).toThrow(new TypeError(message));
  });

  it.each(["null", "5"])("cannot come from %s", (text) => {
    expect(() => createWebhookVerifier(JSON.parse(text))).toThrow(
      /^Expected `options` to be an object, got /,
    );
  });

  it("has the default of the platform, or of Microsoft's pages", () => {
    const settings = resolveSettings({});

    expect(settings.roots.length).toBeGreaterThan(50);
    expect(settings.certificateHosts).toEqual(["3psostorageacct.blob.core.windows.net"]);
    expect(settings.issuerHosts).toEqual([
      "www.microsoft.com",
      "caissuers.microsoft.com",
      "cacerts.digicert.com",
    ]);
    expect(settings.intermediates).toEqual([]);
    expect(settings.timeoutMs).toBe(10_000);
    expect(settings.downloadTimeoutMs).toBe(15_000);
    expect(settings.now).toBe(Date.now);
  });

  it("cannot be changed after the verifier was created", async () => {
    const { options, fetched } = trusting(authority);
    const certificateHosts: string[] = ["certificates.contoso.example"];
    const verifier = createWebhookVerifier({ ...options, certificateHosts });

    certificateHosts.push(new URL(CERTIFICATE_URL).hostname);

    await expect(verifier.verify(delivery(authority.leaf))).rejects.toMatchObject({
      reason: "certificate-url",
    });
    expect(fetched).toEqual([]);
  });
});

describe("`roots`", () => {
  it("trust no authority of the sender's own by default", async () => {
    const { options } = trusting(authority);
    const { roots: _roots, ...rest } = options;

    await expect(verifyOnce(delivery(authority.leaf), rest)).rejects.toMatchObject({
      reason: "certificate-chain",
    });
  });

  it("may be one text with several certificates, and DER or PEM in bytes", async () => {
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
