import { WebhookVerificationError } from "partner-center-client/webhooks";

import { makeCertificate } from "./certificates.js";
import { refusal } from "./refusal.js";
import { ACCEPTED, CERTIFICATE_URL, delivery, makeAuthority, trusting, verifyOnce } from "./sender.js";

const authority = makeAuthority();
const { leaf } = authority;
const other = makeCertificate({ name: "other" });

function verify(headers: Record<string, string>, body: Uint8Array = delivery(leaf).body) {
  const { options, asked } = trusting(authority);
  const request = new Request("https://partner.example/webhook", {
    method: "POST",
    headers,
    body: body.slice(),
  });
  return { outcome: verifyOnce(request, options), asked };
}

describe("createWebhookVerifier", () => {
  it("gives the event of a signed request", async () => {
    await expect(verify(delivery(leaf).headers).outcome).resolves.toEqual({
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

  it.each([
    ["an object of node:http", { ...delivery(leaf).headers, host: "partner.example" }],
    ["names in capitals", { ...upperCase(delivery(leaf).headers) }],
    [
      "lists of values",
      Object.fromEntries(Object.entries(delivery(leaf).headers).map(([key, one]) => [key, [one]])),
    ],
  ])("reads headers from %s", async (_title, headers) => {
    const { options } = trusting(authority);

    await expect(
      verifyOnce({ headers, body: delivery(leaf).body }, options),
    ).resolves.toMatchObject({ eventName: ACCEPTED.EventName });
  });

  it.each([
    ["Authorization", (signature: string) => ({ authorization: `Signature ${signature}` })],
    [
      "Authorization in lower case",
      (signature: string) => ({ authorization: `signature ${signature}` }),
    ],
    [
      "x-ms-signature with its scheme",
      (signature: string) => ({ "x-ms-signature": `Signature ${signature}` }),
    ],
    ["x-ms-signature without", (signature: string) => ({ "x-ms-signature": signature })],
    [
      "x-ms-signature beside the Authorization of a gateway",
      (signature: string) => ({ authorization: "Bearer eyJ", "x-ms-signature": signature }),
    ],
    [
      "both, when they are the same",
      (signature: string) => ({
        authorization: `Signature ${signature}`,
        "x-ms-signature": signature,
      }),
    ],
  ])("takes the signature from %s", async (_title, headersOf) => {
    const { headers, signature } = delivery(leaf);
    const { authorization: _authorization, ...rest } = headers;

    await expect(verify({ ...rest, ...headersOf(signature) }).outcome).resolves.toHaveProperty(
      "isKnown",
      true,
    );
  });

  it.each([
    ["no signature", 401, "missing-signature", { authorization: "" }],
    ["another scheme only", 401, "missing-signature", { authorization: "Bearer eyJ" }],
    ["an empty signature", 401, "malformed-signature", { "x-ms-signature": "", authorization: "" }],
    ["text that is no base64", 401, "malformed-signature", { authorization: "Signature a-b_" }],
    ["base64 with bits left over", 401, "malformed-signature", { authorization: "Signature QR==" }],
    [
      "two signatures",
      401,
      "contradictory-signatures",
      { "x-ms-signature": delivery(other).signature },
    ],
    ["no certificate URL", 400, "missing-header", { "x-ms-certificate-url": undefined }],
    ["no algorithm", 400, "missing-header", { "x-ms-signature-algorithm": undefined }],
    ["rsa-sha1", 400, "unknown-algorithm", { "x-ms-signature-algorithm": "rsa-sha1" }],
    ["rsa-sha512", 400, "unknown-algorithm", { "x-ms-signature-algorithm": "rsa-sha512" }],
    ["none", 400, "unknown-algorithm", { "x-ms-signature-algorithm": "none" }],
    [
      "the signature of another key",
      401,
      "wrong-signature",
      { authorization: `Signature ${delivery(other).signature}` },
    ],
    ["a signature that is too short", 401, "wrong-signature", { authorization: "Signature QQ==" }],
  ])("refuses %s with %i", async (_title, status, reason, changed) => {
    const headers = Object.entries({ ...delivery(leaf).headers, ...changed }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const { outcome, asked } = verify(Object.fromEntries(headers));

    const refused = await refusal(outcome);

    expect(refused).toBeInstanceOf(WebhookVerificationError);
    expect(refused).toMatchObject({ status, reason });
    expect(asked).toHaveLength(reason === "wrong-signature" ? 1 : 0);
  });

  it("looks at the size first, then at signature, other headers, algorithm, URL and certificate", async () => {
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

  it("reads the same event from either casing of names and fields", async () => {
    const camelCase = {
      eventName: "Reseller-Relationship-Accepted-By-Customer",
      resourceUri: ACCEPTED.ResourceUri,
      resourceName: "Customer",
      auditUri: ACCEPTED.AuditUri,
      resourceChangeUtcDate: ACCEPTED.ResourceChangeUtcDate,
    };
    const { headers, body } = delivery(leaf, camelCase);

    const one = await verify(delivery(leaf).headers).outcome;
    const two = await verify(headers, body).outcome;

    expect({ ...two, payload: 0 }).toEqual({ ...one, payload: 0 });
  });

  it("passes an event that the description does not have as it came", async () => {
    const unknown = { EventName: "usagerecords-thresholdExceeded", AuditUri: 1, Extra: { a: [1] } };
    const { headers, body } = delivery(leaf, unknown);

    await expect(verify(headers, body).outcome).resolves.toMatchObject({
      isKnown: false,
      eventName: "usagerecords-thresholdExceeded",
      resourceUri: null,
      resourceName: null,
      auditUri: null,
      resourceChangeUtcDate: null,
      payload: unknown,
    });
  });

  it.each([
    ["a list", "[]"],
    ["null", "null"],
    ["text", '"test-created"'],
    ["no JSON", "{'EventName': 1}"],
    ["an object without a name", "{}"],
    ["a name that is no text", '{"EventName":5}'],
    ["an empty name", '{"EventName":""}'],
  ])("refuses %s with 400 though it is signed", async (_title, text) => {
    const { headers, body } = delivery(leaf, text);

    await expect(verify(headers, body).outcome).rejects.toMatchObject({
      reason: "not-an-event",
      status: 400,
    });
  });

  it("takes no name from what every object has", async () => {
    const { headers, body } = delivery(leaf, '{"EventName":"constructor"}');

    await expect(verify(headers, body).outcome).resolves.toMatchObject({
      isKnown: false,
      eventName: "constructor",
    });
  });
});

function upperCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
  );
}
