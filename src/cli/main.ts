#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { CommandFailure, EXIT } from "./command-failure.js";
import { isClosedPipe } from "./error-code.js";
import { type Asked, asksForJson, type Given, readCommandLine } from "./parser/command-line.js";
import type { CommandName } from "./parser/commands.js";
import type { Shell } from "./shell.js";
import { jsonLine } from "./terminal/json-line.js";
import { oneLine } from "./terminal/one-line.js";
import { wrappedFor } from "./terminal/wrapped.js";

/** Milliseconds that what is under way may take to end after Ctrl-C. */
const LONGEST_FAREWELL_MS = 200;

/** What asks the process to end, and the exit code that a shell would make of it. */
const SIGNALS = [
  ["SIGINT", EXIT.interrupted],
  ["SIGTERM", EXIT.terminated],
  ["SIGHUP", EXIT.hungUp],
] as const;

type Command = (given: Given, shell: Shell, operands: readonly string[]) => Promise<void>;

// Each command is loaded when it is asked for, so that help is there at once.
const LOAD: Readonly<Record<CommandName, () => Promise<Command>>> = {
  link: async () => (await import("./commands/link.js")).link,
  links: async () => (await import("./commands/links/links.js")).links,
  resellers: async () => (await import("./commands/partners.js")).resellers,
  providers: async () => (await import("./commands/partners.js")).providers,
  customers: async () => (await import("./commands/customers.js")).customers,
  wait: async () => (await import("./commands/wait.js")).wait,
  remove: async () => (await import("./commands/remove.js")).remove,
  "webhook show": async () => (await import("./commands/webhook.js")).show,
  "webhook events": async () => (await import("./commands/webhook.js")).events,
  "webhook set": async () => (await import("./commands/webhook.js")).set,
  "webhook test": async () => (await import("./commands/webhook.js")).test,
  "sign-in": async () => (await import("./commands/sign-in.js")).signIn,
  "sign-out": async () => (await import("./commands/sign-out.js")).signOut,
  profiles: async () => (await import("./commands/profiles.js")).profiles,
  doctor: async () => (await import("./commands/doctor/doctor.js")).doctor,
  sandbox: async () => (await import("./commands/sandbox.js")).sandbox,
  completion: async () => (await import("./parser/completion.js")).completion,
};

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

try {
  await run(readCommandLine(process.argv.slice(2)));
} catch (error) {
  end(error);
}

async function run(asked: Asked): Promise<void> {
  if (asked.kind === "version") {
    process.stdout.write(`${packageVersion()}\n`);
    return;
  }
  if (asked.kind === "help") {
    const { helpOf } = await import("./parser/help.js");
    process.stdout.write(helpOf(asked.about));
    return;
  }
  const { processShell } = await import("./shell.js");
  const shell = processShell({ signal: interruption.signal, atExit });
  const command = await LOAD[asked.command]();
  await command(asked.given, shell, asked.operands);
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
  const { exitCode, message, details } =
    error instanceof CommandFailure ? error : unforeseen(error);
  process.exitCode = exitCode;
  const line = asksForJson(process.argv.slice(2))
    ? jsonLine({ ...details, message, exitCode })
    : wrappedFor(process.stderr, oneLine(`partner-center: ${message}`));
  process.stderr.write(`${line}\n`);
  // Once all is said, whatever connections are still being opened.
  process.stdout.write("", () => process.stderr.write("", exitUnlessBusy));
}

function unforeseen(error: unknown): CommandFailure {
  const why = error instanceof Error ? error.message : "no reason given";
  return new CommandFailure(`Unexpected error: ${why}`, EXIT.refused, { reason: "unknown" });
}

function packageVersion(): string {
  const manifest = new URL("../../../../package.json", import.meta.url);
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}
