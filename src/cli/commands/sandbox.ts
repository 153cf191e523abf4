import { controls } from "../../sandbox/server/control.js";
import { scenariosIn } from "../../sandbox/server/scenario-text.js";
import { startSandboxServer } from "../../sandbox/server/server.js";
import { CommandFailure, EXIT, usageFailure } from "../command-failure.js";
import { codeOf } from "../error-code.js";
import type { Given } from "../parser/command-line.js";
import { optional, wholeValue } from "../parser/option-values.js";
import type { Shell } from "../shell.js";

const HIGHEST_PORT = 65_535;

/** Serves the sandbox until Ctrl-C; says where on standard output, and logs each call on standard error. */
export async function sandbox(given: Given, shell: Shell): Promise<void> {
  const port = optional(wholeValue(0, HIGHEST_PORT), given, "port");
  const { url, close } = await served(given, port, shell);
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

async function served(given: Given, port: number | undefined, { stderr }: Shell) {
  try {
    return await startSandboxServer({
      port,
      scenario: typeof given.scenario === "string" ? scenariosIn(given.scenario) : undefined,
      deliverTo: typeof given["deliver-to"] === "string" ? [given["deliver-to"]] : [],
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
