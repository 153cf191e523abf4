import { CommandFailure, EXIT, type ExitCode, isCommandFailure } from "./command-failure.js";
import { messageOf } from "./error-code.js";
import { complete } from "./parser/complete.js";
import { renderHelp } from "./parser/help.js";
import { isJsonRequested, parse } from "./parser/parse.js";
import type { Output, Shell } from "./shell.js";
import { jsonLine } from "./terminal/json-line.js";
import { oneLine } from "./terminal/one-line.js";
import { wrappedFor } from "./terminal/wrapped.js";

/** What help needs, so that it appears without the rest of a shell. */
interface Surroundings extends Pick<Shell, "env" | "stdout"> {
  /** Reads the package.json of this package. */
  readonly readManifest: () => { readonly version: string; readonly homepage?: string };
  readonly loadShell: () => Promise<Shell>;
}

/** Runs what the arguments ask for. Rejects with what went wrong. */
export async function run(
  args: readonly string[],
  { env, stdout, readManifest, loadShell }: Surroundings,
): Promise<void> {
  if (args[0] === "__complete") {
    stdout.write(await complete(args.slice(1), await loadShell()));
    return;
  }
  const parsed = parse(args);
  switch (parsed.kind) {
    case "version":
      stdout.write(`${readManifest().version}\n`);
      return;
    case "help": {
      const isBold = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
      stdout.write(renderHelp(parsed.topic, { isBold, homepage: readManifest().homepage }));
      return;
    }
    default:
      await parsed.command.run(parsed.supplied, await loadShell());
  }
}

/** Reports what went wrong on standard error; returns the exit code. */
export function report(error: unknown, args: readonly string[], stderr: Output): ExitCode {
  const { exitCode, message, details } = isCommandFailure(error) ? error : unexpected(error);
  const line = isJsonRequested(args)
    ? jsonLine({ ...details, message, exitCode })
    : wrappedFor(stderr, oneLine(`partner-center: ${message}`));
  stderr.write(`${line}\n`);
  return exitCode;
}

function unexpected(error: unknown): CommandFailure {
  const why = messageOf(error);
  return new CommandFailure(`Unexpected error: ${why}`, EXIT.refused, { reason: "unknown" });
}
