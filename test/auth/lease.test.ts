import { jest } from "@jest/globals";
import { createLease } from "../../src/auth/lease.js";
import type { LeaseEntry } from "../../src/auth/shared-tokens.js";
import { createLeaseStore } from "./memory-store.js";

/** A store whose clock only the test moves. */
function createMemory() {
  let now = 0;
  const pass = (ms: number) => {
    now += ms;
  };
  return { ...createLeaseStore(() => now), pass };
}

type Memory = ReturnType<typeof createMemory>;

/** The lease as one process has it; what it waits is counted, and passes at once. */
function createProcess({ store }: Memory, over: Partial<LeaseEntry> = {}) {
  const waits: number[] = [];
  const entry: LeaseEntry = {
    isPaused: () => false,
    latencyMs: () => 0,
    holder: () => store.get("lease"),
    set: (holder, ttlMs) => store.set("lease", holder, ttlMs),
    add: (holder, ttlMs) => store.add("lease", holder, ttlMs),
    ...over,
  };
  const lease = createLease(entry, async (ms) => {
    waits.push(ms);
  });
  return { lease, waits };
}

describe("the lease in a store with `add`", () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** Lets time pass for the store and for all processes that live. */
  async function pass(memory: Memory, ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 100) {
      memory.pass(100);
      await jest.advanceTimersByTimeAsync(100);
    }
  }

  test("is had by one, and by the next when it is given back", async () => {
    const memory = createMemory();
    const [first, second] = [createProcess(memory), createProcess(memory)];

    expect(await first.lease.take()).toBe("own");
    expect(await second.lease.take()).toBe("other");
    await first.lease.giveBack();
    memory.pass(1);
    expect(await second.lease.take()).toBe("own");
    expect(second.waits).toEqual([100]);
  });

  test("stays with its holder for as long as that lives, though it lasts 2.5 s", async () => {
    const memory = createMemory();
    const [first, second] = [createProcess(memory), createProcess(memory)];
    await first.lease.take();

    await pass(memory, 60_000);

    expect(await second.lease.take()).toBe("other");
    expect(first.lease.isLost()).toBe(false);
    await first.lease.giveBack();
    memory.pass(1);
    expect(await second.lease.take()).toBe("own");
  });

  test("is free 2.5 s after its holder died, whatever the clocks of the processes show", async () => {
    const memory = createMemory();
    const [first, second] = [createProcess(memory), createProcess(memory)];
    await first.lease.take();
    jest.clearAllTimers();

    memory.pass(2_499);
    expect(await second.lease.take()).toBe("other");
    memory.pass(1);
    expect(await second.lease.take()).toBe("own");
  });

  test("is free 9.7 s after its holder died when the store takes a second to answer", async () => {
    const memory = createMemory();
    const [first, second] = [
      createProcess(memory, { latencyMs: () => 1_000 }),
      createProcess(memory),
    ];
    await first.lease.take();
    jest.clearAllTimers();

    memory.pass(9_699);
    expect(await second.lease.take()).toBe("other");
    memory.pass(1);
    expect(await second.lease.take()).toBe("own");
  });

  test("is not unbroken once another process may have held it, though its holder has it again", async () => {
    const memory = createMemory();
    const [first, second] = [createProcess(memory), createProcess(memory)];
    await first.lease.take();
    expect(first.lease.isUnbroken()).toBe(true);
    memory.entries.clear();
    await second.lease.take();
    await second.lease.giveBack();

    await pass(memory, 800);

    expect(first.lease.isLost()).toBe(false);
    expect(first.lease.isUnbroken()).toBe(false);
    await first.lease.giveBack();
  });

  test("is lost to a holder that stood still, which then leaves it to the next", async () => {
    const memory = createMemory();
    const [first, second] = [createProcess(memory), createProcess(memory)];
    await first.lease.take();
    memory.pass(2_500);
    expect(await second.lease.take()).toBe("own");

    await jest.advanceTimersByTimeAsync(800);
    expect(first.lease.isLost()).toBe(true);
    await first.lease.giveBack();
    memory.pass(1);

    expect(await createProcess(memory).lease.take()).toBe("other");
  });

  test("is lost when the store fails to extend it for as long as it lasts", async () => {
    const memory = createMemory();
    const failing = () => Promise.reject(new Error("connect ECONNREFUSED"));
    const { lease } = createProcess(memory, { set: failing });
    await lease.take();

    await pass(memory, 2_400);
    expect(lease.isLost()).toBe(false);
    await pass(memory, 100);
    expect(lease.isLost()).toBe(true);
  });

  test("is taken again by its holder when somebody emptied the store", async () => {
    const memory = createMemory();
    const [first, second] = [createProcess(memory), createProcess(memory)];
    await first.lease.take();
    memory.entries.clear();

    await pass(memory, 800);

    expect(await second.lease.take()).toBe("other");
    expect(first.lease.isLost()).toBe(false);
    await first.lease.giveBack();
  });

  test("is waited for while the store fails, and everybody has it after five seconds of that", async () => {
    const memory = createMemory();
    const { lease, waits } = createProcess(memory, { add: async () => undefined });

    expect(await lease.take()).toBe("unknown");
    expect(lease.isLost()).toBe(false);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(5_000);
  });

  test("is had by one after the store failed for a while", async () => {
    const memory = createMemory();
    const failures = [undefined, undefined];
    const flaky = createProcess(memory, {
      add: async (holder, ttlMs) =>
        failures.length > 0 ? failures.pop() : memory.store.add("lease", holder, ttlMs),
    });

    expect(await flaky.lease.take()).toBe("own");
    expect(flaky.waits).toEqual([100, 100]);
    expect(await createProcess(memory).lease.take()).toBe("other");
    await flaky.lease.giveBack();
  });

  test("is not waited for while the store is left alone, as it said nothing", async () => {
    const memory = createMemory();
    const silent = createProcess(memory, { add: async () => undefined, isPaused: () => true });

    expect(await silent.lease.take()).toBe("unknown");
    expect(silent.waits).toEqual([]);
  });
});
