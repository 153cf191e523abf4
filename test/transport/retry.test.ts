import type { PartnerCenterError, RetryEvent, RetryOptions } from "partner-center-client";
import { createAttempt } from "../../src/transport/attempt.js";
import { createRetry } from "../../src/transport/retry.js";
import { createDescribeCall } from "../../src/wire/call-context.js";
import { failed } from "../failed.js";
import { withLiveTimers } from "../live-timers.js";
import { serviceHeaders, withLink } from "../replies.js";
import { type Handler, type TestServer, withServer } from "../server.js";

const NOW = Date.parse("Tue, 21 Jul 2020 04:10:58 GMT");

/** How long an attempt may take: longer than any machine needs, so that time is up only where a test says so. */
const LIMIT_MS = 20_000;

interface Played {
  readonly outcome: Response | PartnerCenterError;
  readonly waits: number[];
  readonly events: RetryEvent[];
  readonly requests: TestServer["requests"];
}

interface Play extends RetryOptions {
  readonly method?: string;
  readonly body?: string;
  readonly random?: number;
  readonly timeoutMs?: number;
  /** Milliseconds by which the clock on the wall is set back in each wait. */
  readonly setBackMs?: number;
  /** Is told when the head of a reply has arrived. */
  readonly onHead?: (status: number) => void;
}

/** Sends a request to a server with these handlers, one for each attempt, while the clock only ticks in waits. */
function play(
  handlers: Handler[],
  {
    method,
    body,
    random = 1,
    timeoutMs = LIMIT_MS,
    onHead = () => undefined,
    setBackMs = 0,
    ...options
  }: Play = {},
) {
  return withServer<Played>(
    (response, request, index) => handlers[index]?.(response, request, index),
    async ({ url, requests }) => {
      const clock = { now: NOW, monotonic: 0 };
      const waits: number[] = [];
      const events: RetryEvent[] = [];
      const describe = createDescribeCall();
      const send = createRetry({
        budgetMs: 120_000,
        onRetry: (event) => events.push(event),
        ...options,
        attempt: createAttempt(undefined, url, describe),
        timeoutMs,
        describe,
        renewIfRefused: async () => undefined,
        clock: {
          now: () => clock.now,
          monotonic: () => clock.monotonic,
          random: () => random,
          delay: async (ms) => {
            waits.push(ms);
            clock.now += ms - setBackMs;
            clock.monotonic += ms;
          },
        },
      });
      const request = new Request(`${url}/v1/customers/relationshiprequests`, {
        method: method ?? "GET",
        ...(body !== undefined && { body }),
        headers: new Headers({ "ms-requestid": "one-call", "ms-correlationid": "one-work" }),
      });
      const outcome = await withFetch(
        async (input, init) => {
          const response = await platformFetch(input, init);
          setImmediate(onHead, response.status);
          return response;
        },
        () => send(request).catch((error: unknown) => failed(Promise.reject(error))),
      );
      return { outcome, waits, events, requests };
    },
  );
}

const { fetch: platformFetch } = globalThis;

/** Runs `use` while this is the platform's fetch. */
async function withFetch<Result>(fetch: typeof globalThis.fetch, use: () => Promise<Result>) {
  globalThis.fetch = fetch;
  try {
    return await use();
  } finally {
    globalThis.fetch = platformFetch;
  }
}

const withStatus =
  (status: number, headers: Record<string, string> = {}): Handler =>
  (response, request) => {
    response.writeHead(status, { ...serviceHeaders(request), ...headers }).end("{}");
  };
const withHalfABody =
  (status: number, headers: Record<string, string> = {}): Handler =>
  (response) => {
    response.writeHead(status, { ...headers, "Content-Length": "100" }).write("{");
    setTimeout(() => response.destroy(), 10);
  };
const reset: Handler = (response) => response.destroy();
const silent: Handler = () => undefined;

describe("createRetry", () => {
  it("sends a call once that succeeds", async () => {
    const { outcome, waits, requests } = await play([withLink]);

    expect(outcome).toMatchObject({ status: 200 });
    expect(waits).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  it.each([408, 429, 500, 502, 503, 504, 507, 520, 524, 599])(
    "sends a call again after %i",
    async (status) => {
      const { outcome, waits, requests } = await play([withStatus(status), withLink]);

      expect(outcome).toMatchObject({ status: 200 });
      expect(waits).toEqual([500]);
      expect(requests).toHaveLength(2);
      expect(requests[1]).toEqual(requests[0]);
    },
  );

  it("sends a call again when the connection breaks", async () => {
    const { outcome, events } = await play([reset, withLink]);

    expect(outcome).toMatchObject({ status: 200 });
    expect(events).toMatchObject([{ attempt: 1, reason: "network", waitMs: 500 }]);
  });

  it("sends a call again when no reply comes in time", () =>
    withLiveTimers(async (timers) => {
      const silent: Handler = () => timers.fire(LIMIT_MS);

      const { outcome, events } = await play([silent, withLink]);

      expect(outcome).toMatchObject({ status: 200 });
      expect(events).toMatchObject([{ attempt: 1, reason: "timeout", waitMs: 500 }]);
    }));

  it.each([400, 401, 403, 404, 405, 406, 409, 412, 417, 501, 505, 600, 302])(
    "sends a call once that is answered with %i",
    async (status) => {
      const { outcome, requests } = await play([withStatus(status)]);

      expect(outcome).toMatchObject({ status });
      expect(requests).toHaveLength(1);
    },
  );

  it.each([401, 403, 404])(
    "sends a call once that is answered with %i and half a body",
    async (status) => {
      const { outcome, requests } = await play([withHalfABody(status)]);

      expect(outcome).toMatchObject({ status });
      expect(requests).toHaveLength(1);
    },
  );

  it.each([429, 503])(
    "comes back as late as the head of a %i asks whose body breaks off",
    async (status) => {
      const { outcome, waits } = await play([
        withHalfABody(status, { "Retry-After": "57" }),
        withLink,
      ]);

      expect(outcome).toMatchObject({ status: 200 });
      expect(waits).toEqual([57_500]);
    },
  );

  it("comes back as late as the head of a 429 asks whose body stalls", () =>
    withLiveTimers(async (timers) => {
      const stalling: Handler = (response) => {
        response.writeHead(429, { "Retry-After": "57", "Content-Length": "100" }).write("{");
      };
      const onHead = (status: number) => {
        if (status === 429) {
          timers.fire(LIMIT_MS);
        }
      };

      const { outcome, waits } = await play([stalling, withLink], { onHead });

      expect(outcome).toMatchObject({ status: 200 });
      expect(waits).toEqual([57_500]);
    }));

  it("sends a call again that failed with more than fits, as its status says", async () => {
    const { events } = await play([
      (response) => response.writeHead(503).end(" ".repeat(2_000_000)),
      withLink,
    ]);

    expect(events).toMatchObject([{ attempt: 1, reason: 503 }]);
  });

  it("sends a call once whose success is malformed", async () => {
    const { outcome, requests } = await play([
      (response) => response.writeHead(200, { "Content-Length": 2_000_000 }).end("<p>"),
    ]);

    expect(outcome).toMatchObject({ reason: "malformed-response", status: 200 });
    expect(requests).toHaveLength(1);
  });

  it("gives up after three retries, with what came back last and how often it was sent", async () => {
    const { outcome, waits, requests } = await play([reset, reset, reset, reset]);

    expect(outcome).toMatchObject({ reason: "network", attempts: 4, requestId: "one-call" });
    expect(outcome).toHaveProperty(
      "message",
      expect.stringContaining(" failed after 4 attempts: no reply ("),
    );
    expect(waits).toEqual([500, 1_000, 2_000]);
    expect(requests).toHaveLength(4);
  });

  it("waits a random part of an exponential time, up to the longest", async () => {
    const { waits } = await play(
      Array.from({ length: 6 }, () => withStatus(500)),
      {
        maxRetries: 5,
        maxDelayMs: 3_000,
        random: 0.5,
      },
    );

    expect(waits).toEqual([250, 500, 1_000, 1_500, 1_500]);
  });

  it.each([
    ["seconds", "57", 57_500],
    ["an HTTP date", "Tue, 21 Jul 2020 04:11:55 GMT", 57_500],
    ["less than the exponential time", "0", 500],
    ["a time that has passed", "Tue, 21 Jul 2020 04:00:00 GMT", 500],
    ["a negative time", "-5", 500],
    ["no time at all", "soon", 500],
  ])(
    "waits as long as Retry-After asks in %s, and a random part of the exponential time",
    async (_form, value, waitMs) => {
      const { outcome, waits } = await play([withStatus(429, { "Retry-After": value }), withLink]);

      expect(outcome).toMatchObject({ status: 200 });
      expect(waits).toEqual([waitMs]);
    },
  );

  it.each([
    ["than the longest wait", "61", {}],
    ["than the budget has left", "57", { budgetMs: 57_000 }],
    ["than anyone would wait", "99999999999999999999", {}],
  ])("ends at once when Retry-After asks for more %s", async (_what, value, options) => {
    const { outcome, waits, requests } = await play(
      [withStatus(429, { "Retry-After": value })],
      options,
    );

    expect(outcome).toMatchObject({ status: 429 });
    expect(waits).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  it("waits as long as Retry-After asks and no longer when there is time for no more", async () => {
    const { outcome, waits } = await play([withStatus(429, { "Retry-After": "60" }), withLink]);

    expect(outcome).toMatchObject({ status: 200 });
    expect(waits).toEqual([60_000]);
  });

  it("ends when the budget is spent", async () => {
    const { waits, requests } = await play(
      Array.from({ length: 9 }, () => withStatus(500)),
      { maxRetries: 8, budgetMs: 4_000 },
    );

    expect(waits).toEqual([500, 1_000, 2_000]);
    expect(requests).toHaveLength(4);
  });

  it("ends when the budget is spent, though somebody sets the clock back by an hour meanwhile", async () => {
    const { waits, requests } = await play(
      Array.from({ length: 9 }, () => withStatus(500)),
      { maxRetries: 8, budgetMs: 4_000, setBackMs: 3_600_000 },
    );

    expect(waits).toEqual([500, 1_000, 2_000]);
    expect(requests).toHaveLength(4);
  });

  it("ends with what came back when the budget leaves less than a tenth of `timeoutMs` for another attempt", async () => {
    const { outcome, waits } = await play([withStatus(429, { "Retry-After": "30" })], {
      timeoutMs: 20_000,
      budgetMs: 31_999,
    });

    expect(outcome).toMatchObject({ status: 429 });
    expect(waits).toEqual([]);
  });

  it("cuts an attempt to what the budget has left", async () => {
    const { outcome } = await play([silent], { timeoutMs: 60_000, budgetMs: 20 });

    expect(outcome).toMatchObject({ reason: "timeout", attempts: 1 });
    expect(outcome).toHaveProperty("message", expect.stringContaining("within 20 ms"));
  });

  it.each(["HEAD", "OPTIONS", "DELETE"])("repeats %s", async (method) => {
    const { requests } = await play([withStatus(500), withLink], { method });

    expect(requests).toHaveLength(2);
  });

  it("repeats PUT with its body", async () => {
    const { requests } = await play([withStatus(500), reset, withLink], {
      method: "PUT",
      body: "same",
    });

    expect(requests.map(({ body }) => body)).toEqual(["same", "same", "same"]);
  });

  it.each(["POST", "PATCH"])("does not repeat %s", async (method) => {
    const { outcome, requests } = await play([withStatus(500), withLink], { method, body: "a" });

    expect(outcome).toMatchObject({ status: 500 });
    expect(requests).toHaveLength(1);
  });

  it("tells of each wait before it starts", async () => {
    const { events } = await play([withStatus(503), reset, withLink]);

    expect(events).toEqual([
      {
        attempt: 1,
        waitMs: 500,
        reason: 503,
        isOfAnotherCall: false,
        requestId: "one-call",
        correlationId: "one-work",
      },
      {
        attempt: 2,
        waitMs: 1_000,
        reason: "network",
        isOfAnotherCall: false,
        requestId: "one-call",
        correlationId: "one-work",
      },
    ]);
  });

  it("ends with what onRetry throws", async () => {
    const failure = new Error("the log is full");
    const onRetry = () => {
      throw failure;
    };

    await expect(play([withStatus(500)], { onRetry })).rejects.toMatchObject({
      cause: { error: failure },
    });
  });

  it("does not retry when told to send nothing again", async () => {
    const { outcome, requests } = await play([withStatus(500)], { maxRetries: 0 });

    expect(outcome).toMatchObject({ status: 500 });
    expect(requests).toHaveLength(1);
  });
});
