import { allocationOf, makeCalls, measure } from "../../scripts/bench/measure.js";
import { seeded, shuffled } from "../../scripts/bench/random.js";

const call = async () => undefined;

describe("makeCalls", () => {
  it.each([
    [10, 1],
    [10, 3],
    [2, 50],
  ])("makes %d calls, at most %d at once", async (count, atOnce) => {
    let made = 0;
    let running = 0;
    let most = 0;
    await makeCalls(
      async () => {
        made += 1;
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
      },
      count,
      atOnce,
    );

    expect([made, most]).toEqual([count, Math.min(count, atOnce)]);
  });

  it("fails when one call does, so that nobody wins by not doing the work", async () => {
    const failing = async () => {
      throw new Error("no link");
    };

    await expect(makeCalls(failing, 2, 1)).rejects.toThrow("no link");
  });
});

describe("measure", () => {
  it("gives the least of the rounds that follow ten to warm up", async () => {
    const figures = [...Array(10).fill(1), 9, 5, 4, 6, 7];
    const runners = [{ name: "a", round: async () => figures.shift() ?? 0 }];

    await expect(measure(runners, { seconds: 0, random: seeded(7) })).resolves.toEqual(
      new Map([["a", 4]]),
    );
    expect(figures).toEqual([]);
  });

  it("lets all make the same number of rounds, of another order each", async () => {
    const order: string[] = [];
    const runners = ["a", "b", "c"].map((name) => ({
      name,
      round: async () => order.push(name),
    }));
    await measure(runners, { seconds: 0, random: seeded(7) });

    const rounds = Array.from({ length: 15 }, (_, round) => order.slice(3 * round, 3 * round + 3));
    expect(rounds.map((round) => round.toSorted().join(""))).toEqual(Array(15).fill("abc"));
    expect(new Set(rounds.slice(10).map((round) => round.join(""))).size).toBeGreaterThan(1);
    expect(order).toHaveLength(45);
  });
});

describe("allocationOf", () => {
  it("is by how much the heap grows for each call, the least of three times", async () => {
    const heap = [0, 500, 1_000, 1_200, 2_000, 2_900];
    const collected: boolean[] = [];
    const heapInUse = (collect: boolean) => {
      collected.push(collect);
      return heap.shift() ?? 0;
    };

    await expect(allocationOf(call, { calls: 10, heapInUse })).resolves.toBe(20);
    expect(collected).toEqual([true, false, true, false, true, false]);
  });
});

describe("seeded", () => {
  it("gives the same order for the same seed, and another for another", () => {
    const orderOf = (seed: number) => shuffled([..."abcdefgh"], seeded(seed)).join("");

    expect(orderOf(7)).toBe(orderOf(7));
    expect(orderOf(7)).not.toBe(orderOf(8));
    expect([...orderOf(7)].toSorted().join("")).toBe("abcdefgh");
  });

  it("gives numbers from 0 to 1, all over the place", () => {
    const random = seeded(1);
    const numbers = Array.from({ length: 1_000 }, random);

    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.filter((number) => number < 0.5).length).toBeGreaterThan(400);
    expect(numbers.filter((number) => number < 0.5).length).toBeLessThan(600);
  });
});
