import {
  createPartnerCenterClient,
  type PartnerCenterClientOptions,
  type RetryEvent,
} from "partner-center-client";
import { createUndiciFetch } from "partner-center-client/undici";
import { assembleClient } from "../../src/client.js";
import { Throttle } from "../../src/transport/throttle.js";
import { failed } from "../failed.js";
import { LINK, withFault, withLink } from "../replies.js";
import { withServer } from "../server.js";
import { VirtualClock } from "../virtual-clock.js";

const ANSWER_MS = 20;

/** One request at the service that is played, and what it asked for. */
interface Arrival {
  readonly path: string;
  readonly at: number;
  /** Until when the service asks not to be called. */
  readonly closedUntil: number | undefined;
}

/** Milliseconds to ask for, if this arrival is one too many. */
type Limit = (path: string, at: number) => number | undefined;

/** As many calls for a path as this in each window, which begins with a call. */
function quota(most: number, windowMs: number, isOf: (path: string) => boolean): Limit {
  const window = { from: Number.NEGATIVE_INFINITY, calls: 0 };
  return (path, at) => {
    if (!isOf(path)) {
      return undefined;
    }
    if (at >= window.from + windowMs) {
      Object.assign(window, { from: at, calls: 0 });
    }
    window.calls += 1;
    return window.calls > most ? window.from + windowMs - at : undefined;
  };
}

/** A client of a service that takes 20 ms for an answer, and no time to refuse. */
function play(limit: Limit, options: Partial<PartnerCenterClientOptions> = {}) {
  const clock = new VirtualClock();
  const arrivals: Arrival[] = [];
  const client = assembleClient(
    {
      credential: () => "a-token",
      async fetch({ url }) {
        const at = clock.monotonic();
        const path = new URL(url).pathname;
        const waitMs = limit(path, at);
        arrivals.push({ path, at, closedUntil: waitMs && at + waitMs });
        if (waitMs !== undefined) {
          const headers = { "retry-after-ms": String(Math.ceil(waitMs)) };
          return Response.json({ code: "429" }, { status: 429, headers });
        }
        await clock.delay(ANSWER_MS);
        return Response.json({ ...LINK, id: "any" });
      },
      ...options,
    },
    clock,
  );
  const link = (init: object = {}) =>
    client.GET("/v{version}/customers/relationshiprequests", {
      params: { path: { version: "1" } },
      ...init,
    });
  const customer = (customer_id: string) =>
    client.GET("/v{version}/customers/{customer_id}", {
      params: { path: { version: "1", customer_id } },
    });
  return { clock, arrivals, client, link, customer };
}

/** The arrivals of a path between the time at which it was closed and the one named then. */
function tooEarly(arrivals: readonly Arrival[]): Arrival[] {
  const closed = arrivals.flatMap(({ path, at, closedUntil = at }) => ({ path, at, closedUntil }));
  const last = new Map<string, { at: number; closedUntil: number }>();
  return closed.filter((arrival) => {
    const { at = 0, closedUntil = 0 } = last.get(arrival.path) ?? {};
    if (arrival.closedUntil > closedUntil) {
      last.set(arrival.path, arrival);
    }
    return arrival.at > at && arrival.at < closedUntil;
  });
}

/** Makes calls, so many at a time. */
async function inTurns(count: number, atATime: number, call: (index: number) => Promise<unknown>) {
  let next = 0;
  const work = async () => {
    while (next < count) {
      next += 1;
      await call(next - 1);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
}

/** Asks the first call to come back after this time. */
function once(waitMs: number): Limit {
  let calls = 0;
  return () => {
    calls += 1;
    return calls === 1 ? waitMs : undefined;
  };
}

describe("a client", () => {
  it("sends a thousand calls, fifty at a time, within the quota of a hundred in ten seconds", async () => {
    const { clock, arrivals, link } = play(quota(100, 10_000, () => true));
    const statuses: number[] = [];

    await clock.until(
      inTurns(1_000, 50, async () => {
        statuses.push((await link()).response.status);
      }),
    );

    expect(statuses).toEqual(Array(1_000).fill(200));
    expect(tooEarly(arrivals)).toEqual([]);
    expect(clock.monotonic()).toBeLessThan(90_000 * 1.2);
    // Each call that was refused is one that was under way when the window was full.
    expect(arrivals.length).toBeLessThan(1_000 + 10 * 50);
  });

  it("goes on with seven paths as if the eighth were not throttled", async () => {
    const ids = Array.from({ length: 8 }, () => crypto.randomUUID());
    const isThrottled = (path: string) => path.endsWith(`/${ids[7]}`);
    const { clock, arrivals, customer } = play(quota(5, 10_000, isThrottled));

    const ends = await clock.until(
      Promise.all(
        ids.map(async (id) => {
          await inTurns(10, 1, () => customer(id));
          return clock.monotonic();
        }),
      ),
    );

    expect(tooEarly(arrivals)).toEqual([]);
    expect(ends.slice(0, 7)).toEqual(Array(7).fill(10 * ANSWER_MS));
    expect(ends[7]).toBeGreaterThanOrEqual(10_000);
    expect(arrivals.filter(({ path }) => !isThrottled(path))).toHaveLength(70);
  });

  it("resumes calls that waited one after the other, at any moment of the back-off", async () => {
    const { clock, arrivals, link } = play(once(10_000));

    const refused = link();
    await new Promise(setImmediate);

    await clock.until(Promise.all([refused, ...Array.from({ length: 49 }, () => link())]));

    const [first, ...resumed] = arrivals;
    expect(first).toMatchObject({ at: 0, closedUntil: 10_000 });
    const times = resumed.map(({ at }) => at);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(10_000);
    expect(Math.max(...times)).toBeLessThanOrEqual(10_500);
    expect(new Set(times).size).toBeGreaterThan(40);
  });

  it.each([429, 503])("says that a wait is due to the %i of another call", async (status) => {
    const events: RetryEvent[] = [];
    const answers = [
      Response.json({}, { status, headers: { "Retry-After": "7" } }),
      Response.json(LINK),
      Response.json(LINK),
    ];
    const clock = new VirtualClock();
    const client = assembleClient(
      {
        credential: () => "a-token",
        correlationId: "b6a9b1e5-4a5e-4a0e-8f0c-2d1f5a1c9d11",
        retry: { onRetry: (event) => events.push(event) },
        fetch: async () => answers.shift() ?? Response.error(),
      },
      clock,
    );
    const call = () =>
      client.GET("/v{version}/customers/relationshiprequests", {
        params: { path: { version: "1" } },
      });
    const first = call();
    await new Promise(setImmediate);

    await clock.until(Promise.all([first, call()]));

    expect(events).toMatchObject([
      { attempt: 1, reason: status, isOfAnotherCall: false },
      { attempt: 0, reason: status, isOfAnotherCall: true, requestId: expect.any(String) },
    ]);
    expect(events[1]?.waitMs).toBeGreaterThanOrEqual(7_000);
    expect(events[1]?.waitMs).toBeLessThanOrEqual(7_500);
  });

  it("lets calls wait that are never retried", async () => {
    const { clock, arrivals, link } = play(once(10_000), { retry: false });

    const refused = await clock.until(link());
    const { response } = await clock.until(link());

    expect(refused.response.status).toBe(429);
    expect(response.status).toBe(200);
    expect(arrivals).toHaveLength(2);
    expect(arrivals[1]?.at).toBeGreaterThanOrEqual(10_000);
  });

  it.each([
    ["the longest wait", { maxDelayMs: 9_000 }],
    ["the budget", { budgetMs: 9_000 }],
  ])("ends a call at once, unsent, that %s does not let wait so long", async (_what, retry) => {
    const { clock, arrivals, link } = play(once(10_000), { retry });
    await clock.until(link());

    const error = await failed(clock.until(link()));

    expect(arrivals).toHaveLength(1);
    expect(clock.monotonic()).toBe(0);
    expect(error).toMatchObject({
      reason: "throttled",
      retryAfterMs: 10_000,
      attempts: 0,
      status: undefined,
      requestId: undefined,
      correlationId: undefined,
    });
    expect(error.message).toBe(
      "GET https://api.partnercenter.microsoft.com/v1/customers/relationshiprequests failed: " +
        "not sent, because the service holds back all calls of this path. " +
        "Come back in 10 s; calls made earlier count against the limit.",
    );
  });

  it("ends a call that was sent before with the ids to quote", async () => {
    const answers = [
      Response.json({}, { status: 500 }),
      Response.json({}, { status: 429, headers: { "Retry-After": "30" } }),
    ];
    const clock = new VirtualClock();
    const client = assembleClient(
      {
        credential: () => "a-token",
        correlationId: "b6a9b1e5-4a5e-4a0e-8f0c-2d1f5a1c9d11",
        retry: { maxDelayMs: 2_000 },
        fetch: async () => answers.shift() ?? Response.json(LINK),
      },
      clock,
    );
    const call = () =>
      client.GET("/v{version}/customers/relationshiprequests", {
        params: { path: { version: "1" } },
      });
    const sent = failed(call());
    await new Promise(setImmediate);
    await clock.until(call());

    const error = await clock.until(sent);

    expect(error).toMatchObject({ reason: "throttled", attempts: 1 });
    expect(error.message).toContain("failed: not sent again, because the service holds back");
    expect(error.message).toContain("(MS-RequestId: ");
    expect(error.message).toContain("MS-CorrelationId: b6a9b1e5-4a5e-4a0e-8f0c-2d1f5a1c9d11)");
  });

  it("ends the wait of a call that is aborted, at once, and of no other", async () => {
    const { clock, arrivals, link } = play(once(10_000));
    const first = link();
    await new Promise(setImmediate);
    const controller = new AbortController();
    const aborted = link({ signal: controller.signal }).catch((error: unknown) => error);
    await new Promise(setImmediate);
    expect(clock.waits).toHaveLength(2);

    controller.abort("changed my mind");

    expect(await aborted).toBe("changed my mind");
    expect(clock.monotonic()).toBe(0);
    expect(clock.waits).toHaveLength(1);
    expect((await clock.until(first)).response.status).toBe(200);
    expect(arrivals).toHaveLength(2);
  });

  it.each([
    ["the fetch of the platform", undefined],
    ["undici", createUndiciFetch],
  ])("comes back to a server no earlier than it named, through %s", (_name, createFetch) => {
    const arrivals: number[] = [];
    let namedUntil = Number.POSITIVE_INFINITY;
    return withServer(
      (response, request, index) => {
        arrivals.push(performance.now());
        if (index > 0) {
          return withLink(response, request, index);
        }
        namedUntil = performance.now() + 300;
        return withFault(429, {}, { "retry-after-ms": "300" })(response, request, index);
      },
      async ({ url: baseUrl }) => {
        const fetch = createFetch?.();
        const others: Promise<unknown>[] = [];
        const client = createPartnerCenterClient({
          credential: () => "a-token",
          baseUrl,
          fetch,
          retry: {
            onRetry({ isOfAnotherCall }) {
              if (!isOfAnotherCall) {
                others.push(call(), call(), call());
              }
            },
          },
        });
        const call = () =>
          client.GET("/v{version}/customers/relationshiprequests", {
            params: { path: { version: "1" } },
          });

        await call();
        await Promise.all(others);
        await fetch?.close();

        expect(arrivals).toHaveLength(5);
        for (const arrival of arrivals.slice(1)) {
          expect(arrival).toBeGreaterThanOrEqual(namedUntil);
        }
      },
    );
  });
});

describe("Throttle", () => {
  const reply = (status: number, seconds: string) =>
    new Response(null, { status, headers: { "Retry-After": seconds } });
  const at = (path: string) => new Request(`https://api.partnercenter.microsoft.com${path}`);

  /** A throttle, the time of its clock, and how often it reads that. */
  function setUp() {
    const time = { ms: 0, reads: 0 };
    const monotonic = () => {
      time.reads += 1;
      return time.ms;
    };
    return { time, throttle: new Throttle({ now: () => 0, monotonic }) };
  }

  it("holds a path, whatever its query, and no other", () => {
    const { throttle } = setUp();
    throttle.recordRetryAfter(at("/v1/customers?size=10"), reply(429, "5"));

    expect(throttle.blockFor(at("/v1/customers?size=20"))).toEqual({ status: 429, until: 5_000 });
    expect(throttle.blockFor(at("/v1/customers/1"))).toBeUndefined();
  });

  it("keeps the later of two times", () => {
    const { throttle } = setUp();
    throttle.recordRetryAfter(at("/v1/customers"), reply(503, "9"));
    throttle.recordRetryAfter(at("/v1/customers"), reply(429, "5"));

    expect(throttle.blockFor(at("/v1/customers"))).toEqual({ status: 503, until: 9_000 });
  });

  it.each([408, 500, 504])("holds nothing after %i, whatever it asks of its own call", (status) => {
    const { throttle } = setUp();

    expect(throttle.recordRetryAfter(at("/v1/customers"), reply(status, "5"))).toBe(5_000);
    expect(throttle.blockFor(at("/v1/customers"))).toBeUndefined();
  });

  it("holds nothing when the service does not say when to come back", () => {
    const { throttle } = setUp();

    expect(throttle.recordRetryAfter(at("/v1/customers"), reply(429, "soon"))).toBeUndefined();
    expect(throttle.blockFor(at("/v1/customers"))).toBeUndefined();
  });

  it("holds a path for a day at most, however mistaken the service is", () => {
    const { throttle } = setUp();
    throttle.recordRetryAfter(at("/v1/customers"), reply(429, "99999999999999999999"));

    expect(throttle.blockFor(at("/v1/customers"))?.until).toBe(86_400_000);
  });

  it("blocks an address until its time is over, and not because of another one", () => {
    const { throttle, time } = setUp();
    throttle.recordRetryAfter(at("/v1/customers/1"), reply(429, "5"));
    throttle.recordRetryAfter(at("/v1/customers/2"), reply(429, "9"));
    time.ms = 5_000;

    expect(throttle.blockFor(at("/v1/customers/1"))).toBeUndefined();
    expect(throttle.blockFor(at("/v1/customers/2"))).toEqual({ status: 429, until: 9_000 });
  });

  it("reads no clock for an address that is not blocked, however many others are", () => {
    const { throttle, time } = setUp();
    for (let id = 0; id < 20_000; id += 1) {
      throttle.recordRetryAfter(at(`/v1/customers/${id}`), reply(429, "5"));
    }
    time.reads = 0;

    expect(throttle.blockFor(at("/v1/customers"))).toBeUndefined();
    expect(time.reads).toBe(0);
  });

  it("forgets addresses that are never called again", () => {
    const { throttle, time } = setUp();
    for (let id = 0; id < 10_000; id += 1) {
      time.ms = id * 1_000;
      throttle.recordRetryAfter(at(`/v1/customers/${id}`), reply(429, "5"));
    }
    // At this time each address that is remembered is blocked.
    time.ms = 0;
    const kept = Array.from({ length: 10_000 }, (_, id) =>
      throttle.blockFor(at(`/v1/customers/${id}`)),
    ).filter((block) => block !== undefined);

    expect(kept.length).toBeLessThan(300);
    expect(kept.at(-1)?.until).toBe(10_004_000);
  });

  it("forgets none that is still blocked", () => {
    const { throttle } = setUp();
    for (let id = 0; id < 1_000; id += 1) {
      throttle.recordRetryAfter(at(`/v1/customers/${id}`), reply(429, "5"));
    }

    for (let id = 0; id < 1_000; id += 1) {
      expect(throttle.blockFor(at(`/v1/customers/${id}`))).toBeDefined();
    }
  });
});
