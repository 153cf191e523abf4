#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { CommandFailure, EXIT } from "./command-failure.js";
import { isClosedPipe } from "./error-code.js";
import { report, run } from "./run.js";
import type { Shell } from "./shell.js";

/** Milliseconds that what is under way may take to end after Ctrl-C. */
const LONGEST_FAREWELL_MS = 200;

/** What asks the process to end, and the exit code that a shell would make of it. */
const SIGNALS = [
  ["SIGINT", EXIT.interrupted],
  ["SIGTERM", EXIT.terminated],
  ["SIGHUP", EXIT.hungUp],
] as const;

const interruption = new AbortController();
const farewells = new Set<() => void>();

for (const [name, exitCode] of SIGNALS) {
  process.once(name, () => {
    interruption.abort();
    process.exitCode = exitCode;
    exitUnlessBusy();
    setTimeout(() => {
      exitUnlessBusy();
      sayFarewell();
      process.kill(process.pid, name);
    }, LONGEST_FAREWELL_MS);
  });
}
process.once("exit", sayFarewell);
process.stderr.on("error", () => undefined);
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  end(
    error.code === "EPIPE"
      ? error
      : new CommandFailure(`The output could not be written (${error.code}).`, EXIT.refused),
  );
});

const args = process.argv.slice(2);
try {
  const { env, stdout } = process;
  await run(args, { env, stdout, readManifest, loadShell });
} catch (error) {
  end(error);
}

async function loadShell(): Promise<Shell> {
  const { processShell } = await import("./shell.js");
  return processShell({ signal: interruption.signal, atExit });
}

function atExit(farewell: () => void): () => void {
  farewells.add(farewell);
  return () => farewells.delete(farewell);
}

function sayFarewell(): void {
  for (const farewell of farewells) {
    try {
      farewell();
    } catch {
      // There is nobody left to tell.
    }
  }
}

// Node waits at its exit for what its threads do, such as asking for the address of a host, however long that takes.
function exitUnlessBusy(): void {
  if (!process.getActiveResourcesInfo().some((name) => /^(FS|GetAddrInfo)Req/.test(name))) {
    process.exit();
  }
}

function end(error: unknown): void {
  if (interruption.signal.aborted) {
    return;
  }
  // The reader of a pipe may stop at any time. A failure that was reported before keeps its exit code.
  if (isClosedPipe(error)) {
    process.exitCode ??= EXIT.closedPipe;
    return;
  }
  process.exitCode = report(error, args, process.stderr);
  // Once all is said, whatever connections are still being opened.
  process.stdout.write("", () => process.stderr.write("", exitUnlessBusy));
}

function readManifest() {
  const manifest = new URL("../../../../package.json", import.meta.url);
  return JSON.parse(readFileSync(manifest, "utf8"));
}
