import { run } from "./run.js";
import { startSandboxServer } from "./sandbox-server.js";

const WORKFLOWS = "spec/relationship-request-link.arazzo.yaml";

const sandbox = await startSandboxServer();
try {
  const report = await run(
    "redocly",
    "respect",
    WORKFLOWS,
    "--server",
    `partner-center=${sandbox.url}`,
  );
  const totals = report.match(/(Workflows|Steps|Checks): .*total/g) ?? [report];
  console.log(`The sandbox respects ${WORKFLOWS}. ${totals.join("; ")}.`);
} finally {
  await sandbox.close();
}
