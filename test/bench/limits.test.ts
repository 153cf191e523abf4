import type { CallCost } from "../../scripts/bench/calls.js";
import { isMissed, judgeCalls, judgeFigures, judgeFootprint } from "../../scripts/bench/limits.js";
import {
  AZURE,
  BARE,
  CLIENT,
  CLIENT_ON_UNDICI,
  LOGGED_CLIENT,
  RAW,
} from "../../scripts/bench/names.js";

/** What a call costs 1 at a time, 50 at a time, and in KiB. */
const cost = (name: string, one: number, many: number, allocatedKiB: number): CallCost => ({
  name,
  cpu: { "1 at a time": one, "50 at a time": many },
  allocatedKiB,
});
const AT_THE_LIMITS = [
  cost(RAW, 1_000, 1_000, 0),
  cost(BARE, 1_000, 1_000, 0),
  cost(CLIENT, 1_200, 1_260, 69),
  cost(CLIENT_ON_UNDICI, 760, 490, 38),
  cost(LOGGED_CLIENT, 1_344, 1_411.2, 0),
  cost(AZURE, 800.1, 742.5, 0),
];
const missed = (costs: readonly CallCost[], room?: number) =>
  judgeCalls({ node: "20.0.0", costs }, room)
    .filter(isMissed)
    .map(({ figure }) => figure);

describe("the limits of the bench", () => {
  it("hold one call and 50 at a time, and what is allocated, to what was promised", () => {
    const judged = judgeCalls({ node: "20.0.0", costs: AT_THE_LIMITS });

    expect(judged.map(({ figure, limit }) => [figure, limit])).toEqual([
      ["CPU, this client / openapi-fetch, 1 at a time, Node 20.0.0", 1.2],
      ["CPU, this client / openapi-fetch, 50 at a time, Node 20.0.0", 1.26],
      ["CPU, this client, with onAttempt / this client, 1 at a time, Node 20.0.0", 1.12],
      ["CPU, this client, with onAttempt / this client, 50 at a time, Node 20.0.0", 1.12],
      ["CPU, this client, ./undici / fetch of Node, 1 at a time, Node 20.0.0", 0.76],
      ["CPU, this client, ./undici / fetch of Node, 50 at a time, Node 20.0.0", 0.49],
      ["CPU, this client, ./undici / @azure-rest/core-client, 1 at a time, Node 20.0.0", 0.95],
      ["CPU, this client, ./undici / @azure-rest/core-client, 50 at a time, Node 20.0.0", 0.66],
      ["allocated per call, this client, Node 20.0.0", 69],
      ["allocated per call, this client, ./undici, Node 20.0.0", 38],
    ]);
    expect(judged.filter(isMissed)).toEqual([]);
  });

  it("are missed by whatever is above them, however little", () => {
    const above = AT_THE_LIMITS.map(({ name, cpu, allocatedKiB }) => {
      const { "1 at a time": one = 0, "50 at a time": many = 0 } = cpu;
      const isOther = name === RAW || name === BARE || name === AZURE;
      const more = name === LOGGED_CLIENT ? 10 : 1;
      return isOther
        ? cost(name, one, many, 0)
        : cost(name, one + more, many + more, allocatedKiB + 0.1);
    });

    expect(missed(above)).toHaveLength(10);
  });

  it("leave room for CPU time, and none for what is allocated, in a run that is too short", () => {
    const above = [
      ...AT_THE_LIMITS.slice(0, 2),
      cost(CLIENT, 1_430, 1_500, 69.1),
      cost(CLIENT_ON_UNDICI, 900, 580, 38),
    ];

    expect(missed(above, 1.2)).toEqual(["allocated per call, this client, Node 20.0.0"]);
    expect(missed(above)).toHaveLength(5);
  });

  it("leave out Azure's client where it does not run", () => {
    expect(judgeCalls({ node: "20.0.0", costs: AT_THE_LIMITS.slice(0, 5) })).toHaveLength(8);
  });

  it("are missed by a client that was not measured", () => {
    expect(missed([])).toEqual([
      "allocated per call, this client, Node 20.0.0",
      "allocated per call, this client, ./undici, Node 20.0.0",
    ]);
  });

  it.each([
    [1, 1_048_576, false],
    [2, 0, true],
    [1, 1_048_577, true],
  ])(
    "with %d token requests and a heap larger by %d bytes are missed: %p",
    (requests, growth, isAbove) => {
      expect(judgeFigures(requests, growth, 100_000).some(isMissed)).toBe(isAbove);
    },
  );

  it("are missed by a bundle and an import that are too large", () => {
    const footprint = { name: CLIENT, bundleBytes: 40_000, importBytes: 1 };

    expect(
      judgeFootprint([{ ...footprint, gzippedBytes: 20_701, importMs: 20.1 }]).map(isMissed),
    ).toEqual([true, true]);
    expect(
      judgeFootprint([{ ...footprint, gzippedBytes: 20_700, importMs: 20 }]).map(isMissed),
    ).toEqual([false, false]);
  });
});
