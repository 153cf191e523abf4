import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDescription } from "./description.js";
import { operationsWorkflow } from "./operations-workflow.js";
import { ROOT, run } from "./run.js";
import { startSandboxServer } from "./sandbox-server.js";

const SPEC = join(ROOT, "spec");
const DESCRIPTION = "openapi.yaml";

const folder = await mkdtemp(join(tmpdir(), "partner-center-respect-"));
const sandbox = await startSandboxServer();
try {
  const description = await readDescription();
  // Beside the workflows, which name the description in many files; JSON is YAML.
  await writeFile(join(folder, DESCRIPTION), JSON.stringify(description));
  const workflows = (await readdir(SPEC)).filter((name) => name.endsWith(".arazzo.yaml"));
  for (const name of workflows) {
    await cp(join(SPEC, name), join(folder, name));
  }
  const generated = "every-operation.arazzo.json";
  await writeFile(
    join(folder, generated),
    JSON.stringify(operationsWorkflow(description, DESCRIPTION)),
  );

  for (const name of [...workflows, generated]) {
    const server = `partner-center=${sandbox.url}`;
    const report = await run("redocly", "respect", join(folder, name), "--server", server);
    const totals = report.match(/(Workflows|Steps|Checks): .*total/g) ?? [report];
    console.log(`The sandbox respects ${name}. ${totals.join("; ")}.`);
  }
} finally {
  await sandbox.close();
  await rm(folder, { recursive: true });
}
