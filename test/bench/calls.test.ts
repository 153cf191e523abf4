import { type CallRun, leastOf } from "../../scripts/bench/calls.js";

const run = (one: number, fifty: number, allocatedKiB: number): CallRun => ({
  node: "20.20.2",
  costs: [
    { name: "a client", cpu: { "1 at a time": one, "50 at a time": fifty }, allocatedKiB },
    { name: "another", cpu: { "1 at a time": 10 * one }, allocatedKiB: 10 * allocatedKiB },
  ],
});

describe("several runs", () => {
  it("are one with the least of each figure", () => {
    expect(leastOf([run(300, 200, 61), run(200, 300, 60)])).toEqual({
      node: "20.20.2",
      costs: [
        { name: "a client", cpu: { "1 at a time": 200, "50 at a time": 200 }, allocatedKiB: 60 },
        { name: "another", cpu: { "1 at a time": 2_000 }, allocatedKiB: 600 },
      ],
    });
  });

  it("have to be at least one", () => {
    expect(leastOf([run(1, 2, 3)])).toEqual(run(1, 2, 3));
    expect(() => leastOf([])).toThrow("There is no run.");
  });
});
