import {
  createWebhookVerifier,
  type WebhookRequest,
  WebhookVerificationError,
} from "partner-center-client/webhooks";
import { makeCertificate } from "./certificates.js";
import { refusal } from "./refusal.js";
import { ACCEPTED, delivery, makeAuthority, trusting, verifyOnce } from "./sender.js";

const authority = makeAuthority();
const { leaf } = authority;
const other = makeCertificate({ name: "other" });

function verify(headers: Record<string, string>, body: Uint8Array = delivery(leaf).body) {
  const { options, fetched } = trusting(authority);
  const request = new Request("https://partner.example/webhook", {
    method: "POST",
    headers,
    body: body.slice(),
  });
  return { outcome: verifyOnce(request, options), fetched };
}

describe("the headers of a request", () => {
  it.each<[string, WebhookRequest["headers"]]>([
    ["a record of node:http", { ...delivery(leaf).headers, host: "partner.example" }],
    ["a record without prototype", Object.assign(Object.create(null), delivery(leaf).headers)],
    ["names in capitals", { ...upperCase(delivery(leaf).headers) }],
    [
      "lists of values",
      Object.fromEntries(Object.entries(delivery(leaf).headers).map(([key, one]) => [key, [one]])),
    ],
    ["a Headers", new Headers(delivery(leaf).headers)],
    ["a Map", new Map(Object.entries(delivery(leaf).headers))],
    ["a Map with names in capitals", new Map(Object.entries(upperCase(delivery(leaf).headers)))],
    [
      "values with whitespace around them",
      Object.fromEntries(
        Object.entries(delivery(leaf).headers).map(([key, one]) => [key, ` \t${one} \t`]),
      ),
    ],
  ])("can be %s", async (_title, headers) => {
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
      "Authorization with a tab after its scheme",
      (signature: string) => ({ authorization: `Signature\t${signature}` }),
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
      "both, if they are the same",
      (signature: string) => ({
        authorization: `Signature ${signature}`,
        "x-ms-signature": signature,
      }),
    ],
  ])("can have the signature in %s", async (_title, headersOf) => {
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
    [
      "two signatures in one header",
      401,
      "malformed-signature",
      {
        authorization: `Signature ${delivery(leaf).signature}, Signature ${delivery(leaf).signature}`,
      },
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
  ])("are refused for %s with %i", async (_title, status, reason, changed) => {
    const headers = Object.entries({ ...delivery(leaf).headers, ...changed }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const { outcome, fetched } = verify(Object.fromEntries(headers));

    const refused = await refusal(outcome);

    expect(refused).toBeInstanceOf(WebhookVerificationError);
    expect(refused).toMatchObject({ status, reason });
    expect(fetched).toHaveLength(reason === "wrong-signature" ? 1 : 0);
  });

  it("name the algorithm in any casing", async () => {
    const { headers } = delivery(leaf);

    await expect(
      verify({ ...headers, "x-ms-signature-algorithm": "RSA-SHA256" }).outcome,
    ).resolves.toHaveProperty("isKnown", true);
  });

  it.each<[string, string, string]>([
    [
      "a list of pairs",
      '[["authorization","Signature AAAA"]]',
      "Expected `request.headers` to be a Headers, a Map or a record, got an array.",
    ],
    [
      "a Buffer as a value",
      JSON.stringify({ authorization: Buffer.from("Signature AAAA") }),
      'Expected `request.headers["authorization"]` to be a string or a list of strings, got an object.',
    ],
    [
      "a number as a value",
      '{"authorization":5}',
      'Expected `request.headers["authorization"]` to be a string or a list of strings, got a number.',
    ],
    [
      "a list that has more than strings",
      '{"authorization":["Signature AAAA",5]}',
      'Expected `request.headers["authorization"]` to be a string or a list of strings, got an array.',
    ],
  ])("are a mistake of the caller as %s", async (_title, headers, message) => {
    const { options } = trusting(authority);
    const request = { headers: JSON.parse(headers), body: delivery(leaf).body };

    await expect(verifyOnce(request, options)).rejects.toThrow(new TypeError(message));
  });
});

describe("a request that is none", () => {
  it.each<[string]>([["null"], ["5"], ['{"body":""}'], ['{"headers":null,"body":""}']])(
    "(%s) is a mistake of the caller",
    async (text) => {
      const verifier = createWebhookVerifier({ roots: [authority.root.pem] });

      await expect(verifier.verify(JSON.parse(text))).rejects.toThrow(
        /^Expected `request` to be a Request, or an object with `headers` and `body`, got /,
      );
    },
  );
});

function upperCase(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
  );
}
