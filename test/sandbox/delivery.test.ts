import { createPartnerCenterClient } from "partner-center-client";
import { type CreateSandboxOptions, createSandbox } from "partner-center-client/sandbox";
import { createWebhookVerifier } from "partner-center-client/webhooks";
import { withServer } from "../server.js";
import { CONTOSO, OWN, played, RESELLER } from "./partner.js";

const HOOK = "https://hooks.fabrikam.com/partner-center";

/** A sandbox in which a customer accepted a link, and what its receiver gets. */
async function accepted(options: CreateSandboxOptions = {}, query = {}) {
  const received: { url: string; init: RequestInit }[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    received.push({ url, init });
    return new Response();
  };
  const setting = played({ fetch, ...options });
  setting.sandbox.accept({ link: await setting.link(query) });
  return { ...setting, received };
}

const registration = (WebhookEvents: string[], more = {}) => ({
  method: "POST",
  body: { WebhookUrl: HOOK, WebhookEvents, ...more },
});

describe("the event of an acceptance in the sandbox", () => {
  it("names the customer and the audit record, with seven digits after the second", async () => {
    const { sandbox } = await accepted();

    const [delivery] = await sandbox.deliver(HOOK);

    expect(delivery).toEqual({
      url: HOOK,
      status: 200,
      event: {
        EventName: "reseller-relationship-accepted-by-customer",
        ResourceUri: `https://api.partnercenter.microsoft.com/v1/customers/${CONTOSO}`,
        ResourceName: "Customer",
        AuditUri: `https://api.partnercenter.microsoft.com/auditactivity/v1/auditrecords/${OWN}_${CONTOSO}_resellerrelationshipacceptedbycustomer_638985365237650001`,
        ResourceChangeUtcDate: "2025-11-12T09:28:43.7650001+00:00",
      },
    });
  });

  it("leads to the record of the acceptance", async () => {
    const { sandbox, call } = await accepted();
    const [delivery] = await sandbox.deliver(HOOK);
    const { pathname } = new URL(String(delivery?.event.AuditUri));

    const { body } = await call(pathname);

    expect(body.operationType).toBe("reseller_relationship_accepted_by_customer");
  });

  it("is another for the link with a reseller", async () => {
    const { sandbox } = await accepted({}, { indirectResellerId: RESELLER });

    const [delivery] = await sandbox.deliver(HOOK);

    expect(delivery?.event.EventName).toBe("indirect-reseller-relationship-accepted-by-customer");
  });

  it("has the base URL at which the link was asked for", async () => {
    const sandbox = createSandbox({ basePath: "/played", fetch: async () => new Response() });
    const client = createPartnerCenterClient({
      baseUrl: "http://127.0.0.1:8080/played",
      credential: () => "any-token",
      fetch: sandbox.fetch,
    });
    sandbox.accept({ link: (await client.getRelationshipRequestLink()).url });

    const [delivery] = await sandbox.deliver(HOOK);

    expect(delivery?.event.ResourceUri).toBe(
      `http://127.0.0.1:8080/played/v1/customers/${CONTOSO}`,
    );
  });
});

describe("deliver", () => {
  it("posts JSON without a byte order mark, through the global fetch when none is given", async () => {
    await withServer(
      (response) => response.writeHead(204).end(),
      async ({ url, requests }) => {
        const { sandbox } = await accepted({ fetch: undefined });

        const [delivery] = await sandbox.deliver(url);

        expect(delivery?.status).toBe(204);
        expect(requests).toMatchObject([
          {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify(delivery?.event),
          },
        ]);
      },
    );
  });

  it("sends to the registered URL the events that are registered, and forgets the others", async () => {
    const { sandbox, call, received } = await accepted();
    await call("/webhooks/v1/registration", registration(["test-created"]));

    const deliveries = [await sandbox.deliver(), await sandbox.deliver(HOOK)];

    expect(deliveries).toEqual([[], []]);
    expect(received).toEqual([]);
  });

  it("sends each event once", async () => {
    const { sandbox } = await accepted();

    expect(await sandbox.deliver(HOOK)).toHaveLength(1);
    expect(await sandbox.deliver(HOOK)).toEqual([]);
  });

  it("rejects with TypeError without a URL and without a registration", async () => {
    const { sandbox } = await accepted();

    await expect(sandbox.deliver()).rejects.toThrow(
      new TypeError("Expected `url` to be given, or a webhook to be registered."),
    );
    expect(await sandbox.deliver(HOOK)).toHaveLength(1);
  });

  it.each([
    [async () => new Response(null, { status: 500 }), 500],
    [async () => new Response(null, { status: 302 }), 302],
    [() => Promise.reject(new TypeError("fetch failed")), "no answer"],
  ])("has an event that gets no 2xx wait, ten times and no more", async (fetch, status) => {
    const { sandbox } = await accepted({ fetch });
    const statuses: unknown[] = [];

    for (let attempt = 1; attempt <= 11; attempt += 1) {
      const [delivery] = await sandbox.deliver(HOOK);
      statuses.push(delivery?.status);
    }

    expect(statuses).toEqual([...Array.from({ length: 10 }, () => status), undefined]);
  });

  it("sends what waited before what came later, after a failure", async () => {
    let status = 500;
    const setting = await accepted({ fetch: async () => new Response(null, { status }) });
    await setting.sandbox.deliver(HOOK);
    setting.sandbox.accept({ link: await setting.link() });
    status = 200;

    const deliveries = await setting.sandbox.deliver(HOOK);

    expect(deliveries.map(({ event }) => event.ResourceUri.endsWith(CONTOSO))).toEqual([
      true,
      false,
    ]);
  });

  it.each([
    [{}, "Authorization"],
    [{ SignatureTokenToMsSignatureHeader: true }, "x-ms-signature"],
  ])("signs the body, where the registration %j wants it: in %s", async (more, place) => {
    const { sandbox, call, received } = await accepted();
    const event = "reseller-relationship-accepted-by-customer";
    await call("/webhooks/v1/registration", registration([event], more));

    await sandbox.deliver();

    const { headers, body } = received[0]?.init ?? {};
    const request = new Request(HOOK, {
      method: "POST",
      ...(headers && { headers }),
      body: body ?? null,
    });
    expect(request.headers.get(place)).toMatch(/^Signature [A-Za-z0-9+/]{342}==$/);
    const verifier = createWebhookVerifier(await sandbox.webhookTrust());
    await expect(verifier.verify(request)).resolves.toMatchObject({ eventName: event });
  });
});
