import { once } from "node:events";
import { createServer } from "node:net";
import { createPartnerCenterClient } from "partner-center-client";
import { createUndiciFetch } from "partner-center-client/undici";
import { createAttempt } from "../../src/transport/attempt.js";
import { MAX_RESPONSE_BYTES } from "../../src/transport/read-response.js";
import { createDescribeCall } from "../../src/wire/call-context.js";
import { failed } from "../failed.js";
import { withRawServer } from "../faults/raw-server.js";
import { withLiveTimers } from "../live-timers.js";
import { LINK, serviceHeaders, withLink } from "../replies.js";
import { type Handler, withServer } from "../server.js";

const LIMIT_MS = 60_000;

/** A client that never waits as long as `LIMIT_MS`: it is told of the head of each reply, and its time is up when a test says so. */
const clientOf = (baseUrl: string, onHead: () => void = () => undefined) =>
  createPartnerCenterClient({
    credential: () => "a-token",
    baseUrl,
    timeoutMs: LIMIT_MS,
    retry: false,
    fetch: async (request, init) => {
      const response = await fetch(request, init);
      setImmediate(onHead);
      return response;
    },
  });

const PATH = "/v{version}/customers/relationshiprequests";

/** Runs `use` against a server that answers with these lines and a body of 16 bytes, each in a connection of its own. */
const withRawReply = (head: string, use: (url: string) => Promise<void>) =>
  withRawServer(
    (socket) => socket.end(`HTTP/1.1 ${head}\r\nConnection: close\r\n\r\n{"url":"never" }`),
    ({ port }) => use(`http://127.0.0.1:${port}`),
  );

const silent: Handler = () => undefined;
const stalling: Handler = (response) => {
  response.writeHead(200, { "Content-Type": "application/json" }).write('{"url":');
};
const trickling: Handler = (response) => {
  response.writeHead(200, { "Content-Type": "application/json" });
  const timer = setInterval(() => response.write(" "), 5);
  response.on("close", () => clearInterval(timer));
};

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe("an attempt", () => {
  it.each([
    ["never answers", silent],
    ["stalls in the body", stalling],
    ["sends a byte at a time without an end", trickling],
  ])("ends in time when the service %s", (_what, handler) =>
    withLiveTimers(async (timers) => {
      const timeIsUp = () => timers.fire(LIMIT_MS);
      const play: Handler = (response, request, index) => {
        handler(response, request, index);
        return handler === silent && timeIsUp();
      };
      const error = await withServer(play, ({ url }) =>
        failed(clientOf(url, timeIsUp).getRelationshipRequestLink()),
      );

      expect(error).toMatchObject({ reason: "timeout", attempts: 1 });
      expect(error.message).toMatch(
        /^GET \S+\/relationshiprequests failed: no complete reply within 60000 ms\. Try again later, or allow more time with `timeoutMs`\. \(MS-RequestId: [-0-9a-f]{36}, MS-CorrelationId: [-0-9a-f]{36}\)$/,
      );
      expect(error.message).toContain(error.requestId);
    }),
  );

  it("ends in time when a fetch knows no signals", async () => {
    const client = createPartnerCenterClient({
      credential: () => "a-token",
      timeoutMs: 20,
      retry: false,
      fetch: () => new Promise(() => undefined),
    });

    await expect(failed(client.getRelationshipRequestLink())).resolves.toMatchObject({
      reason: "timeout",
    });
  });

  it.each([
    ["before the headers", silent],
    ["within the body", stalling],
  ])("ends with the reason of the caller's abort, %s", (_when, handler) =>
    withServer(handler, async ({ url, requests }) => {
      const controller = new AbortController();
      const reason = { not: "even an error" };
      const call = clientOf(url).getRelationshipRequestLink({}, { signal: controller.signal });
      while (requests.length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
      controller.abort(reason);

      await expect(call).rejects.toBe(reason);
    }),
  );

  it("ends with an AbortError when the caller aborts with a reason that is none", () =>
    withServer(silent, async ({ url }) => {
      const controller = new AbortController();
      const call = clientOf(url).getRelationshipRequestLink({}, { signal: controller.signal });
      setTimeout(() => controller.abort(null), 10);

      await expect(call).rejects.toMatchObject({ name: "AbortError" });
    }));

  it("leaves no timer and no listener behind", () =>
    withServer(withLink, ({ url }) =>
      withLiveTimers(async (timers) => {
        const listeners = new Set<unknown>();
        const request = new Request(url);
        Object.defineProperty(request, "signal", {
          value: Object.assign(new EventTarget(), {
            aborted: false,
            addEventListener: (_type: string, listener: unknown) => listeners.add(listener),
            removeEventListener: (_type: string, listener: unknown) => listeners.delete(listener),
          }),
        });
        const attempt = createAttempt(
          (input, init) => fetch(input.url, init),
          url,
          createDescribeCall(),
        );

        const sent = attempt(request, { attempt: 1, timeoutMs: 60_000 });
        expect([timers.count(), listeners.size]).toEqual([1, 1]);
        await sent;

        expect([timers.count(), listeners.size]).toEqual([0, 0]);
      }),
    ));

  it("reports a service that cannot be reached, with the system's own words", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    server.close();
    await once(server, "close");

    const error = await failed(clientOf(`http://127.0.0.1:${port}`).getRelationshipRequestLink());

    expect(error).toMatchObject({ reason: "network", status: undefined });
    expect(error.message).toContain(
      `failed: no reply (connect ECONNREFUSED 127.0.0.1:${port}). Check the base URL, the network and the proxy.`,
    );
    expect(error.cause).toMatchObject({ message: "fetch failed" });
  });

  it("reports a connection that breaks in the body", () =>
    withServer(
      (response) => {
        response.writeHead(200, { "Content-Length": "100" }).write("{");
        setTimeout(() => response.destroy(), 10);
      },
      async ({ url }) => {
        await expect(failed(clientOf(url).getRelationshipRequestLink())).resolves.toMatchObject({
          reason: "network",
          requestId: expect.stringMatching(/^[-0-9a-f]{36}$/),
        });
      },
    ));

  it("hands a custom fetch the request and the signal", async () => {
    const received: unknown[] = [];
    const client = createPartnerCenterClient({
      credential: () => "a-token",
      fetch: async (request, init) => {
        received.push(request.url, init?.signal?.aborted, init?.redirect);
        return Response.json(LINK);
      },
    });

    await client.getRelationshipRequestLink();

    expect(received).toEqual([
      "https://api.partnercenter.microsoft.com/v1/customers/relationshiprequests",
      false,
      "manual",
    ]);
  });

  it("reports what a fetch of a single call throws", async () => {
    const client = createPartnerCenterClient({ credential: () => "a-token" });
    const cause = new Error("the tunnel is closed");
    const call = client.GET(PATH, {
      params: { path: { version: "1" } },
      fetch: (request) => {
        expect(request.redirect).toBe("manual");
        return Promise.reject(cause);
      },
    });

    await expect(failed(call)).resolves.toMatchObject({ reason: "network", cause });
  });

  it.each([
    ["undefined", undefined, "undefined"],
    ["text", "text", "a string"],
    ["null", null, "null"],
    ["a number", 42, "a number"],
    ["an object", { ok: true }, "an object"],
    ["an object with a method of a response", { arrayBuffer() {} }, "an object"],
    ["a response with plain headers", { status: 200, headers: {}, body: null }, "an object"],
    [
      "a response with a body of another kind",
      { status: 200, headers: new Headers(), body: { pipe() {} } },
      "an object",
    ],
  ])("refuses a fetch that returns %s", async (_what, returned, got) => {
    const fetch = async () => returned;
    const create = (options: object) =>
      Reflect.apply(createPartnerCenterClient, undefined, [options]);

    const expected = `Expected \`fetch\` to be a function that returns a Response, got ${got}.`;
    await expect(
      create({ credential: () => "a-token", fetch }).getRelationshipRequestLink(),
    ).rejects.toThrow(new TypeError(expected));
    const ofOneCall = createPartnerCenterClient({ credential: () => "a-token" });
    const options = { params: { path: { version: "1" } }, fetch };
    await expect(Reflect.apply(ofOneCall.GET, undefined, [PATH, options])).rejects.toThrow(
      new TypeError(expected),
    );
  });

  it.each<[string, () => unknown]>([
    ["a proxy that is revoked", () => revoked()],
    [
      "an error whose message cannot be read",
      () => Object.defineProperty(new Error(), "message", { get: () => revoked() }),
    ],
    [
      "an error whose message throws",
      () =>
        Object.defineProperty(new Error(), "message", {
          get() {
            throw new Error("unreadable");
          },
        }),
    ],
    ["an error whose cause is a proxy that is revoked", () => new Error("", { cause: revoked() })],
    ["text", () => "text"],
    ["nothing", () => undefined],
  ])("reports a fetch that throws %s", async (_what, thrown) => {
    const fetch = () => Promise.reject(thrown());
    const client = createPartnerCenterClient({ credential: () => "a-token", fetch, retry: false });
    const ofOneCall = createPartnerCenterClient({ credential: () => "a-token" });
    const params = { path: { version: "1" } } as const;

    for (const call of [
      client.getRelationshipRequestLink(),
      ofOneCall.GET(PATH, { params, fetch }),
    ]) {
      await expect(failed(call)).resolves.toMatchObject({ reason: "network" });
    }
  });

  it.each([200, 500])(
    "ends with the reason of an abort while the body of a %i arrives, also through the fetch of one call",
    (status) =>
      withServer(
        (response) => response.writeHead(status, { "Content-Length": 10 }).write("12345"),
        async ({ url }) => {
          const client = createPartnerCenterClient({ credential: () => "a-token", baseUrl: url });
          const params = { path: { version: "1" } } as const;
          for (const fetch of [undefined, (request: Request) => globalThis.fetch(request)]) {
            const controller = new AbortController();
            const call = client.GET(PATH, {
              params,
              signal: controller.signal,
              ...(fetch && { fetch }),
            });
            setTimeout(() => controller.abort(new Error("enough")), 50);

            await expect(call).rejects.toThrow("enough");
          }
        },
      ),
  );

  it.each([undefined, 0, "", null])(
    "ends a call with an error when a callback of the client throws %p",
    (thrown) =>
      withServer(withLink, async ({ url }) => {
        const client = createPartnerCenterClient({
          credential: () => "a-token",
          baseUrl: url,
          onAttempt() {
            throw thrown;
          },
        });

        await expect(client.getRelationshipRequestLink()).rejects.toThrow(
          `A callback threw ${thrown}.`,
        );
      }),
  );

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["a byte order mark", Buffer.from("\ufeff")],
  ])("takes %s for an empty body, with its length, where one may be empty", (_what, body) =>
    withServer(
      (response) => response.writeHead(200, { "Content-Length": body.length }).end(body),
      async ({ url }) => {
        for (const fetch of [undefined, createUndiciFetch()]) {
          const client = createPartnerCenterClient({
            credential: () => "a-token",
            baseUrl: url,
            fetch,
          });
          const path = { version: "1", customer_id: "contoso.onmicrosoft.com" } as const;
          const { data, response } = await client.GET(
            "/v{version}/customers/{customer_id}/relationships",
            { params: { path } },
          );

          expect([response.status, data]).toEqual([200, undefined]);
          await fetch?.close();
        }
      },
    ),
  );

  it("sends no fragment", () =>
    withServer(withLink, async ({ url, requests }) => {
      for (const fetch of [undefined, createUndiciFetch()]) {
        const client = createPartnerCenterClient({
          credential: () => "a-token",
          baseUrl: url,
          fetch,
        });
        client.use({
          onRequest: ({ request }) => new Request(`${request.url}?a=b%23#fragment`, request),
        });
        await client.getRelationshipRequestLink();
        await fetch?.close();
      }

      expect(requests.map((request) => request.url)).toEqual([
        "/v1/customers/relationshiprequests?a=b%23",
        "/v1/customers/relationshiprequests?a=b%23",
      ]);
    }));

  it("sends the host of the URL, whatever host the caller names", () =>
    withServer(withLink, async ({ url, requests }) => {
      for (const fetch of [undefined, createUndiciFetch()]) {
        const client = createPartnerCenterClient({
          credential: () => "a-token",
          baseUrl: url,
          fetch,
        });
        await client.getRelationshipRequestLink({}, { headers: { Host: "contoso.com" } });
        await fetch?.close();
      }

      expect(requests.map(({ headers }) => headers.host)).toEqual([
        new URL(url).host,
        new URL(url).host,
      ]);
    }));

  it("reports a success whose body somebody has read", () =>
    withServer(withLink, async ({ url }) => {
      const client = clientOf(url);
      client.use({
        async onResponse({ response }) {
          await response.text();
        },
      });

      await expect(failed(client.getRelationshipRequestLink())).resolves.toMatchObject({
        reason: "malformed-response",
        message: expect.stringContaining("already read"),
      });
    }));

  const known = { status: 503, cv: "jbYZRWjU3E262f8o.0", serverId: "030020643", attempts: 1 };
  const headOf503: Handler = (response, request) => {
    const headers = { ...serviceHeaders(request), "Retry-After": "30", "Content-Length": "100" };
    response.writeHead(503, headers).write('{"code":');
  };

  it("goes by the head of a failure whose body breaks off, and keeps when to come back", () =>
    withServer(
      (response, request, index) => {
        headOf503(response, request, index);
        setTimeout(() => response.destroy(), 10);
      },
      async ({ url }) => {
        const error = await failed(clientOf(url).getRelationshipRequestLink());

        expect(error).toMatchObject({ reason: "throttled", retryAfterMs: 30_000, ...known });
        expect(error).not.toHaveProperty("cause");
        expect(error.message).toMatch(
          / failed: 503, "Service Unavailable", a reply that broke off \(.+\)\. Come back in 30 s;/,
        );
      },
    ));

  it("goes by the head of a failure whose body stalls, and keeps when to come back", () =>
    withLiveTimers((timers) =>
      withServer(headOf503, async ({ url }) => {
        const client = clientOf(url, () => timers.fire(LIMIT_MS));

        const error = await failed(client.getRelationshipRequestLink());

        expect(error).toMatchObject({ reason: "throttled", retryAfterMs: 30_000, ...known });
        expect(error.message).toContain(
          ' failed: 503, "Service Unavailable", no complete reply within 60000 ms. Come back in 30 s;',
        );
        expect(timers.count()).toBe(0);
      }),
    ));

  it("leaves an empty body when what it said to be gzip is not, for the raw client too", () =>
    withServer(
      (response) => response.writeHead(400, { "Content-Encoding": "gzip" }).end("no gzip"),
      async ({ url }) => {
        const params = { path: { version: "1" as const } };

        const { error, response } = await clientOf(url).GET(PATH, { params });

        expect([response.status, error, await response.text().catch(String)]).toEqual([
          400,
          "",
          expect.stringMatching(/^TypeError: Body is unusable/),
        ]);
      },
    ));

  it("does not wait for a body that comes after its time, and does not let it in", () =>
    withLiveTimers(async (timers) => {
      let end = () => {};
      const body = new ReadableStream({
        start: (controller) => {
          end = () => {
            controller.enqueue(new TextEncoder().encode('{"code":"late"}'));
            controller.close();
          };
        },
      });
      const client = createPartnerCenterClient({
        credential: () => "a-token",
        timeoutMs: LIMIT_MS,
        retry: false,
        fetch: async () => {
          setImmediate(() => timers.fire(LIMIT_MS));
          return new Response(body, { status: 500 });
        },
      });
      client.use({
        async onResponse() {
          end();
          await new Promise((resolve) => setImmediate(resolve));
        },
      });

      await expect(failed(client.getRelationshipRequestLink())).resolves.toMatchObject({
        reason: "service",
        code: undefined,
      });
    }));

  it("ends as the status says when the body of a failure is too large, without it", () =>
    withServer(
      (response, request) =>
        response
          .writeHead(503, serviceHeaders(request))
          .end(JSON.stringify({ code: "1", description: "x".repeat(2_000_000) })),
      async ({ url }) => {
        const error = await failed(clientOf(url).getRelationshipRequestLink());

        expect(error).toMatchObject({ reason: "service", code: undefined, ...known });
        expect(error.message).toContain(
          '503, "Service Unavailable", more than 1,048,576 bytes. Try again later.',
        );
      },
    ));

  it.each([
    ["with its length", { "Content-Length": "16" }],
    ["in chunks", {}],
  ])("takes a 205 for a success without a body, though one came %s", (_how, headers) =>
    withRawReply(
      `205 Reset Content${Object.entries(headers).map((header) => `\r\n${header.join(": ")}`)}`,
      async (url) => {
        const params = { path: { version: "1" as const } };

        const { data, response } = await clientOf(url).GET(PATH, { params });

        expect([response.status, data]).toEqual([205, undefined]);
        await expect(failed(clientOf(url).getRelationshipRequestLink())).resolves.toMatchObject({
          reason: "malformed-response",
          status: 205,
        });
      },
    ),
  );

  it("takes a 205 with a body of a custom fetch for one without", async () => {
    const reply = Object.defineProperty(new Response('{"url":"never"}'), "status", { value: 205 });
    const client = createPartnerCenterClient({
      credential: () => "a-token",
      fetch: async () => reply,
    });

    const { data } = await client.GET(PATH, { params: { path: { version: "1" } } });

    expect(data).toBeUndefined();
  });

  it("closes the connection of a call that ends before its reply", () =>
    withLiveTimers(async (timers) => {
      let closed: Promise<unknown> = Promise.reject(new Error("The request did not arrive."));
      closed.catch(() => undefined);
      const play: Handler = (response) => {
        closed = once(response, "close");
        timers.fire(LIMIT_MS);
      };
      await withServer(play, async ({ url }) => {
        await expect(failed(clientOf(url).getRelationshipRequestLink())).resolves.toMatchObject({
          reason: "timeout",
        });

        await closed;
      });
    }));

  it("survives causes that go round in a circle", async () => {
    const error = new Error("one");
    error.cause = new Error("the other", { cause: error });
    const client = createPartnerCenterClient({
      credential: () => "a-token",
      retry: false,
      fetch: () => Promise.reject(error),
    });

    await expect(failed(client.getRelationshipRequestLink())).resolves.toMatchObject({
      reason: "network",
    });
  });

  it("reads no more than a link could take", () =>
    withServer(
      (response) => response.writeHead(200).end(" ".repeat(MAX_RESPONSE_BYTES + 1)),
      async ({ url }) => {
        const error = await failed(clientOf(url).getRelationshipRequestLink());

        expect(error).toMatchObject({ reason: "malformed-response", status: 200 });
        expect(error.message).toContain("200 without a content type, more than 1,048,576 bytes.");
      },
    ));

  it("reads XML for a caller that asks for it", () =>
    withServer(
      (response) => response.writeHead(200, { "Content-Type": "text/xml" }).end("<url/>"),
      async ({ url }) => {
        const { data } = await clientOf(url).GET("/v{version}/customers/relationshiprequests", {
          params: { path: { version: "1" } },
          headers: { Accept: "text/xml" },
          parseAs: "text",
        });

        expect(data).toBe("<url/>");
      },
    ));
});
