import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TOKEN } from "./work.js";

const CONCURRENCY = 64;
const COMMAND = fileURLToPath(new URL("../../dist/esm/src/cli/main.js", import.meta.url));
const LOOP = fileURLToPath(new URL("links-loop.mjs", import.meta.url));

/** Returns how many times as long `links` takes as a plain loop over fetch, the least of some rounds of each. */
export async function compareLinks(url: string, rows: number, rounds: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "partner-center-links-"));
  const input = join(folder, "in.csv");
  const output = join(folder, "out.csv");
  try {
    const tenants = Array.from({ length: rows }, () => crypto.randomUUID());
    await writeFile(input, `tenant\n${tenants.join("\n")}\n`);
    const base = `${url}/links`;
    const options = ["--concurrency", `${CONCURRENCY}`, "--base-url", base];
    let [links, loop] = [Infinity, Infinity];
    for (let round = 0; round < rounds; round += 1) {
      loop = Math.min(loop, await msOf([LOOP, input, output, base, `${CONCURRENCY}`], output));
      links = Math.min(links, await msOf([COMMAND, "links", "--from", input, ...options], output));
    }
    return links / loop;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function msOf(args: readonly string[], output: string): Promise<number> {
  const file = await open(output, "w");
  const startedAt = performance.now();
  const env = { ...process.env, PARTNER_CENTER_TOKEN: TOKEN };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", file.fd, "ignore"] });
  const [exitCode] = await once(child, "exit");
  await file.close();
  if (exitCode !== 0) {
    throw new Error(`${args[0]} ended with ${exitCode}.`);
  }
  return performance.now() - startedAt;
}
