import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type SandboxServer, startSandboxServer } from "../src/sandbox/server/server.js";
import { readDescription } from "./description.js";
import { operationsWorkflow } from "./operations-workflow.js";
import { ROOT, run } from "./run.js";

const SPEC = join(ROOT, "spec");
const DESCRIPTION = "openapi.yaml";

/** Has redocly judge a sandbox by the workflows of a file, and tells the totals. */
async function respect(file: string, { url }: SandboxServer): Promise<void> {
  const server = ["--server", `partner-center=${url}`];
  const input = ["--input", `sandboxUrl=${url}`];
  const report = await run("redocly", "respect", file, ...server, ...input);
  const totals = report.match(/(Workflows|Steps|Checks): .*total/g) ?? [report];
  console.log(`The sandbox respects ${basename(file)}. ${totals.join("; ")}.`);
}

const folder = await mkdtemp(join(tmpdir(), "partner-center-respect-"));
const partner = await startSandboxServer();
// Answers each call with an example, whatever came before it.
const singleAnswers = await startSandboxServer({ scenario: "link" });
try {
  const description = await readDescription();
  // Beside the workflows, which name the description in many files; JSON is YAML.
  await writeFile(join(folder, DESCRIPTION), JSON.stringify(description));
  for (const name of (await readdir(SPEC)).filter((file) => file.endsWith(".arazzo.yaml"))) {
    await cp(join(SPEC, name), join(folder, name));
    await respect(join(folder, name), partner);
  }
  const generated = join(folder, "every-operation.arazzo.json");
  await writeFile(generated, JSON.stringify(operationsWorkflow(description, DESCRIPTION)));
  await respect(generated, singleAnswers);
} finally {
  await partner.close();
  await singleAnswers.close();
  await rm(folder, { recursive: true });
}
