import { once } from "node:events";
import { type IncomingMessage, type RequestOptions, request } from "node:http";
import { text } from "node:stream/consumers";
import { createPartnerCenterClient } from "partner-center-client";
import { createWebhookVerifier, type WebhookRequest } from "partner-center-client/webhooks";
import { examples } from "../../generated/examples.js";
import {
  type SandboxServer,
  type SandboxServerOptions,
  startSandboxServer,
} from "../../src/sandbox/server/server.js";
import { withServer } from "../server.js";

const JSON_TYPE = { "Content-Type": "application/json" };
const LINK = "/v1/customers/relationshiprequests";
const AUTHORIZED = { Authorization: "Bearer any-token" };
const MEBIBYTE = 1024 * 1024;

async function withSandbox<Result>(
  options: SandboxServerOptions,
  use: (server: SandboxServer & { readonly port: string }) => Promise<Result>,
): Promise<Result> {
  const server = await startSandboxServer(options);
  try {
    return await use({ ...server, port: new URL(server.url).port });
  } finally {
    await server.close();
  }
}

/** Sends what `fetch` would not: any `Host`, any target. */
async function send(
  url: string,
  options: RequestOptions,
  body = "",
): Promise<{ status: number | undefined; body: string }> {
  const outgoing = request(url, options);
  outgoing.end(body);
  const [response]: IncomingMessage[] = await once(outgoing, "response");
  return { status: response?.statusCode, body: response ? await text(response) : "" };
}

function withEvent<Result>(
  options: SandboxServerOptions,
  use: (origin: string) => Promise<Result>,
): Promise<Result> {
  return withSandbox(options, async ({ url }) => {
    const client = createPartnerCenterClient({ baseUrl: url, credential: () => "any-token" });
    const { url: link } = await client.getRelationshipRequestLink();
    const body = JSON.stringify({ link });
    await fetch(`${url}/sandbox/accept`, { method: "POST", headers: JSON_TYPE, body });
    return await use(url);
  });
}

describe("the served sandbox with a webhook", () => {
  it("delivers what happens as it happens, signed, each acceptance once", async () => {
    const received: WebhookRequest[] = [];
    let arrived = () => {};
    const event = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    await withServer(
      (response, { headers, body }) => {
        received.push({ headers, body: new TextEncoder().encode(body) });
        response.writeHead(200).end();
        arrived();
      },
      async ({ url: webhook }) => {
        const options = { webhook, acceptAfterMs: 5, wait: async () => undefined };
        await withSandbox(options, async ({ url, root }) => {
          const client = createPartnerCenterClient({ baseUrl: url, credential: () => "any-token" });
          await client.getRelationshipRequestLink();
          await client.getRelationshipRequestLink();
          await event;
          const verifier = createWebhookVerifier({
            roots: [await root()],
            fetch: () => fetch(`${url}/sandbox/certificate`),
          });
          const [request = { headers: {}, body: new Uint8Array() }] = received;
          const ids: string[] = [];
          for await (const { id } of client.listCustomers()) {
            ids.push(id);
          }

          await expect(verifier.verify(request)).resolves.toMatchObject({
            eventName: "reseller-relationship-accepted-by-customer",
          });
          expect(ids.filter((id) => id === examples.CustomerReseller.id)).toHaveLength(1);
          expect(received).toHaveLength(1);
        });
      },
    );
  });
});

describe("the served sandbox and web pages", () => {
  it.each([
    ["another host", "attacker.example"],
    ["another host that resolves to this machine", "127.0.0.1.attacker.example:PORT"],
    ["another port", "127.0.0.1:1"],
    ["a user name before the host", "127.0.0.1:PORT@attacker.example"],
  ])("answers 421 to %s", (_, host) =>
    withSandbox({}, async ({ url, port }) => {
      const headers = { ...AUTHORIZED, Host: host.replace("PORT", port) };

      await expect(send(`${url}${LINK}`, { headers })).resolves.toEqual({
        status: 421,
        body: `This sandbox answers at http://127.0.0.1:${port} and http://localhost:${port} only.\n`,
      });
    }),
  );

  it.each([
    ["Origin", "https://attacker.example"],
    ["Origin", "null"],
    ["Origin", "http://localhost:3000"],
    ["Sec-Fetch-Site", "cross-site"],
    ["Sec-Fetch-Site", "same-site"],
  ])("answers 403 to %s: %s, for a control, a call and a preflight", (name, value) =>
    withSandbox({}, async ({ url }) => {
      const headers = { ...AUTHORIZED, [name]: value };

      for (const [path, method] of [
        ["/sandbox/deliver", "POST"],
        ["/sandbox/root", "GET"],
        [LINK, "GET"],
        [LINK, "OPTIONS"],
      ]) {
        const answer = await send(`${url}${path}`, { method, headers });
        expect(answer).toEqual({
          status: 403,
          body: "This sandbox answers no web page of another origin.\n",
        });
      }
    }),
  );

  it.each([
    ["Host", "LOCALHOST:PORT"],
    ["Origin", "http://127.0.0.1:PORT"],
    ["Sec-Fetch-Site", "none"],
    ["Sec-Fetch-Site", "same-origin"],
  ])("answers a request with %s: %s", (name, value) =>
    withSandbox({}, async ({ url, port }) => {
      const headers = { ...AUTHORIZED, [name]: value.replace("PORT", port) };

      expect((await send(`${url}${LINK}`, { headers })).status).toBe(200);
    }),
  );
});

describe("the target of a request to the served sandbox", () => {
  it.each([
    ["its own host", "http://127.0.0.1:PORT/v1/customers/relationshiprequests", 200],
    ["its own host, whatever Host says", "HTTP://LOCALHOST:PORT/sandbox/root", 200],
    ["another host", "http://attacker.example/sandbox/root", 421],
    ["another scheme", "https://127.0.0.1:PORT/sandbox/root", 421],
    ["a user name", "http://127.0.0.1:PORT@attacker.example/sandbox/root", 421],
  ])("may be in the absolute form, with %s", (_, target, status) =>
    withSandbox({}, async ({ url, port }) => {
      const path = target.replace("PORT", port);
      const headers = { ...AUTHORIZED, Host: "attacker.example" };

      expect((await send(url, { path, headers })).status).toBe(status);
    }),
  );

  it("is a path of this host when it begins with two slashes", () =>
    withSandbox({}, async ({ url }) => {
      const answer = await send(url, { path: "//attacker.example/sandbox/root" });

      expect(answer.status).not.toBe(200);
    }));
});

describe("the body of a request to the served sandbox", () => {
  it.each([["text/plain"], ["application/x-www-form-urlencoded"], ["application/jsonp"]])(
    "gets 415 as %s at a control, empty or not",
    (type) =>
      withSandbox({}, async ({ url }) => {
        const options = { method: "POST", headers: { "Content-Type": type } };

        expect(await send(`${url}/sandbox/deliver`, options, "{}")).toEqual({
          status: 415,
          body: "Send JSON, with `Content-Type: application/json`.\n",
        });
        expect((await send(`${url}/sandbox/deliver`, options)).status).toBe(415);
      }),
  );

  it("gets 415 without a type at a control, and is read with parameters and capitals", () =>
    withSandbox({}, async ({ url }) => {
      const post = (headers: Record<string, string>) =>
        send(`${url}/sandbox/accept`, { method: "POST", headers }, '{"link":"x"}');

      expect((await post({})).status).toBe(415);
      expect((await post({ "Content-Type": "Application/JSON; charset=utf-8" })).body).toContain(
        "Expected `link`",
      );
    }));

  it.each([
    ["a control", "POST", "/sandbox/accept"],
    ["a call", "POST", "/webhooks/v1/registration"],
  ])("gets 413 over a mebibyte, at %s", (_, method, path) =>
    withSandbox({}, async ({ url }) => {
      const options = { method, headers: { ...AUTHORIZED, ...JSON_TYPE } };
      const body = JSON.stringify({ link: "x".repeat(MEBIBYTE) });

      expect(await send(`${url}${path}`, options, body)).toEqual({
        status: 413,
        body: "A body may have 1048576 bytes at most.\n",
      });
      expect((await send(`${url}${path}`, options, body.slice(0, MEBIBYTE))).status).toBe(400);
    }),
  );
});

describe("POST /sandbox/deliver of the served sandbox", () => {
  const deliver = async (origin: string, body: object) => {
    const init = { method: "POST", headers: JSON_TYPE, body: JSON.stringify(body) };
    const response = await fetch(`${origin}/sandbox/deliver`, init);
    return { status: response.status, body: await response.text() };
  };

  it.each([
    "https://attacker.example/hook",
    "http://169.254.169.254/metadata",
    "http://127.0.0.1.attacker.example/",
    "http://127.0.0.1@attacker.example/",
    "http://0.0.0.0/",
    "data:text/plain,hook",
  ])("refuses %s with 403, and the event goes on waiting", (url) =>
    withServer(
      (response) => response.writeHead(200).end(),
      ({ url: receiver, requests }) =>
        withEvent({}, async (origin) => {
          await expect(deliver(origin, { url })).resolves.toEqual({
            status: 403,
            body: "Events are delivered to this machine only. Start the sandbox with --deliver-to <host> to allow another one.\n",
          });
          await deliver(origin, { url: receiver });

          expect(requests).toHaveLength(1);
        }),
    ),
  );

  it("refuses a registered URL on another machine as well", () =>
    withEvent({}, async (origin) => {
      const client = createPartnerCenterClient({ baseUrl: origin, credential: () => "any-token" });
      await client.createWebhookRegistration({
        body: {
          WebhookUrl: "https://attacker.example/hook",
          WebhookEvents: ["reseller-relationship-accepted-by-customer"],
        },
      });

      expect((await deliver(origin, {})).status).toBe(403);
    }));

  it("delivers to a host that an option allows, and to no other", () =>
    withEvent({ deliverTo: ["Hooks.Invalid"] }, async (origin) => {
      const allowed = await deliver(origin, { url: "http://hooks.invalid/hook" });

      expect(allowed.body).toContain('"status":"no answer"');
      expect((await deliver(origin, { url: "http://other.invalid/hook" })).status).toBe(403);
    }));

  it.each(["https://hooks.example", "hooks.example:443", "hooks.example/hook", ""])(
    "cannot be allowed for %j",
    async (name) => {
      await expect(startSandboxServer({ deliverTo: [name] })).rejects.toThrow(
        new TypeError("Expected a host to deliver to as a name alone, such as hooks.contoso.com."),
      );
    },
  );
});
