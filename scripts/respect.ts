import { run } from "./run.js";
import { startSandboxServer } from "./sandbox-server.js";

const WORKFLOWS = [
  "spec/relationship-request-link.arazzo.yaml",
  "spec/relationship-life.arazzo.yaml",
];

const sandbox = await startSandboxServer();
try {
  for (const workflows of WORKFLOWS) {
    const report = await run(
      "redocly",
      "respect",
      workflows,
      "--server",
      `partner-center=${sandbox.url}`,
      "--input",
      `sandboxUrl=${sandbox.url}`,
    );
    const totals = report.match(/(Workflows|Steps|Checks): .*total/g) ?? [report];
    console.log(`The sandbox respects ${workflows}. ${totals.join("; ")}.`);
  }
} finally {
  await sandbox.close();
}
