import { controls } from "../../sandbox/server/control.js";
import { scenariosIn } from "../../sandbox/server/scenario-text.js";
import { startSandboxServer } from "../../sandbox/server/server.js";
import { CommandFailure, EXIT, usageFailure } from "../command-failure.js";
import { codeOf } from "../error-code.js";
import type { Options } from "../parser/definition.js";
import type { Shell } from "../shell.js";
import type { sandboxOptions } from "./sandbox.js";

type SandboxOptions = Options<typeof sandboxOptions>;

/** Serves the sandbox until Ctrl-C; says where on standard output, and logs each call on standard error. */
export async function serveSandbox(options: SandboxOptions, shell: Shell): Promise<void> {
  const { url, close } = await served(options, shell);
  await shell.print(`${url}\n`);
  shell.stderr.write(
    `The sandbox is there; Ctrl-C ends it. Any token that is not a JWT will do. Try:\n  PARTNER_CENTER_TOKEN=an-access-token partner-center link --base-url ${url}\nTell it as JSON what happens outside the API:\n${Object.entries(
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

async function served(options: SandboxOptions, { stderr }: Shell) {
  const { port, scenario } = options;
  try {
    return await startSandboxServer({
      port,
      scenario: scenario === undefined ? undefined : scenariosIn(scenario),
      deliverTo: [options["deliver-to"] ?? []].flat(),
      onAnswer: ({ method, url }, status) => stderr.write(`${method} ${url} ${status}\n`),
    });
  } catch (error) {
    if (error instanceof TypeError) {
      throw usageFailure(error.message);
    }
    throw new CommandFailure(
      `The sandbox cannot listen on port ${port ?? 0} (${codeOf(error)}).`,
      EXIT.refused,
    );
  }
}
