import { type WebhookEvent } from "partner-center-client/webhooks";
import { ACCEPTED, delivery, makeAuthority, trusting, verifyOnce } from "./sender.js";

const DAY_MS = 24 * 60 * 60 * 1000;

const authority = makeAuthority();
const { options } = trusting(authority);

function verify(body: object | string): Promise<WebhookEvent> {
  return verifyOnce(delivery(authority.leaf, body), options);
}

/** Remembers in a map, as a store for one process would. */
function memory() {
  const entries = new Map<string, string>();
  const added: { key: string; value: string; ttlMs: number }[] = [];
  const add = (key: string, value: string, ttlMs: number) => {
    added.push({ key, value, ttlMs });
    const isNew = !entries.has(key);
    entries.set(key, value);
    return isNew;
  };
  return { seen: { add }, added };
}

describe("`id`", () => {
  it("is the same for each delivery, however the body is written", async () => {
    const one = await verify(ACCEPTED);
    const two = await verify(JSON.stringify({ ...ACCEPTED, ResourceName: "customer" }, null, 2));

    expect(two.id).toBe(one.id);
  });

  it.each([
    { ...ACCEPTED, EventName: "indirect-reseller-relationship-accepted-by-customer" },
    { ...ACCEPTED, ResourceUri: `${ACCEPTED.ResourceUri}0` },
    { ...ACCEPTED, ResourceUri: null },
    { ...ACCEPTED, ResourceChangeUtcDate: "2026-05-31T08:15:42.1234568+00:00" },
    { ...ACCEPTED, ResourceChangeUtcDate: undefined },
  ])("is another one for %j", async (body) => {
    expect((await verify(body)).id).not.toBe((await verify(ACCEPTED)).id);
  });

  it("is that of the whole body where there is no date, lest one event hide the next", async () => {
    const one = await verify({ EventName: "invoice-ready", AuditUri: "a" });
    const two = await verify({ EventName: "invoice-ready", AuditUri: "b" });

    expect(two.id).not.toBe(one.id);
  });
});

describe("`isRepeated`", () => {
  it("is false for the first delivery of an event and true for the next", async () => {
    const { seen, added } = memory();
    const again = { ...options, seen };

    const [one, two] = [
      await verifyOnce(delivery(authority.leaf), again),
      await verifyOnce(delivery(authority.leaf), again),
    ];
    const other = await verifyOnce(
      delivery(authority.leaf, { EventName: "test-created" }),
      again,
    );

    expect([one.isRepeated, two.isRepeated, other.isRepeated]).toEqual([false, true, false]);
    expect(added[0]).toEqual({
      key: `partner-center-client:webhook:${one.id}`,
      value: "reseller-relationship-accepted-by-customer",
      ttlMs: 30 * DAY_MS,
    });
  });

  it("is false for each delivery where nothing remembers", async () => {
    await verify(ACCEPTED);

    expect((await verify(ACCEPTED)).isRepeated).toBe(false);
  });

  it("is told by a store that answers later", async () => {
    const seen = { add: async () => false };

    await expect(
      verifyOnce(delivery(authority.leaf), { ...options, seen }),
    ).resolves.toHaveProperty("isRepeated", true);
  });

  it("is not asked for a request that proves nothing", async () => {
    const { seen, added } = memory();
    const { headers } = delivery(authority.leaf);

    await expect(
      verifyOnce({ headers, body: new Uint8Array(3) }, { ...options, seen }),
    ).rejects.toHaveProperty("reason", "wrong-signature");

    expect(added).toEqual([]);
  });

  it.each<[string, string]>([
    ['"OK"', "a string"],
    ["null", "null"],
    ["1", "a number"],
  ])("is not guessed from a store that gives %s", async (text, kind) => {
    const seen = { add: () => JSON.parse(text) };

    await expect(verifyOnce(delivery(authority.leaf), { ...options, seen })).rejects.toThrow(
      new TypeError(
        `Expected \`seen.add\` to be a function that gives true or false, got ${kind}.`,
      ),
    );
  });

  it("that nobody can tell refuses the event for now", async () => {
    const cause = new Error("the store is away");

    await expect(
      verifyOnce(delivery(authority.leaf), {
        ...options,
        seen: { add: () => Promise.reject(cause) },
      }),
    ).rejects.toMatchObject({ reason: "seen-unavailable", status: 503, cause });
  });
});
