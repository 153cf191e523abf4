#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { CommandFailure, EXIT } from "./command-failure.js";
import { type Asked, asksForJson, readCommandLine } from "./command-line.js";
import { jsonLine } from "./json-line.js";
import { oneLine } from "./one-line.js";

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
  // Whoever reads may stop at any time; anything else, such as a full disk, is a failure.
  if (error.code !== "EPIPE") {
    end(new CommandFailure(`The output could not be written (${error.code}).`, EXIT.refused));
  }
});

try {
  await run(readCommandLine(process.argv.slice(2)));
} catch (error) {
  end(error);
}

// Each command is loaded when it is asked for, so that help is there at once.
async function run(asked: Asked): Promise<void> {
  if (asked.kind === "version") {
    process.stdout.write(`${packageVersion()}\n`);
    return;
  }
  if (asked.kind === "help") {
    const { helpOf } = await import("./help.js");
    process.stdout.write(helpOf(asked.command));
    return;
  }
  const { processShell } = await import("./shell.js");
  const shell = processShell({ signal: interruption.signal, atExit });
  switch (asked.command) {
    case "link":
      return (await import("./link.js")).link(asked.given, shell);
    case "sign-in":
      return (await import("./sign-in.js")).signIn(asked.given, shell);
    case "sign-out":
      return (await import("./sign-out.js")).signOut(asked.given, shell);
    case "profiles":
      return (await import("./profiles.js")).profiles(asked.given, shell);
    case "doctor":
      return (await import("./doctor.js")).doctor(asked.given, shell);
  }
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
  const { exitCode, message, details } =
    error instanceof CommandFailure ? error : unforeseen(error);
  process.exitCode = exitCode;
  const line = asksForJson(process.argv.slice(2))
    ? jsonLine({ ...details, message, exitCode })
    : oneLine(`partner-center: ${message}`);
  process.stderr.write(`${line}\n`);
}

function unforeseen(error: unknown): CommandFailure {
  const why = error instanceof Error ? error.message : "no reason given";
  return new CommandFailure(`This was not foreseen: ${why}`, EXIT.refused, { reason: "unknown" });
}

function packageVersion(): string {
  const manifest = new URL("../../../../package.json", import.meta.url);
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}
