import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startSandboxServer } from "../../src/sandbox/server/server.js";
import { ROOT } from "../copy.js";
import { LINK } from "../replies.js";
import { BIN } from "./bin.js";

const ROUNDS = 21;
const MOST = 1.4;

function msOf(args: string[]): number {
  const startedAt = performance.now();
  spawnSync(process.execPath, args, { stdio: "ignore" });
  return performance.now() - startedAt;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? Number.NaN;
}

describe("the bin", () => {
  it(`shows its help in at most ${MOST} times what node takes to do nothing`, () => {
    const nothing: number[] = [];
    const help: number[] = [];
    // By turns, so that both have the same machine.
    for (let round = 0; round < ROUNDS; round += 1) {
      nothing.push(msOf(["-e", "0"]));
      help.push(msOf([BIN, "--help"]));
    }

    expect(median(help) / median(nothing)).toBeLessThan(MOST);
  });
});

/** Runs `use` in an empty folder in which the packed package was installed. */
async function withInstalled(use: (npx: (...args: string[]) => Promise<string>) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), "partner-center-installed-"));
  const run = async (command: string, args: string[]) => {
    const env = { ...process.env, PARTNER_CENTER_TOKEN: "an-access-token" };
    const { stdout } = await promisify(execFile)(command, args, { cwd: folder, env });
    return stdout;
  };
  try {
    await run("npm", ["pack", ROOT, "--ignore-scripts", "--silent"]);
    const [tarball = ""] = await readdir(folder);
    await writeFile(join(folder, "package.json"), '{ "private": true }');
    await run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", `./${tarball}`]);
    await use((...args) => run("npx", ["--no-install", "partner-center", ...args]));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("the packed package", () => {
  it("brings the bin, which npx runs", async () => {
    const sandbox = await startSandboxServer();
    try {
      await withInstalled(async (npx) => {
        expect(await npx("--version")).toMatch(/^\d+\.\d+\.\d+\n$/);
        expect(await npx("link", "--base-url", sandbox.url)).toBe(`${LINK.url}\n`);
      });
    } finally {
      await sandbox.close();
    }
  });
});
