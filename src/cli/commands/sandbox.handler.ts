import { writeFile } from "node:fs/promises";
import { controls } from "../../sandbox/server/control.js";
import { generateResellers, readData, type SandboxData } from "../../sandbox/server/data.js";
import { RequestRefused } from "../../sandbox/server/gate.js";
import { scenariosIn } from "../../sandbox/server/scenario-text.js";
import { startSandboxServer } from "../../sandbox/server/server.js";
import { CommandFailure, EXIT, usageFailure } from "../command-failure.js";
import { codeOf } from "../error-code.js";
import type { Options } from "../parser/definition.js";
import type { Shell } from "../shell.js";
import { givenText } from "../terminal/given-text.js";
import type { sandboxOptions } from "./sandbox.js";

type SandboxOptions = Options<typeof sandboxOptions>;

/** Serves the sandbox until Ctrl-C; says where on standard output, and logs each call on standard error. */
export async function serveSandbox(options: SandboxOptions, shell: Shell): Promise<void> {
  const { url, close, root } = await served(options, shell);
  const file = options["root-file"];
  if (file !== undefined) {
    await writeRoot(file, await root(), close);
  }
  await shell.print(`${url}\n`);
  shell.stderr.write(
    `The sandbox is running; Ctrl-C ends it. It accepts any token that is not a JWT. Try:\n  export PARTNER_CENTER_BASE_URL=${url} PARTNER_CENTER_TOKEN=an-access-token\n  partner-center link\nTell it as JSON what happens outside the API:\n${Object.entries(
      controls,
    )
      .map(([call, does]) => `  ${call}  ${does}\n`)
      .join("")}`,
  );
  await new Promise<void>((resolve) => {
    shell.signal.addEventListener("abort", () => resolve());
  });
  await close();
}

/** Returns who the sandbox knows. Rejects with the failure that says what is wrong with the file. */
async function readSandboxData(
  { data, resellers }: Pick<SandboxOptions, "data" | "resellers">,
  shell: Shell,
): Promise<SandboxData | undefined> {
  if (resellers !== undefined) {
    return { resellers: generateResellers(resellers) };
  }
  return data === undefined ? undefined : readData(await givenText("--data", data, shell));
}

async function writeRoot(file: string, pem: string, close: () => Promise<void>): Promise<void> {
  try {
    await writeFile(file, pem);
  } catch (error) {
    await close();
    throw usageFailure(`Cannot write the file of \`--root-file\` (${codeOf(error)}).`);
  }
}

async function served(options: SandboxOptions, shell: Shell) {
  const { stderr } = shell;
  const { port, scenario } = options;
  try {
    return await startSandboxServer({
      port,
      scenario: scenario === undefined ? undefined : scenariosIn(scenario),
      data: await readSandboxData(options, shell),
      acceptAfterMs: options["accept-after"],
      webhook: options.webhook,
      deliverTo: [options["deliver-to"] ?? []].flat(),
      onAnswer: ({ method, url }, status) => stderr.write(`${method} ${url} ${status}\n`),
    });
  } catch (error) {
    if (error instanceof CommandFailure) {
      throw error;
    }
    if (error instanceof TypeError || error instanceof RequestRefused) {
      throw usageFailure(error.message);
    }
    throw new CommandFailure(
      `The sandbox cannot listen on port ${port ?? 0} (${codeOf(error)}).`,
      EXIT.refused,
    );
  }
}
