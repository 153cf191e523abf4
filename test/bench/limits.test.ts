import type { CallTable } from "../../scripts/bench/calls.js";
import { fails, judgeCalls, judgeFigures, judgeFootprint } from "../../scripts/bench/limits.js";
import type { Spread } from "../../scripts/bench/measure.js";
import { AZURE, CLIENT } from "../../scripts/bench/names.js";

const NOTHING: Spread = { median: 0.5, lower: 0.4, upper: 0.6 };

/** A table in which every comparison gave the same. */
function tableOf(comparison: Spread, { atOnce = 1, retried = false, names = [AZURE] } = {}) {
  const rows = names.map((name) => ({
    name,
    cpu: NOTHING,
    wall: NOTHING,
    cpuRatio: NOTHING,
    wallRatio: NOTHING,
  }));
  return { atOnce, retried, rows, compare: () => comparison } satisfies CallTable;
}

describe("the limits of the bench", () => {
  it("hold one call and 50 at a time to what was promised", () => {
    const judged = [1, 50].flatMap((atOnce) => judgeCalls([tableOf(NOTHING, { atOnce })]));

    expect(judged.map(({ figure, limit }) => [figure, limit])).toEqual([
      ["CPU, this client / fetch of Node, 1 at a time", 1.1],
      ["CPU, this client / openapi-fetch, 1 at a time", 1.05],
      ["CPU, this client, ./undici / fetch of Node, 1 at a time", 0.9],
      ["CPU, this client, ./undici / @azure-rest/core-client, 1 at a time", 1],
      ["CPU, this client / fetch of Node, 50 at a time", 1.15],
      ["CPU, this client / openapi-fetch, 50 at a time", 1.05],
      ["CPU, this client, ./undici / fetch of Node, 50 at a time", 0.9],
      ["CPU, this client, ./undici / @azure-rest/core-client, 50 at a time", 1],
    ]);
  });

  it("fail a run whose ratio is above by more than its spread", () => {
    const above = { median: 1.3, lower: 1.2, upper: 1.4 };

    expect(fails(judgeCalls([tableOf(above)]))).toBe(true);
  });

  it("let a ratio pass whose spread reaches below", () => {
    const around = { median: 1.3, lower: 0.89, upper: 1.5 };

    expect(fails(judgeCalls([tableOf(around)]))).toBe(false);
  });

  it("are multiplied for a run that is too short to be exact", () => {
    const above = { median: 1.3, lower: 1.2, upper: 1.4 };

    expect(fails(judgeCalls([tableOf(above)], 1.6))).toBe(false);
    expect(fails(judgeCalls([tableOf({ median: 2, lower: 1.9, upper: 2 })], 1.6))).toBe(true);
  });

  it("leave out calls after a 503, and Azure's client where it does not run", () => {
    expect(judgeCalls([tableOf(NOTHING, { retried: true })])).toEqual([]);
    expect(judgeCalls([tableOf(NOTHING, { names: [] })])).toHaveLength(3);
  });

  it.each([
    [1, 1_048_576, false],
    [2, 0, true],
    [1, 1_048_577, true],
  ])(
    "with %d token requests and a heap larger by %d bytes fail: %p",
    (requests, growth, failed) => {
      expect(fails(judgeFigures(requests, growth, 100_000))).toBe(failed);
    },
  );

  it("tell of a bundle and an import that are too large, and fail for neither", () => {
    const footprint = { name: CLIENT, bundleBytes: 20_000, importBytes: 1 };
    const judged = judgeFootprint([{ ...footprint, gzippedBytes: 5_001, importMs: 16 }]);

    expect(judged.map(({ exceeded }) => exceeded)).toEqual([true, true]);
    expect(fails(judged)).toBe(false);
    expect(
      judgeFootprint([{ ...footprint, gzippedBytes: 5_000, importMs: 15 }]).map(
        ({ exceeded }) => exceeded,
      ),
    ).toEqual([false, false]);
  });
});
