// How fast events are verified, against the RSA verification alone: `npm run build && npx tsx scripts/bench/webhooks.ts`.
// Only ratios count, on a machine that has nothing else to do.
import { createPublicKey, verify, X509Certificate } from "node:crypto";
import { createWebhookVerifier, type WebhookRequest } from "../../dist/esm/src/webhooks/index.js";
import { createWebhookSigner } from "../../src/sandbox/webhooks/webhook-signer.js";

/** Verifies one event. */
export type Verification = () => Promise<unknown> | unknown;

/** CPU microseconds of one verification, by what is measured. */
export interface WebhookFigures {
  /** `crypto.verify` of the same bytes, and nothing else. */
  readonly cryptoVerify: number;
  /** `verify` with the bytes of the body, as `express.raw` has them. */
  readonly bytes: number;
  /** `verify` with a `Request`, its making not counted. */
  readonly request: number;
  /** Reading the body of such a `Request`, and nothing else. */
  readonly readRequest: number;
}

const BODY = JSON.stringify({
  EventName: "reseller-relationship-accepted-by-customer",
  ResourceUri:
    "https://api.partnercenter.microsoft.com/v1/customers/0c39d6d5-c70d-4c55-bc02-f620844f3fd1",
  ResourceName: "Customer",
  AuditUri:
    "https://api.partnercenter.microsoft.com/auditactivity/v1/auditrecords/7a1c52c0_customer",
  ResourceChangeUtcDate: "2026-03-02T08:15:42.1234567+00:00",
});

/** Measures in rounds, each kind in turn; the least of a kind counts, as everything else is the machine. */
export async function measureWebhooks(rounds: number, calls: number): Promise<WebhookFigures> {
  const { trust: options, sign } = await createWebhookSigner();
  const { headers, body } = await sign(BODY);
  const lowerCase = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const reply = await options.fetch(new Request(headers["X-MS-Certificate-Url"] ?? ""));
  const { publicKey } = new X509Certificate(Buffer.from(await reply.arrayBuffer()));
  const key = createPublicKey(publicKey.export({ type: "spki", format: "pem" }));
  const signature = Buffer.from((headers.Authorization ?? "").replace("Signature ", ""), "base64");
  const verifier = createWebhookVerifier(options);
  const received: WebhookRequest = {
    headers: { ...lowerCase, host: "partner.example", "content-length": `${body.byteLength}` },
    body,
  };
  const requests: Request[] = [];
  const kinds: Readonly<Record<keyof WebhookFigures, Verification>> = {
    cryptoVerify: () => verify("sha256", body, key, signature),
    bytes: () => verifier.verify(received),
    request: () => verifier.verify(taken(requests)),
    readRequest: () => taken(requests).arrayBuffer(),
  };
  const least: Record<string, number> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [kind, verification] of Object.entries(kinds)) {
      for (let made = 0; kind.endsWith("equest") && made < calls; made += 1) {
        requests.push(
          new Request("https://partner.example", { method: "POST", headers, body: body.slice() }),
        );
      }
      const before = process.cpuUsage();
      for (let call = 0; call < calls; call += 1) {
        await verification();
      }
      const { user, system } = process.cpuUsage(before);
      least[kind] = Math.min(least[kind] ?? Number.POSITIVE_INFINITY, (user + system) / calls);
    }
  }
  const { cryptoVerify = 0, bytes = 0, request = 0, readRequest = 0 } = least;
  return { cryptoVerify, bytes, request, readRequest };
}

function taken(requests: Request[]): Request {
  const request = requests.pop();
  if (request === undefined) {
    throw new Error("More requests are taken than were made.");
  }
  return request;
}

const figures = await measureWebhooks(60, 1_000);
const { cryptoVerify, bytes, request, readRequest } = figures;
console.log(figures);
console.log({
  "verifications a second": Math.round(1e6 / bytes),
  "against crypto.verify alone": (cryptoVerify / bytes).toFixed(2),
  "with a Request, a second": Math.round(1e6 / request),
  "with a Request, against crypto.verify and reading it": (
    (cryptoVerify + readRequest) /
    request
  ).toFixed(2),
});
