// npm run bench: measures this client against what a user would pick instead, on two versions of Node, writes
// scripts/bench/results.json and the tables made from it, and exits with 1 when a figure is above its limit.
// --quick: this client and what it is made of, on this Node, with a fifth of room for CPU time; writes nothing. When
// something is above its limit all is measured again, three times at most, as a busy machine can only add to it.
// --seconds 120: measures each kind of call longer than it otherwise does.
// --seed 7: takes the contenders in the order of another run, which told its seed.
// --readme: makes the tables from the file, without measuring.
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { type CallRun, leastOf, measureCalls, type Runtime } from "./calls.js";
import { heapGrowth, tokenRequests } from "./figures.js";
import { weigh } from "./footprint.js";
import {
  isMissed,
  judgeCalls,
  judgeFigures,
  judgeFootprint,
  judgeLinks,
  type Verdict,
} from "./limits.js";
import { compareLinks } from "./links.js";
import { openClient, own } from "./own.js";
import { prepare } from "./prepare.js";
import { withService } from "./processes.js";
import { seeded } from "./random.js";
import { report, summary, withTable, withTables } from "./readme.js";
import { type Results, readResults, writeResults } from "./results.js";
import { HERE, runtimes } from "./runtimes.js";
import { timeTools } from "./toolchain.js";
import type { Contender } from "./work.js";

const README = new URL("../../README.md", import.meta.url);
const GUIDE = new URL("../../spec/guides/speed.md", import.meta.url);
const REPORT = new URL("README.md", import.meta.url);
const QUICK = { seconds: 10, room: 1.2, calls: 5_000, links: 5_000 };
const FULL = { seconds: 60, room: 1, calls: 100_000, links: 20_000 };
const LINK_ROUNDS = 3;
const QUICK_TRIES = 3;

async function writeTables(results: Results): Promise<void> {
  await writeFile(README, withTable(await readFile(README, "utf8"), results));
  await writeFile(GUIDE, withTables(await readFile(GUIDE, "utf8"), results));
  await writeFile(REPORT, report(results));
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

/** Measures the calls, and judges the figures that are no call's. */
function measured(
  contenders: readonly Contender[],
  nodes: readonly Runtime[],
  { calls, links, ...plan }: typeof FULL,
): Promise<[CallRun[], Verdict[]]> {
  return withService(async (url) => {
    const seconds = Number(asked.seconds ?? plan.seconds);
    const runs: CallRun[] = [];
    for (const node of nodes) {
      runs.push(await measureCalls(url, contenders, node, { seconds, random }));
    }
    const requests = await tokenRequests((credential) => openClient(url, { credential }));
    const growth = await heapGrowth(await openClient(url), calls);
    const slowness = await compareLinks(url, links, LINK_ROUNDS);
    const ofLinks = judgeLinks(slowness, links, plan.room);
    return [runs, [...judgeFigures(requests, growth, calls), ofLinks]];
  });
}

async function quick(earlier: readonly CallRun[] = []): Promise<Verdict[]> {
  const [runs, ofFigures] = await measured(own, [HERE], QUICK);
  const all = [...earlier, ...runs];
  const run = leastOf(all);
  const verdicts = [...judgeCalls(run, QUICK.room), ...ofFigures];
  console.log(summary([run], verdicts));
  return verdicts.some(isMissed) && all.length < QUICK_TRIES ? quick(all) : verdicts;
}

async function full(): Promise<Verdict[]> {
  await prepare();
  const { peers } = await import("./peers.js");
  const contenders = [...own, ...peers];
  const [calls, ofFigures] = await measured(contenders, runtimes(), FULL);
  const footprints = await weigh(contenders);
  const ofCalls = calls.flatMap((run) => judgeCalls(run, FULL.room));
  const verdicts = [...ofCalls, ...ofFigures, ...judgeFootprint(footprints)];
  console.log(summary(calls, verdicts));
  await writeResults({
    date: new Date().toISOString().slice(0, 10),
    seed,
    machine: { processor: cpus()[0]?.model ?? "unknown", cores: cpus().length },
    versions: await versionsOf(contenders),
    calls,
    footprints,
    toolsMs: await timeTools(),
    verdicts,
  });
  await writeTables(await readResults());
  return verdicts;
}

const { values: asked } = parseArgs({
  options: {
    quick: { type: "boolean" },
    readme: { type: "boolean" },
    seconds: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
const seed = Number(asked.seed);
const random = seeded(seed);

if (asked.readme) {
  await writeTables(await readResults());
} else {
  console.log(`Seed ${seed}.`);
  const verdicts = await (asked.quick ? quick() : full());
  process.exit(verdicts.some(isMissed) ? 1 : 0);
}
