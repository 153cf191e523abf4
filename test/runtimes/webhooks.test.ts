import { createWebhookSigner } from "../../src/sandbox/webhooks/webhook-signer.js";
import { withPage } from "../browser/chromium.js";
import {
  addPkijs,
  bundle,
  type Consumer,
  createConsumer,
  createProject,
  runProgram,
} from "../package/consumer.js";
import { withServer } from "../server.js";
import { INSTALLED, RUNTIMES } from "./installed.js";
import { answerOfWorkerd } from "./workerd.js";

/** Has the sandbox deliver an event, and gives what was sent. */
const DELIVERED = `
async function delivered() {
  const sent = [];
  const fetch = async (url, init) => {
    sent.push(new Request(url, init));
    return new Response();
  };
  const sandbox = createSandbox({ fetch });
  const client = createPartnerCenterClient({ credential: () => "a-token", fetch: sandbox.fetch });
  sandbox.accept({ link: (await client.getRelationshipRequestLink()).url });
  await sandbox.deliver("https://partner.example");
  return { request: sent[0], trust: await sandbox.webhookTrust() };
}
`;
/**
 * Tells what becomes of an event, of one that was changed, of one whose root nobody trusts, and of one that the sandbox
 * delivers in the same program.
 */
const OUTCOMES = `${DELIVERED}
async function outcomes({ root, certificate, headers, body }) {
  const bytes = new TextEncoder().encode(body);
  const fetch = async () => new Response(Uint8Array.from(atob(certificate), (one) => one.charCodeAt(0)));
  const received = (body) => new Request("https://partner.example", { method: "POST", headers, body });
  const outcome = async (request, options) => {
    try {
      const verifier = createWebhookVerifier(options);
      await verifier.ready();
      const { eventName, id } = await verifier.verify(request);
      return eventName + " " + id.length;
    } catch (error) {
      return error.reason ?? error.message;
    }
  };
  const { request, trust } = await delivered();
  return [
    await outcome(received(bytes), { fetch, roots: [root] }),
    await outcome(received(bytes.slice(1)), { fetch, roots: [root] }),
    await outcome(received(bytes), { fetch }),
    await outcome(request, trust),
  ].join("\\n");
}
`;
const CLIENT = "{ createPartnerCenterClient }";
const IMPORTS = `
import ${CLIENT} from "partner-center-client";
import { createSandbox } from "partner-center-client/sandbox";`;
const PROGRAMS = {
  "webhook.mjs": `${IMPORTS}
import { createWebhookVerifier } from "partner-center-client/webhooks";${OUTCOMES}
console.log(await outcomes(JSON.parse(process.argv[2])));`,
  "webhook.cjs": `
const ${CLIENT} = require("partner-center-client");
const { createSandbox } = require("partner-center-client/sandbox");
const { createWebhookVerifier } = require("partner-center-client/webhooks");${OUTCOMES}
outcomes(JSON.parse(process.argv[2])).then(console.log);`,
};

const ACCEPTED = "reseller-relationship-accepted-by-customer 64";

let consumer: Consumer;
let project: string;
let order: string;

beforeAll(async () => {
  consumer = await createConsumer();
  await addPkijs(consumer);
  project = await createProject(consumer, "webhooks", PROGRAMS);
  const { trust, sign } = await createWebhookSigner();
  const [root] = trust.roots;
  const reply = await trust.fetch(new Request("https://partner.example"));
  const certificate = Buffer.from(await reply.arrayBuffer()).toString("base64");
  const body = JSON.stringify({ EventName: "test-created", AuditUri: null });
  const { headers } = await sign(body);
  order = JSON.stringify({ root, certificate, headers, body });
}, 120_000);

afterAll(() => consumer.remove());

describe("a webhook", () => {
  it.each(RUNTIMES)("is verified in %s", async (name, path, args) => {
    // Deno shows its roots to those alone who may see the system.
    const more = name.startsWith("@deno/") ? ["--allow-sys"] : [];
    for (const file of Object.keys(PROGRAMS)) {
      const program = `${INSTALLED}/${name}/${path}`;

      await expect(runProgram(program, project, [...args, ...more, file, order])).resolves.toEqual({
        succeeded: true,
        output: `test-created 64\nwrong-signature\ncertificate-chain\n${ACCEPTED}\n`,
      });
    }
  });

  it("is verified by a worker in workerd, which has to be given roots", async () => {
    const answer = await answerOfWorkerd(
      consumer,
      `${IMPORTS}
import { createWebhookVerifier } from "partner-center-client/webhooks";${OUTCOMES}
export default { fetch: async () => new Response(await outcomes(${order})) };`,
    );

    expect(answer).toBe(
      [
        "test-created 64",
        "wrong-signature",
        "Expected `roots` to be the certificates to trust, because this platform shows none of its own, got undefined.",
        ACCEPTED,
      ].join("\n"),
    );
  });

  it("is signed by the sandbox on a page in Chromium, which loads nothing more for it", async () => {
    const code = await bundle(
      consumer,
      "chromium",
      `${IMPORTS}${DELIVERED}
const { request } = await delivered();
document.title = request.headers.get("authorization");`,
    );

    expect(code.toString()).not.toContain("pkijs");
    await withServer(
      (response) => {
        response.setHeader("Content-Type", "text/html");
        response.end(`<script type="module">${code}</script>`);
      },
      ({ url }) =>
        withPage(`${url}/`, {}, async ({ page }) => {
          await page.waitForFunction(() => document.title !== "");

          await expect(page.title()).resolves.toMatch(/^Signature [A-Za-z0-9+/]{342}==$/);
        }),
    );
  });
});
