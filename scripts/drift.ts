import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUNDLE, readDescription } from "./description.js";
import { recordTraffic } from "./record-traffic.js";
import { redocly } from "./run.js";

interface Report {
  readonly run: { readonly totalExchanges: number };
  readonly problems: readonly { readonly severity: string; readonly message: string }[];
}

interface Coverage {
  readonly totals: Readonly<Record<string, { readonly covered: number; readonly total: number }>>;
  readonly operations: readonly { readonly missing: readonly unknown[] }[];
}

const folder = await mkdtemp(join(tmpdir(), "partner-center-drift-"));
try {
  const traffic = join(folder, "traffic.har");
  const coverageFile = join(folder, "coverage.json");
  await writeFile(traffic, await recordTraffic(await readDescription()));
  const report: Report = JSON.parse(
    await redocly(
      ...["drift", traffic, "--api", BUNDLE],
      ...["--format", "json", "--coverage-output", coverageFile],
    ),
  );
  const coverage: Coverage = JSON.parse(await readFile(coverageFile, "utf8"));
  const flaws = [...report.problems, ...coverage.operations.flatMap(({ missing }) => missing)];
  for (const flaw of flaws) {
    console.error(JSON.stringify(flaw));
  }
  const totals = Object.entries(coverage.totals).map(
    ([kind, { covered, total }]) => `${covered}/${total} ${kind}`,
  );
  console.log(`${report.run.totalExchanges} exchanges cover ${totals.join(", ")}.`);
  process.exitCode = flaws.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}
