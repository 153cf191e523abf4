import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { HttpRequest, InvocationContext } from "@azure/functions";
import { serve } from "@hono/node-server";
import { jest } from "@jest/globals";
import express from "express";
import {
  createWebhookVerifier,
  type WebhookEvent,
  type WebhookVerifier,
} from "partner-center-client/webhooks";
import { events, webhookHandler } from "./recipes/azure-functions.js";
import { webhookRouter } from "./recipes/express.js";
import { webhookApp } from "./recipes/hono.js";
import { webhookServer } from "./recipes/node-http.js";
import { ACCEPTED, delivery, makeAuthority, trusting } from "./sender.js";

const authority = makeAuthority();

/** Work that has begun, and goes on until it is told to end. */
function slowWork() {
  const begun: string[] = [];
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = async ({ eventName }: WebhookEvent) => {
    begun.push(eventName);
    await ended;
  };
  return { work, begun, end };
}

type Start = (
  verifier: WebhookVerifier,
  work: (event: WebhookEvent) => Promise<void>,
) => ReturnType<typeof webhookServer>;

const servers: ReadonlyArray<readonly [string, Start]> = [
  ["node:http", (verifier, work) => webhookServer(verifier, work).listen(0, "127.0.0.1")],
  [
    "Express 5",
    (verifier, work) =>
      express().use(webhookRouter(verifier, work)).use(express.json()).listen(0, "127.0.0.1"),
  ],
  [
    "Hono",
    (verifier, work) => {
      const server = serve({
        fetch: webhookApp(verifier, work).fetch,
        port: 0,
        hostname: "127.0.0.1",
      });
      if (!("closeAllConnections" in server)) {
        throw new Error("The server speaks another HTTP.");
      }
      return server;
    },
  ],
];

beforeEach(() => {
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe.each(servers)("the recipe for %s", (_name, start) => {
  async function withReceiver(
    work: (event: WebhookEvent) => Promise<void>,
    use: (
      send: (body: Uint8Array, headers: Record<string, string>) => Promise<Response>,
      fetched: readonly string[],
    ) => Promise<void>,
  ): Promise<void> {
    const { options, fetched } = trusting(authority);
    const server = start(createWebhookVerifier(options), work);
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    try {
      await use(
        (body, headers) =>
          fetch(`http://127.0.0.1:${port}/partner-center/7d1f4a0c6e`, {
            method: "POST",
            headers: { ...headers, connection: "close" },
            body: body.slice(),
          }),
        fetched,
      );
    } finally {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    }
  }

  it("answers 200 while the work goes on", async () => {
    const { work, begun, end } = slowWork();

    await withReceiver(work, async (send) => {
      const { headers, body } = delivery(authority.leaf);

      expect((await send(body, headers)).status).toBe(200);
      expect(begun).toEqual([ACCEPTED.EventName]);
      end();
    });
  });

  it("answers 401 to a forged event, and does nothing", async () => {
    const { work, begun } = slowWork();

    await withReceiver(work, async (send) => {
      const { headers } = delivery(authority.leaf);

      expect((await send(new TextEncoder().encode("{}"), headers)).status).toBe(401);
      expect(begun).toEqual([]);
    });
  });

  it("answers 413 to a body of more than 1 MiB", async () => {
    const { work, begun } = slowWork();

    await withReceiver(work, async (send) => {
      const { headers } = delivery(authority.leaf);

      expect((await send(new Uint8Array(1_048_577), headers)).status).toBe(413);
      expect(begun).toEqual([]);
    });
  });

  it("fetches the certificate once, and goes on when the work fails", async () => {
    await withReceiver(
      () => Promise.reject(new Error("the database is away")),
      async (send, fetched) => {
        const { headers, body } = delivery(authority.leaf);

        expect((await send(body, headers)).status).toBe(200);
        expect((await send(body, headers)).status).toBe(200);
        expect(fetched).toHaveLength(1);
      },
    );
  });
});

describe("the recipe for Azure Functions 4", () => {
  const handler = webhookHandler(createWebhookVerifier(trusting(authority).options));
  const context = () => new InvocationContext({ functionName: "webhook", logHandler: () => {} });
  const request = (body: Uint8Array, headers: Record<string, string>) =>
    new HttpRequest({
      method: "POST",
      url: "https://contoso.azurewebsites.net/api/webhook",
      headers,
      body: { bytes: body },
    });

  it("answers 200 and leaves the work to the queue", async () => {
    const { headers, body } = delivery(authority.leaf);
    const invocation = context();

    await expect(handler(request(body, headers), invocation)).resolves.toEqual({ status: 200 });

    expect(invocation.extraOutputs.get(events)).toMatchObject({
      eventName: ACCEPTED.EventName,
      resourceUri: ACCEPTED.ResourceUri,
    });
  });

  it("answers 401 to a forged event, and queues nothing", async () => {
    const { headers } = delivery(authority.leaf);
    const invocation = context();

    await expect(
      handler(request(new TextEncoder().encode("{}"), headers), invocation),
    ).resolves.toEqual({ status: 401 });
    expect(invocation.extraOutputs.get(events)).toBeUndefined();
  });
});
