#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import { CommandFailure, EXIT, usageFailure } from "./command-failure.js";
import { createProgram } from "./program.js";
import { processShell } from "./shell.js";
import { usageMessage } from "./usage-message.js";

const interruption = new AbortController();
const shell = processShell(interruption.signal);

process.once("SIGINT", () => {
  interruption.abort();
  process.exit(EXIT.interrupted);
});
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // Whoever reads may stop at any time; anything else, such as a full disk, is a failure.
    if (error.code !== "EPIPE") {
      process.exitCode = EXIT.refused;
      if (stream === process.stdout) {
        end(new CommandFailure(`The output could not be written (${error.code}).`, EXIT.refused));
      }
    }
  });
}

const program = createProgram(packageVersion(), {
  link: async (given) => (await import("./link.js")).link(given, shell),
  signIn: async (given) => (await import("./sign-in.js")).signIn(given, shell),
  signOut: async () => (await import("./sign-out.js")).signOut(shell),
  doctor: async (given) => (await import("./doctor.js")).doctor(given, shell),
});
try {
  await program.parseAsync();
} catch (error) {
  end(error);
}

function end(error: unknown): void {
  if (error instanceof CommanderError && error.exitCode === 0) {
    return;
  }
  const failure = asFailure(error);
  const { exitCode, message, details } = failure;
  process.exitCode = exitCode;
  const line = process.argv.includes("--json")
    ? JSON.stringify({ ...details, message, exitCode })
    : `partner-center: ${message.replace(/[\p{Cc}\s]+/gu, " ")}`;
  process.stderr.write(`${line}\n`);
}

function asFailure(error: unknown): CommandFailure {
  if (error instanceof CommandFailure) {
    return error;
  }
  if (error instanceof CommanderError) {
    return usageFailure(usageMessage(error, program));
  }
  const why = error instanceof Error ? error.message : "no reason given";
  return new CommandFailure(`This was not foreseen: ${why}`, EXIT.refused, { reason: "unknown" });
}

function packageVersion(): string {
  const manifest = new URL("../../../../package.json", import.meta.url);
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}
