import { createWebhookSigner } from "../../src/sandbox/webhook-signer.js";
import {
  addPkijs,
  type Consumer,
  createConsumer,
  createProject,
  runProgram,
} from "../package/consumer.js";
import { INSTALLED, RUNTIMES } from "./installed.js";
import { answerOfWorkerd } from "./workerd.js";

/** Tells what becomes of an event, of one that was changed, and of one whose root nobody trusts. */
const OUTCOMES = `
async function outcomes({ root, certificate, headers, body }) {
  const bytes = new TextEncoder().encode(body);
  const fetch = async () => new Response(Uint8Array.from(atob(certificate), (one) => one.charCodeAt(0)));
  const outcome = (body, options) =>
    verifyWebhook(new Request("https://partner.example", { method: "POST", headers, body }), options).then(
      ({ eventName, id }) => eventName + " " + id.length,
      (error) => error.reason ?? error.message,
    );
  return [
    await outcome(bytes, { fetch, roots: [root] }),
    await outcome(bytes.slice(1), { fetch, roots: [root] }),
    await outcome(bytes, { fetch }),
  ].join("\\n");
}
`;
const PROGRAMS = {
  "webhook.mjs": `
import { verifyWebhook } from "partner-center-client/webhooks";${OUTCOMES}
console.log(await outcomes(JSON.parse(process.argv[2])));`,
  "webhook.cjs": `
const { verifyWebhook } = require("partner-center-client/webhooks");${OUTCOMES}
outcomes(JSON.parse(process.argv[2])).then(console.log);`,
};

let consumer: Consumer;
let project: string;
let order: string;

beforeAll(async () => {
  consumer = await createConsumer();
  await addPkijs(consumer);
  project = await createProject(consumer, "webhooks", PROGRAMS);
  const { root, fetch, certificateUrl, sign } = await createWebhookSigner();
  const reply = await fetch(new Request(certificateUrl));
  const certificate = Buffer.from(await reply.arrayBuffer()).toString("base64");
  const body = JSON.stringify({ EventName: "test-created", AuditUri: null });
  const { headers } = await sign(body);
  order = JSON.stringify({ root, certificate, headers, body });
}, 120_000);

afterAll(() => consumer.remove());

describe("a webhook", () => {
  it.each(RUNTIMES)("is verified in %s", async (name, path, args) => {
    for (const file of Object.keys(PROGRAMS)) {
      const program = `${INSTALLED}/${name}/${path}`;

      await expect(runProgram(program, project, [...args, file, order])).resolves.toEqual({
        succeeded: true,
        output: "test-created 64\nwrong-signature\ncertificate-chain\n",
      });
    }
  });

  it("is verified by a worker in workerd, which has to be given roots", async () => {
    const answer = await answerOfWorkerd(
      consumer,
      `import { verifyWebhook } from "partner-center-client/webhooks";${OUTCOMES}
export default { fetch: async () => new Response(await outcomes(${order})) };`,
    );

    expect(answer).toBe(
      [
        "test-created 64",
        "wrong-signature",
        "Expected `roots` to be the certificates to trust, because this platform shows none of its own, got undefined.",
      ].join("\n"),
    );
  });
});
