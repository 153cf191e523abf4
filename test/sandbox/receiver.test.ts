import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { jest } from "@jest/globals";
import { createSandbox } from "partner-center-client/sandbox";
import {
  createWebhookVerifier,
  customerOf,
  type WebhookEvent,
} from "partner-center-client/webhooks";
import { webhookServer } from "../webhooks/recipes/node-http.js";
import { played } from "./partner.js";

type Change = (init: RequestInit) => RequestInit;

beforeEach(() => {
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** Delivers an acceptance to the receiver of a user, over HTTP: how it was answered, and what the receiver works on. */
async function delivered(
  change: Change = (init) => init,
  trusted: ReturnType<typeof createSandbox> | undefined = undefined,
) {
  const worked: WebhookEvent[] = [];
  const setting = played({ fetch: (url, init) => fetch(url, change(init)) });
  const { sandbox } = setting;
  const verifier = createWebhookVerifier(await (trusted ?? sandbox).webhookTrust());
  const receiver = webhookServer(verifier, async (event) => {
    worked.push(event);
  }).listen(0, "127.0.0.1");
  await once(receiver, "listening");
  const { port } = receiver.address() as AddressInfo;
  try {
    const { id } = sandbox.accept({ link: await setting.link() });
    const deliver = () => sandbox.deliver(`http://127.0.0.1:${port}/webhook`);
    const deliveries = [...(await deliver()), ...(await deliver())];
    return { ...setting, id, worked, statuses: deliveries.map(({ status }) => status) };
  } finally {
    receiver.closeAllConnections();
    receiver.close();
    await once(receiver, "close");
  }
}

function withBody(init: RequestInit, change: (text: string) => string): RequestInit {
  return { ...init, body: change(new TextDecoder().decode(init.body as Uint8Array)) };
}

function withHeader(init: RequestInit, name: string, change: (value: string) => string) {
  const headers = new Headers(init.headers);
  headers.set(name, change(headers.get(name) ?? ""));
  return { ...init, headers };
}

describe("a user's receiver, given the trust of the sandbox", () => {
  it("accepts what the sandbox delivers, and reads the customer that the event names", async () => {
    const { client, id, worked, statuses } = await delivered();
    const [event] = worked;

    expect(statuses).toEqual([200]);
    expect(event).toMatchObject({
      eventName: "reseller-relationship-accepted-by-customer",
      isKnown: true,
    });
    await expect(customerOf(client, event ?? { resourceUri: null })).resolves.toMatchObject({
      id,
      relationshipToPartner: "reseller",
    });
  });

  it.each<[string, Change, number]>([
    ["another body", (init) => withBody(init, (text) => text.replace("seller", "s3ller")), 401],
    ["a body with a blank after it", (init) => withBody(init, (text) => `${text} `), 401],
    [
      "another signature",
      (init) => withHeader(init, "authorization", (value) => value.replace(/ ./, " A")),
      401,
    ],
    [
      "a certificate from elsewhere",
      (init) => withHeader(init, "x-ms-certificate-url", () => "https://contoso.com/cert/a.cer"),
      400,
    ],
    [
      "another algorithm",
      (init) => withHeader(init, "x-ms-signature-algorithm", () => "none"),
      400,
    ],
  ])("refuses %s, works on nothing, and is sent the event again", async (_what, change, status) => {
    const { worked, statuses } = await delivered(change);

    expect(statuses).toEqual([status, status]);
    expect(worked).toEqual([]);
  });

  it("refuses what another sandbox has signed", async () => {
    const { worked, statuses } = await delivered(undefined, createSandbox());

    expect(statuses).toEqual([401, 401]);
    expect(worked).toEqual([]);
  });
});

describe("the trust of a sandbox", () => {
  it("stays the same, so that its certificate is kept", async () => {
    const sandbox = createSandbox();

    expect(await sandbox.webhookTrust()).toBe(await sandbox.webhookTrust());
  });
});
