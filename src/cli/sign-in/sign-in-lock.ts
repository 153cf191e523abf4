import { readlinkSync, rmSync } from "node:fs";
import { mkdir, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { CommandFailure, EXIT } from "../command-failure.js";
import { codeOf } from "../error-code.js";
import type { Shell } from "../shell.js";

/** What a lock needs of the shell. */
export type LockShell = Pick<Shell, "signal" | "elapsed" | "wait" | "random" | "atExit">;

/** Milliseconds between two signs of life of a holder. */
const BEAT_MS = 1_000;
/** Milliseconds without one after which a holder counts as dead, even if there is a process of its number. */
const LONGEST_SILENCE_MS = 10_000;
const POLL_MS = 40;
const PLACE = `${encodeURIComponent(hostname())}${pidNamespace()}`;

/** How long a lock is waited for, and what is said then. */
export interface LockWait {
  readonly longestWaitMs: number;
  readonly words: (pid: number) => string;
}

const FOR_SIGN_IN: LockWait = {
  longestWaitMs: 60_000,
  words: (pid) =>
    `Another command (process ${pid}) has been using the kept sign-in for 60 s. Wait for its end, or end it, and try again.`,
};

/**
 * Runs `use` while no other command runs one under this name in this folder. Rejects with a failure when another one
 * goes on for longer than the wait. Where nothing can be written there is no lock.
 *
 * Each process has a file of its own, made before it looks for those of others, so that of two which come together the
 * later one sees the other. As no name comes twice, to remove the file of a dead process never removes that of a live one.
 */
export async function withSignInLock<Value>(
  folder: string,
  name: string,
  shell: LockShell,
  use: () => Promise<Value>,
  lockWait = FOR_SIGN_IN,
): Promise<Value> {
  const prefix = `${name}.lock.`;
  const own = `${prefix}${process.pid}.${crypto.randomUUID()}.${PLACE}`;
  const file = join(folder, own);
  const stopAtExit = shell.atExit(() => rmSync(file, { force: true }));
  let beat: NodeJS.Timeout | undefined;
  try {
    if (await take(folder, prefix, own, shell, lockWait)) {
      beat = setInterval(
        () => utimes(file, new Date(), new Date()).catch(() => undefined),
        BEAT_MS,
      );
    }
    return await use();
  } finally {
    clearInterval(beat);
    await rm(file, { force: true }).catch(() => undefined);
    stopAtExit();
  }
}

/** Resolves when the lock is this process's; with false when there is no place for one. */
async function take(
  folder: string,
  prefix: string,
  own: string,
  { signal, elapsed, wait, random }: LockShell,
  { longestWaitMs, words }: LockWait,
): Promise<boolean> {
  const findHolder = createFinder(folder, prefix, own, elapsed);
  const startedAt = elapsed();
  for (;;) {
    let holder: number | undefined;
    try {
      holder = await announce(folder, own, findHolder);
    } catch {
      return false;
    }
    if (holder === undefined) {
      return true;
    }
    if (elapsed() - startedAt >= longestWaitMs) {
      throw new CommandFailure(words(holder), EXIT.comeBack, { reason: "timeout" });
    }
    // Two that came together would meet again after the same time.
    await wait(POLL_MS * (1 + random()), signal);
  }
}

/** Gives the process that has the lock, or undefined once this one has it. */
async function announce(
  folder: string,
  own: string,
  findHolder: () => Promise<number | undefined>,
): Promise<number | undefined> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const earlier = await findHolder();
  if (earlier !== undefined) {
    return earlier;
  }
  await writeFile(join(folder, own), "", { flag: "wx", mode: 0o600 });
  const other = await findHolder();
  if (other !== undefined) {
    await rm(join(folder, own), { force: true });
  }
  return other;
}

/** Finds another live process with a file, and removes the files of dead ones. */
function createFinder(
  folder: string,
  prefix: string,
  own: string,
  elapsed: () => number,
): () => Promise<number | undefined> {
  const seen = new Map<string, { readonly beat: number; readonly since: number }>();

  return async () => {
    for (const name of await readdir(folder)) {
      const [pid = "", , ...place] = name.slice(prefix.length).split(".");
      if (name.startsWith(prefix) && name !== own && /^\d+$/.test(pid)) {
        const isDeadHere = place.join(".") === PLACE && !isRunning(Number(pid));
        if (!isDeadHere && (await isAlive(name))) {
          return Number(pid);
        }
        await rm(join(folder, name), { force: true });
      }
    }
    return undefined;
  };

  // By what is seen of it, as the clocks of two machines need not agree, and those of one may be set.
  async function isAlive(name: string): Promise<boolean> {
    const file = await stat(join(folder, name)).catch(() => undefined);
    if (file === undefined) {
      return false;
    }
    const before = seen.get(name);
    if (before?.beat === file.mtimeMs) {
      return elapsed() - before.since < LONGEST_SILENCE_MS;
    }
    seen.set(name, { beat: file.mtimeMs, since: elapsed() });
    return true;
  }
}

/**
 * Returns the PID namespace as part of a file name: in the containers of one pod, which share a host name, a process id
 * means another process. Where Linux does not show the namespace, the part is unique, so that no process id is compared.
 */
function pidNamespace(): string {
  if (process.platform !== "linux") {
    return "";
  }
  try {
    const [id] = /\d+/.exec(readlinkSync("/proc/self/ns/pid")) ?? [];
    return `.${id ?? crypto.randomUUID()}`;
  } catch {
    return `.${crypto.randomUUID()}`;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It may belong to another user.
    return codeOf(error) !== "ESRCH";
  }
}
