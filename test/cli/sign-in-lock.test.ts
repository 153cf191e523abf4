import { execFile, spawnSync } from "node:child_process";
import { setMaxListeners } from "node:events";
import { readlinkSync } from "node:fs";
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type LockShell, withSignInLock } from "../../src/cli/sign-in/sign-in-lock.js";
import { delay } from "../../src/transport/delay.js";
import { ROOT } from "../copy.js";

interface Place {
  readonly folder: string;
  /** Creates the lock of another process, with this process id, host name and PID namespace. */
  hold(pid: number, place: string): Promise<string>;
}

async function withPlace(use: (place: Place) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "partner-center-lock-"));
  try {
    await use({
      folder,
      async hold(pid, place) {
        const file = join(folder, `sign-in.lock.${pid}.${crypto.randomUUID()}.${place}`);
        await writeFile(file, "");
        return file;
      },
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A shell on which time passes by waiting alone, and what is done then. */
function waitingShell(onWait: (elapsedMs: number) => unknown = () => undefined) {
  const shell = {
    elapsedMs: 0,
    signal: new AbortController().signal,
    elapsed: () => shell.elapsedMs,
    random: () => 0.5,
    atExit: () => () => undefined,
    async wait(ms: number, signal: AbortSignal) {
      signal.throwIfAborted();
      shell.elapsedMs += ms;
      await onWait(shell.elapsedMs);
    },
  };
  return shell;
}

const { signal } = new AbortController();
setMaxListeners(20, signal);
const REAL: LockShell = {
  signal,
  elapsed: () => performance.now(),
  wait: delay,
  random: Math.random,
  atExit: () => () => undefined,
};
const NAMESPACE =
  process.platform === "linux" ? `.${/\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0]}` : "";
const HERE = `${hostname()}${NAMESPACE}`;
const DEAD = spawnSync(process.execPath, ["-e", "0"]).pid;
const LOCK = `${ROOT}src/cli/sign-in/sign-in-lock.ts`;
// Only root and some users may create a namespace; elsewhere both processes are in the same one.
const UNSHARE = ["--user", "--map-root-user", "--pid", "--fork", "--mount-proc"];
const CAN_UNSHARE = spawnSync("unshare", [...UNSHARE, "true"]).status === 0;

/** Returns a command that runs in a PID namespace of its own, where that is possible. */
function inOwnNamespace(file: string, args: string[]): [file: string, args: string[]] {
  return CAN_UNSHARE ? ["unshare", [...UNSHARE, file, ...args]] : [file, args];
}

describe("the lock of a sign-in", () => {
  it("lets 12 that come together through one after the other, and leaves no file", () =>
    withPlace(async ({ folder }) => {
      let inside = 0;
      const seen: number[] = [];
      const use = async () => {
        inside += 1;
        await delay(2, REAL.signal);
        seen.push(inside);
        inside -= 1;
      };
      await Promise.all(
        Array.from({ length: 12 }, () => withSignInLock(folder, "sign-in", REAL, use)),
      );

      expect(seen).toEqual(Array(12).fill(1));
      await expect(readdir(folder)).resolves.toEqual([]);
    }));

  it("is another one under another name", () =>
    withPlace(async ({ folder, hold }) => {
      await hold(process.pid, HERE);
      const shell = waitingShell();
      await withSignInLock(folder, "other", shell, async () => undefined);

      expect(shell.elapsedMs).toBe(0);
    }));

  it("is free at once after its holder died, whose file is removed", () =>
    withPlace(async ({ folder, hold }) => {
      await hold(DEAD, HERE);
      const shell = waitingShell();
      await withSignInLock(folder, "sign-in", shell, async () => undefined);

      expect(shell.elapsedMs).toBe(0);
      await expect(readdir(folder)).resolves.toEqual([]);
    }));

  it.each([
    ["another process has got the number of its holder", process.pid, HERE],
    ["its holder died on another machine", DEAD, `elsewhere.example.com${NAMESPACE}`],
    ["its holder's PID namespace is another one of this host", DEAD, `${hostname()}.1`],
    ["its holder's PID namespace is unknown", DEAD, hostname()],
  ])("is free after 10 s without a sign of life where %s", (_title, pid, host) =>
    withPlace(async ({ folder, hold }) => {
      await hold(pid, host);
      const shell = waitingShell();
      await withSignInLock(folder, "sign-in", shell, async () => undefined);

      expect(shell.elapsedMs).toBeGreaterThanOrEqual(10_000);
      expect(shell.elapsedMs).toBeLessThan(10_200);
    }),
  );

  it("is waited for while its holder lives, for 60 s, and then refused with 4", () =>
    withPlace(async ({ folder, hold }) => {
      const file = await hold(process.pid, HERE);
      // The clock of the holder goes backwards.
      const shell = waitingShell((ms) => utimes(file, 2_000_000 - ms, 2_000_000 - ms));

      await expect(
        withSignInLock(folder, "sign-in", shell, async () => undefined),
      ).rejects.toMatchObject({
        exitCode: 4,
        message: `Another command (process ${process.pid}) has been using the kept sign-in for 60 s. Wait for its end, or end it, and try again.`,
      });
      expect(shell.elapsedMs).toBeGreaterThanOrEqual(60_000);
      expect(await readdir(folder)).toHaveLength(1);
    }));

  it("is not taken from a live process in another PID namespace of this host", () =>
    withPlace(async ({ folder }) => {
      // A container numbers its processes from 1, and this one runs nothing with the holder's number.
      await withSignInLock(folder, "sign-in", REAL, async () => {
        const script = `
          const { withSignInLock } = await import(${JSON.stringify(LOCK)});
          const signal = AbortSignal.timeout(500);
          const wait = async () => {
            await new Promise((resolve) => setTimeout(resolve, 10));
            signal.throwIfAborted();
          };
          const shell = { signal, wait, elapsed: () => 0, random: () => 0, atExit: () => () => {} };
          const taken = withSignInLock(${JSON.stringify(folder)}, "sign-in", shell, () => "taken");
          console.log(await taken.catch(({ name }) => name), process.pid);`;
        const args = ["--import", "tsx", "--input-type=module", "-e", script];
        const command = inOwnNamespace(process.execPath, args);
        const { stdout } = await promisify(execFile)(...command, { cwd: ROOT });

        expect(stdout).toMatch(CAN_UNSHARE ? /^TimeoutError \d{1,2}\n$/ : /^TimeoutError /);
        expect(await readdir(folder)).toHaveLength(1);
      });
    }));

  it("is waited for no longer than Ctrl-C", () =>
    withPlace(async ({ folder, hold }) => {
      await hold(process.pid, HERE);
      const controller = new AbortController();
      const shell = { ...waitingShell(() => controller.abort()), signal: controller.signal };

      await expect(
        withSignInLock(folder, "sign-in", shell, async () => undefined),
      ).rejects.toMatchObject({ name: "AbortError" });
    }));

  it("shows that its holder lives", () =>
    withPlace(async ({ folder }) => {
      const beat = await withSignInLock(folder, "sign-in", REAL, async () => {
        const [name = ""] = await readdir(folder);
        const file = join(folder, name);
        await utimes(file, 1, 1);
        while ((await stat(file)).mtimeMs === 1_000) {
          await delay(50, REAL.signal);
        }
        return (await stat(file)).mtimeMs;
      });

      expect(beat).toBeGreaterThan(1_000);
    }));

  it("is given back when what it was for fails", () =>
    withPlace(async ({ folder }) => {
      const failing = withSignInLock(folder, "sign-in", REAL, async () => {
        throw new Error("It failed.");
      });

      await expect(failing).rejects.toThrow("It failed.");
      await expect(readdir(folder)).resolves.toEqual([]);
    }));

  it("is none where there can be no folder", () =>
    withPlace(async ({ folder }) => {
      await writeFile(join(folder, "file"), "");
      const place = join(folder, "file", "partner-center");

      await expect(withSignInLock(place, "sign-in", REAL, async () => "done")).resolves.toBe(
        "done",
      );
    }));
});
