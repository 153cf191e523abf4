import { makeCalls, measure, ratio, spreadOf } from "../../scripts/bench/measure.js";
import { seeded, shuffled } from "../../scripts/bench/random.js";

const cost = (cpu: number) => ({ cpu, wall: cpu });
const call = async () => undefined;

describe("spreadOf", () => {
  it("gives the median and the quartiles, in whatever order the figures come", () => {
    expect(spreadOf([9, 1, 5, 3, 7])).toEqual({ median: 5, lower: 3, upper: 7 });
  });
});

describe("ratio", () => {
  it("compares round by round, so that a slow round of both changes nothing", () => {
    const one = { name: "one", call, costs: [cost(2), cost(200), cost(4)] };
    const other = { name: "other", call, costs: [cost(1), cost(100), cost(2)] };

    expect(ratio(one, other, "cpu")).toEqual({ median: 2, lower: 2, upper: 2 });
  });
});

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
  it("lets all make the same number of calls, in rounds of another order each", async () => {
    const order: string[] = [];
    const runners = ["a", "b", "c"].map((name) => ({
      name,
      call: async () => void order.push(name),
      costs: [],
    }));
    await measure(runners, { seconds: 0, callsPerRound: 1, atOnce: 1, random: seeded(7) });

    const rounds = Array.from({ length: 5 }, (_, round) => order.slice(3 * round, 3 * round + 3));
    expect(rounds.map((round) => round.toSorted().join(""))).toEqual(Array(5).fill("abc"));
    expect(new Set(rounds.map((round) => round.join(""))).size).toBeGreaterThan(1);
    expect(runners.map(({ costs }) => costs.length)).toEqual([5, 5, 5]);
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
