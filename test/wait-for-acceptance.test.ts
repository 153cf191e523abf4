import {
  createPartnerCenterClient,
  type PollEvent,
  type WaitForAcceptanceOptions,
  waitForAcceptance,
} from "partner-center-client";
import { assembleClient } from "../src/client.js";
import { poll } from "../src/wait-for-acceptance.js";
import { failed } from "./failed.js";
import { serviceHeaders, withFault } from "./replies.js";
import { type Handler, withServer } from "./server.js";

const CUSTOMER = "5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05";

const withCustomer =
  (relationshipToPartner: string): Handler =>
  (response, request) =>
    response
      .writeHead(200, serviceHeaders(request))
      .end(JSON.stringify({ id: CUSTOMER, relationshipToPartner }));

const NO_RELATIONSHIP = withFault(403, { code: 20002 });

/** Waits for a customer that these handlers play, while the clock only ticks in waits. */
function wait(handlers: Handler[], options: WaitForAcceptanceOptions = {}) {
  return withServer(
    (response, request, index) => handlers[index]?.(response, request, index),
    async ({ url, requests }) => {
      const clock = { now: 0 };
      const delay = async (ms: number, signal: AbortSignal) => {
        signal.throwIfAborted();
        clock.now += ms;
      };
      const client = assembleClient(
        { credential: () => "a-token", baseUrl: url, retry: false },
        { delay, now: Date.now, monotonic: () => clock.now, random: Math.random },
      );
      const events: PollEvent[] = [];
      const delays: number[] = [];
      const call = poll(
        client,
        CUSTOMER,
        { onPoll: (event) => events.push(event), ...options },
        {
          monotonic: () => clock.now,
          delay: (ms, signal) => {
            delays.push(ms);
            return delay(ms, signal);
          },
        },
      );
      const outcome = await call.then(
        (customer) => ({ customer, error: undefined }),
        (error: unknown) => ({ customer: undefined, error }),
      );
      return { ...outcome, events, requests, delays, waits: events.map(({ waitMs }) => waitMs) };
    },
  );
}

describe("waitForAcceptance", () => {
  it("looks every five minutes, and resolves with the customer once it has accepted", async () => {
    const played = await wait([
      NO_RELATIONSHIP,
      withFault(404, { code: 60003 }),
      withCustomer("none"),
      withCustomer("reseller"),
    ]);

    expect(played).toMatchObject({
      customer: { id: CUSTOMER, relationshipToPartner: "reseller" },
      events: [
        { poll: 1, relationshipToPartner: undefined, error: undefined, waitMs: 300_000 },
        { poll: 2, relationshipToPartner: undefined, error: undefined },
        { poll: 3, relationshipToPartner: "none", error: undefined },
      ],
    });
    expect(played.requests.map(({ url }) => url)).toEqual(
      new Array(4).fill(`/v1/customers/${CUSTOMER}`),
    );
  });

  it("resolves at once with a customer that has accepted already", async () => {
    const { customer, events } = await wait([withCustomer("reseller")]);

    expect(customer).toMatchObject({ id: CUSTOMER });
    expect(events).toEqual([]);
  });

  it("waits as long as a throttled look asks, and goes on", async () => {
    const { customer, waits } = await wait(
      [withFault(429, {}, { "Retry-After": "120" }), withCustomer("reseller")],
      { intervalMs: 60_000 },
    );

    expect(customer).toBeDefined();
    expect(waits).toEqual([120_000]);
  });

  it("waits longer than a timer can count in several parts, as such a timer would end at once", async () => {
    const days = 30 * 86_400;
    const { waits, delays } = await wait([
      withFault(429, {}, { "Retry-After": String(days) }),
      withCustomer("reseller"),
    ]);

    expect(waits).toEqual([days * 1000]);
    expect(delays).toEqual([2_147_483_647, days * 1000 - 2_147_483_647]);
  });

  it("takes a failure that may pass for a look without an answer", async () => {
    const { customer, events } = await wait([
      (response) => response.destroy(),
      withFault(500, {}),
      withCustomer("reseller"),
    ]);

    expect(customer).toBeDefined();
    expect(events).toMatchObject([
      { error: { reason: "network" } },
      { error: { reason: "service", status: 500 } },
    ]);
  });

  it.each<[string, Handler, object]>([
    ["a token that is refused", withFault(401, {}), { reason: "sign-in" }],
    ["another refusal", withFault(403, { code: 1002 }), { reason: "forbidden", code: "1002" }],
    ["another tenant not found", withFault(404, { code: 1000 }), { reason: "not-found" }],
  ])("ends with %s", async (_title, handler, details) => {
    const { error, requests } = await wait([handler]);

    expect(error).toMatchObject(details);
    expect(requests).toHaveLength(1);
  });

  it("ends when the next look would come after its time, and says what was seen last", async () => {
    const { error, requests } = await wait([NO_RELATIONSHIP, withCustomer("none")], {
      intervalMs: 60_000,
      timeoutMs: 100_000,
    });

    expect(requests).toHaveLength(2);
    expect(error).toMatchObject({
      name: "PartnerCenterError",
      reason: "timeout",
      attempts: 2,
      serverId: "030020643",
      message: `Waiting for the customer ${CUSTOMER} to accept ended after 100000 ms: at the last poll, number 2, the relationship was none. Ask the customer whether an administrator has opened the link and accepted.`,
    });
  });

  it("keeps why the last poll failed when time is up", async () => {
    const { error } = await wait([withFault(500, {})], { timeoutMs: 1000 });

    expect(error).toMatchObject({ reason: "timeout", cause: { reason: "service" } });
    expect(String(error)).toContain("the last poll failed (service)");
  });

  it("ends with the reason of its signal, during a look and during a wait", async () => {
    const duringWait = new AbortController();
    const waiting = await wait([NO_RELATIONSHIP], {
      signal: duringWait.signal,
      onPoll: () => duringWait.abort(new Error("left")),
    });
    const duringLook = new AbortController();
    const looking = await wait([() => duringLook.abort(new Error("gone"))], {
      signal: duringLook.signal,
    });

    expect(waiting.error).toMatchObject({ message: "left" });
    expect(looking.error).toMatchObject({ message: "gone" });
  });

  it.each([
    [{ intervalMs: 59_999 }, "Expected `intervalMs` to be milliseconds, 60000 to 2147483647"],
    [{ intervalMs: Number.NaN }, "`intervalMs`"],
    [{ intervalMs: 2 ** 31 }, "`intervalMs`"],
    [{ timeoutMs: 0 }, "Expected `timeoutMs` to be milliseconds, 1 or more, got 0."],
  ])("refuses %j before anything is sent", async (options, words) => {
    const { error, requests } = await wait([], options);

    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain(words);
    expect(requests).toHaveLength(0);
  });

  it("refuses a PartnerID for a customer", async () => {
    const client = createPartnerCenterClient({ credential: () => "a-token" });

    await expect(waitForAcceptance(client, "4871236")).rejects.toThrow("looks like a PartnerID");
  });

  it("reports a failure with what to quote", async () => {
    const { error } = await wait([withFault(401, {})]);

    await expect(failed(Promise.reject(error))).resolves.toMatchObject({
      requestId: expect.any(String),
    });
  });
});
