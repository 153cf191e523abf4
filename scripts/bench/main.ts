// npm run bench: measures this client against what a user would pick instead, writes scripts/bench/results.json and
// the tables of README, and exits with 1 when a ratio is above its limit by more than its spread.
// --quick: this client and what it is made of only, with generous limits; writes nothing.
// --seed 7: takes the contenders in the order of another run, which told its seed.
// --readme: makes the tables of README from the file, without measuring.
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { type CallTable, measureCalls, withService } from "./calls.js";
import { heapGrowth, tokenRequests } from "./figures.js";
import { weigh } from "./footprint.js";
import { fails, judgeCalls, judgeFigures, judgeFootprint, type Verdict } from "./limits.js";
import { openClient, own } from "./own.js";
import { prepare } from "./prepare.js";
import { seeded } from "./random.js";
import { table, withTables } from "./readme.js";
import { type Results, readResults, writeResults } from "./results.js";
import { timeTools } from "./toolchain.js";
import type { Contender } from "./work.js";

const README = new URL("../../README.md", import.meta.url);
const QUICK_SLACK = 2;

async function writeReadme(results: Results): Promise<void> {
  await writeFile(README, withTables(await readFile(README, "utf8"), results));
}

/** The versions of the contenders that are npm packages, by name of the contender. */
async function versionsOf(contenders: readonly Contender[]): Promise<Record<string, string>> {
  const versions: Record<string, string> = {};
  for (const { name, packageName } of contenders) {
    for (const folder of ["./", "../../"]) {
      const file = new URL(`${folder}node_modules/${packageName}/package.json`, import.meta.url);
      const text = packageName && (await readFile(file, "utf8").catch(() => undefined));
      versions[name] ??= text ? JSON.parse(text).version : undefined;
    }
  }
  return versions;
}

function print(calls: readonly CallTable[], verdicts: readonly Verdict[]): void {
  for (const { retried, atOnce, rows } of calls) {
    console.log(`\n${atOnce} at a time${retried ? ", each after one 503" : ""}, µs per call\n`);
    console.log(
      table(
        ["client", "CPU", "ratio", "middle half", "clock", "ratio"],
        rows.map(({ name, cpu, wall, cpuRatio, wallRatio }) => [
          name,
          cpu.median.toFixed(0),
          cpuRatio.median.toFixed(2),
          `${cpuRatio.lower.toFixed(2)} to ${cpuRatio.upper.toFixed(2)}`,
          wall.median.toFixed(0),
          wallRatio.median.toFixed(2),
        ]),
      ),
    );
  }
  console.log();
  for (const { figure, value, limit, unit, exceeded } of verdicts) {
    console.log(
      `${exceeded ? "MISSED" : "ok    "} ${figure}: ${value.median.toFixed(2)} ${unit} (at most ${limit.toFixed(2)})`,
    );
  }
}

async function figures(url: string, calls: number): Promise<Verdict[]> {
  const requests = await tokenRequests((credential) => openClient(url, { credential }));
  return judgeFigures(requests, await heapGrowth(openClient(url), calls), calls);
}

async function quick(): Promise<Verdict[]> {
  const verdicts = await withService(async (url) => {
    const calls = [
      await measureCalls(url, own, false, { ...plan, seconds: 8, callsPerRound: 100, atOnce: 1 }),
      await measureCalls(url, own, false, { ...plan, seconds: 8, callsPerRound: 200, atOnce: 50 }),
    ];
    const judged = [...judgeCalls(calls, QUICK_SLACK), ...(await figures(url, 5_000))];
    print(calls, judged);
    return judged;
  });
  return verdicts;
}

async function full(): Promise<Verdict[]> {
  await prepare();
  const { peers } = await import("./peers.js");
  const contenders = [...own, ...peers];
  const repeating = contenders.filter(({ retries }) => retries);
  const [calls, counts] = await withService(async (url) => [
    [
      await measureCalls(url, contenders, false, {
        ...plan,
        seconds: 50,
        callsPerRound: 100,
        atOnce: 1,
      }),
      await measureCalls(url, contenders, false, {
        ...plan,
        seconds: 50,
        callsPerRound: 200,
        atOnce: 50,
      }),
      await measureCalls(url, repeating, true, {
        ...plan,
        seconds: 15,
        callsPerRound: 50,
        atOnce: 1,
      }),
      await measureCalls(url, repeating, true, {
        ...plan,
        seconds: 15,
        callsPerRound: 100,
        atOnce: 50,
      }),
    ],
    await figures(url, 100_000),
  ]);
  const footprints = await weigh(contenders);
  const verdicts = [...judgeCalls(calls), ...judgeFootprint(footprints), ...counts];
  print(calls, verdicts);

  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    seed,
    machine: {
      processor: cpus()[0]?.model ?? "unknown",
      cores: cpus().length,
      node: process.versions.node,
    },
    versions: await versionsOf(contenders),
    calls: calls.map(({ retried, atOnce, rows }) => ({ retried, atOnce, rows })),
    footprints,
    toolsMs: await timeTools(),
    verdicts,
  };
  console.log();
  for (const [tool, ms] of Object.entries(results.toolsMs)) {
    console.log(`${tool}: ${(ms / 1000).toFixed(1)} s`);
  }
  await writeResults(results);
  await writeReadme(await readResults());
  return verdicts;
}

const { values: asked } = parseArgs({
  options: {
    quick: { type: "boolean" },
    readme: { type: "boolean" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
const seed = Number(asked.seed);
const plan = { random: seeded(seed) };

if (asked.readme) {
  await writeReadme(await readResults());
} else {
  console.log(`Seed ${seed}.`);
  const verdicts = await (asked.quick ? quick() : full());
  process.exit(fails(verdicts) ? 1 : 0);
}
