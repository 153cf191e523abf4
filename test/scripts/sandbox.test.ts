import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { createPartnerCenterClient, waitForAcceptance } from "partner-center-client";
import { createWebhookVerifier, type WebhookRequest } from "partner-center-client/webhooks";
import { examples } from "../../generated/examples.js";
import { withServer } from "../server.js";
import { withServed } from "./served.js";

const headers = { Authorization: "Bearer any-token" };

const TENANT = "2d946fb0-e85c-47a3-8f61-50c3be7d19a4";

function post(url: string, body: object): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function statusOf(url: string, more: Record<string, string> = {}): Promise<number> {
  const response = await fetch(url, { headers: { ...headers, ...more } });
  await response.arrayBuffer();
  return response.status;
}

describe("npm run sandbox", () => {
  it("serves the link, byte order mark included, to a client of this package and to others", async () => {
    await withServed([], async ({ origin, url }) => {
      const client = createPartnerCenterClient({ baseUrl: origin, credential: () => "any-token" });
      const bytes = Buffer.from(await (await fetch(url, { headers })).arrayBuffer());

      expect(await client.getRelationshipRequestLink()).toEqual(
        examples.RelationshipRequestAdminCenter,
      );
      expect(bytes.subarray(0, 3).toString("hex")).toBe("efbbbf");
      expect(await statusOf(url, { Authorization: "" })).toBe(401);
    });
  });

  it("remembers: a link is accepted over HTTP, and the customer is there until it is removed", async () => {
    await withServed([], async ({ origin }) => {
      const client = createPartnerCenterClient({ baseUrl: origin, credential: () => "any-token" });
      const { url: link } = await client.getRelationshipRequestLink();

      const accepted = await post(`${origin}/sandbox/accept`, { link });
      const { id } = await accepted.json();
      const customer = await waitForAcceptance(client, id);
      await client.removeResellerRelationship({ customer_id: id });

      expect(customer).toEqual(examples.CustomerReseller);
      expect(await statusOf(`${origin}/v1/customers/${id}`)).toBe(403);
    });
  });

  it("delivers the events of what was accepted, over HTTP", async () => {
    await withServer(
      (response) => response.writeHead(200).end(),
      async ({ url: hook, requests }) => {
        await withServed([], async ({ origin, url }) => {
          const { url: link } = await (await fetch(url, { headers })).json();
          await post(`${origin}/sandbox/accept`, { link, customer: { id: TENANT } });

          const deliveries = await (await post(`${origin}/sandbox/deliver`, { url: hook })).json();

          expect(deliveries).toMatchObject([
            { status: 200, event: { ResourceUri: `${origin}/v1/customers/${TENANT}` } },
          ]);
          expect(requests).toHaveLength(1);
        });
      },
    );
  });

  it("signs what it delivers, with a certificate and a root that it gives to receivers", async () => {
    const received: WebhookRequest[] = [];
    await withServer(
      (response, { headers, body }) => {
        received.push({ headers, body: new TextEncoder().encode(body) });
        response.writeHead(200).end();
      },
      async ({ url: hook }) => {
        await withServed([], async ({ origin, url }) => {
          const { url: link } = await (await fetch(url, { headers })).json();
          await post(`${origin}/sandbox/accept`, { link });
          await post(`${origin}/sandbox/deliver`, { url: hook });
          const root = await (await fetch(`${origin}/sandbox/root`)).text();
          const [request = { headers: {}, body: new Uint8Array() }] = received;

          const verifier = createWebhookVerifier({
            roots: [root],
            fetch: () => fetch(`${origin}/sandbox/certificate`),
          });

          await expect(verifier.verify(request)).resolves.toMatchObject({
            eventName: "reseller-relationship-accepted-by-customer",
          });
        });
      },
    );
  });

  it.each([
    ["accept", '{"link":"https://contoso.com/"}', 400, "Expected `link` to be a link that this"],
    ["accept", "", 400, "Expected `link` to be a link that this"],
    ["accept", "{", 400, "JSON"],
    ["deliver", "", 400, "Expected `url` to be given, or a webhook to be registered."],
    [
      "refuse",
      "",
      404,
      "There are only POST /sandbox/accept, POST /sandbox/deliver, GET /sandbox/root, GET",
    ],
  ])(
    "answers POST /sandbox/%s with the body %j: %i and the reason",
    async (what, body, status, words) => {
      await withServed([], async ({ origin }) => {
        const response = await fetch(`${origin}/sandbox/${what}`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body,
        });

        expect(response.status).toBe(status);
        expect(await response.text()).toContain(words);
      });
    },
  );

  it("plays the scenarios of --scenario one after the other", async () => {
    await withServed(["--scenario", "unavailable, link"], async ({ url }) => {
      expect([await statusOf(url), await statusOf(url), await statusOf(url)]).toEqual([
        503, 200, 200,
      ]);
    });
  });

  it("takes a scenario with settings as JSON", async () => {
    const scenario = JSON.stringify([{ scenario: "failure", status: 502 }]);

    await withServed(["--scenario", scenario], async ({ url }) => {
      expect(await statusOf(url)).toBe(502);
    });
  });

  it("plays what a request asks for in Sandbox-Scenario, a list once for each request id", async () => {
    await withServed([], async ({ url }) => {
      const list = { "Sandbox-Scenario": "throttled, failure, link" };
      const first = { ...list, "ms-requestid": "1" };
      const second = { ...list, "ms-requestid": "2" };

      expect(await statusOf(url, { "Sandbox-Scenario": "app-only" })).toBe(403);
      expect(await statusOf(url, first)).toBe(429);
      expect(await statusOf(url, first)).toBe(500);
      expect(await statusOf(url, second)).toBe(429);
      expect(await statusOf(url, first)).toBe(200);
      expect(await statusOf(url, list)).toBe(429);
      expect(await statusOf(url)).toBe(200);
    });
  });

  it("answers 400 with the reason to a scenario that there is not", async () => {
    await withServed([], async ({ url }) => {
      const response = await fetch(url, { headers: { "Sandbox-Scenario": "lnk" } });

      expect(response.status).toBe(400);
      expect(await response.text()).toContain('got "lnk".');
    });
  });

  it("sends the refusal of 2019 in chunks, with its reason phrase", async () => {
    await withServed(["--scenario", "mfa-required-2019"], async ({ url }) => {
      const [response]: IncomingMessage[] = await once(get(url, { headers }), "response");

      expect(response?.statusMessage).toBe("Unauthorized - MFA required");
      expect(response?.headers["transfer-encoding"]).toBe("chunked");
      expect(response && (await text(response))).toBe("");
    });
  });

  it("streams a slow body", async () => {
    await withServed(["--scenario", '{"scenario":"slow","ms":90}'], async ({ url }) => {
      const start = performance.now();
      const response = await fetch(url, { headers });
      const reader = response.body?.getReader();
      const first = await reader?.read();
      const second = await reader?.read();

      expect(first?.value?.length).toBeGreaterThan(0);
      expect(second?.value?.length).toBeGreaterThan(0);
      expect(performance.now() - start).toBeGreaterThan(60);
    });
  });

  it("breaks a dropped connection", async () => {
    await withServed(["--scenario", "dropped-connection"], async ({ url }) => {
      await expect(fetch(url, { headers })).rejects.toThrow("fetch failed");
    });
  });

  it("ends at Ctrl-C while a call waits for an answer", async () => {
    await withServed(["--scenario", "no-answer"], async ({ url, interrupt }) => {
      const call = fetch(url, { headers });
      call.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100));

      const start = performance.now();
      const exitCode = await interrupt();

      expect(exitCode).toBe(130);
      expect(performance.now() - start).toBeLessThan(1000);
      await expect(call).rejects.toThrow("fetch failed");
    });
  });
});
