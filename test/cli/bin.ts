import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import { report, run } from "../../src/cli/run.js";
import { processShell, type Shell } from "../../src/cli/shell.js";
import { ROOT } from "../copy.js";
import type { Run } from "../run.js";

/** The bin as it was built. */
export const BIN = `${ROOT}dist/esm/src/cli/main.js`;

const HOOK = pathToFileURL(fileURLToPath(new URL("keyring-hook.mjs", import.meta.url))).href;
// Longer than any test may take, so that no process outlives a failed one.
const LONGEST_MS = 30_000;

/** What a run of the bin gets besides its arguments. */
export interface Circumstances {
  readonly env?: Readonly<Record<string, string>>;
  /** What comes on standard input; nothing by default. */
  readonly input?: string;
  /** Milliseconds after which it is ended, if 30 seconds are not enough. */
  readonly longestMs?: number;
  /** How wide the terminal is; unknown by default. */
  readonly columns?: number;
}

/** A user's home, without anything in it. */
export interface Home {
  readonly path: string;
  /** Where the bin keeps a sign-in that no keyring takes. */
  readonly file: string;
  /** Runs the command to its end: in this process, unless the environment says how a process is to be started. */
  run(args: readonly string[], circumstances?: Circumstances): Promise<Run>;
  /** Starts the bin as a process. */
  start(args: readonly string[], circumstances?: Circumstances): Started;
  /** Starts the bin on a terminal, where standard output and standard error come together. */
  startOnTerminal(args: readonly string[], circumstances?: Circumstances): Started;
}

/** A bin that was started. */
export interface Started {
  readonly process: ChildProcess;
  /** Resolves when what was printed so far matches. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<Run>;
}

/** Runs `use` with a home, and removes it afterwards. */
export async function withHome<Result>(use: (home: Home) => Promise<Result>): Promise<Result> {
  const path = await realpath(await mkdtemp(join(tmpdir(), "partner-center-home-")));
  process.chdir(path);
  const envFor = ({ env }: Circumstances) => ({
    PATH: process.env.PATH ?? "",
    HOME: path,
    NODE_OPTIONS: `--import ${HOOK}`,
    TERM: "xterm",
    ...env,
  });
  const start: Home["start"] = (args, circumstances = {}) =>
    started(
      spawn(process.execPath, [BIN, ...args], {
        cwd: path,
        env: envFor(circumstances),
        timeout: circumstances.longestMs ?? LONGEST_MS,
      }),
      circumstances.input ?? "",
    );
  // One after the other, as jest cannot import a module twice at once.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<Run>): Promise<Run> => {
    const result = turn.then(work);
    turn = result;
    return result;
  };
  try {
    return await use({
      path,
      file: join(path, ".config/partner-center/sign-in.json"),
      start,
      run: (args, circumstances = {}) =>
        isForProcess(args, circumstances)
          ? start(args, circumstances).ended
          : inTurn(() => runInProcess(args, { ...circumstances, env: envFor(circumstances) })),
      startOnTerminal: (args, circumstances = {}) => {
        const words = [process.execPath, BIN, ...args].map((word) => `'${word}'`).join(" ");
        const options = { cwd: path, env: envFor(circumstances), timeout: LONGEST_MS };
        const { columns } = circumstances;
        const width = columns === undefined ? "" : `stty cols ${columns} && `;
        const command = `${width}exec ${words}`;
        return started(spawn("script", ["-qec", command, "/dev/null"], options), undefined);
      },
    });
  } finally {
    process.chdir(ROOT);
    // A command in this process may still be writing what a process would end after.
    await rm(path, { recursive: true, maxRetries: 10, retryDelay: 50 });
  }
}

/** Whether only a process of its own shows what the test is about: what Node loads first, a keyring, a proxy, a browser. */
function isForProcess(args: readonly string[], { env = {} }: Circumstances): boolean {
  return (
    Object.keys(env).some((name) => /^(NODE_OPTIONS|TEST_|DISPLAY|.*_proxy)/i.test(name)) ||
    args.some((word) => word === "--open" || word.startsWith("--proxy"))
  );
}

/** Runs the command in this process, which takes a tenth of the time that a process takes to start. */
async function runInProcess(
  args: readonly string[],
  { env = {}, input = "" }: Circumstances,
): Promise<Run> {
  const text = { stdout: "", stderr: "" };
  const output = (name: keyof typeof text) => ({
    write(part: string) {
      text[name] += part;
    },
  });
  const [stdout, stderr] = [output("stdout"), output("stderr")];
  const farewells = new Set<() => void>();
  const shell: Shell = {
    ...processShell({
      signal: new AbortController().signal,
      atExit(farewell) {
        farewells.add(farewell);
        return () => farewells.delete(farewell);
      },
    }),
    env,
    home: env.HOME ?? "",
    stdin: Readable.from([Buffer.from(input)]),
    stdout,
    stderr,
    print: async (part) => stdout.write(part),
    findKeyring: () => undefined,
  };
  const readManifest = () => JSON.parse(readFileSync(`${ROOT}package.json`, "utf8"));
  try {
    await run(args, { env, stdout, readManifest, loadShell: async () => shell });
    return { exitCode: 0, ...text };
  } catch (error) {
    const exitCode = report(error, args, stderr);
    return { exitCode, ...text };
  } finally {
    for (const farewell of farewells) {
      farewell();
    }
  }
}

function started(child: ChildProcess, input: string | undefined): Started {
  const text = { stdout: "", stderr: "" };
  const listeners = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.on("data", (chunk) => {
      text[name] += chunk;
      for (const listener of listeners) {
        listener();
      }
    });
  }
  if (input !== undefined) {
    // A bin that reads nothing may be gone already.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  }
  const ended = once(child, "close").then(([exitCode]) => ({ exitCode, ...text }));
  return {
    process: child,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(text.stdout + text.stderr);
          if (match !== null) {
            listeners.delete(look);
            resolve(match);
          }
        };
        listeners.add(look);
        look();
        ended.then(
          () => reject(new Error(`It ended without ${pattern}:\n${JSON.stringify(text)}`)),
          reject,
        );
      }),
  };
}
