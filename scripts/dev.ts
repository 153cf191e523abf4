import { once } from "node:events";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { watch } from "chokidar";
import { apiReference } from "./api-reference.js";
import { bundleDescription } from "./description.js";
import { generateFiles } from "./generated-files.js";
import { ROOT } from "./run.js";
import { readPort, serveSite } from "./site-server.js";
import { isEditorFile } from "./spec-files.js";
import { findSpecProblems, formatProblems } from "./spec-problems.js";

// An editor may write a file in several steps, and a checkout writes many files.
const SETTLED_MS = 50;

/** Lints the description and writes what is made of it. Writes nothing and rejects when there is a problem. */
async function build(): Promise<void> {
  const started = performance.now();
  const [problems, bundle] = await Promise.all([
    findSpecProblems(),
    // The linter says more about what cannot be read.
    bundleDescription().catch((error: unknown) => error),
  ]);
  if (problems.length > 0) {
    throw new Error(formatProblems(problems));
  }
  if (typeof bundle !== "string") {
    throw bundle;
  }
  const [page, generated] = await Promise.all([apiReference(bundle), generateFiles(bundle)]);
  const written: string[] = [];
  for (const [path, text] of Object.entries({ ...generated, "dist/docs/api.html": page })) {
    if (await replaceFile(join(ROOT, path), text)) {
      written.push(path);
    }
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`Ready in ${seconds} s: ${written.join(", ") || "nothing has changed"}.`);
}

/** Writes a file as a whole, so that no reader sees half of it; returns false if it has this text already. */
async function replaceFile(file: string, text: string): Promise<boolean> {
  if ((await readFile(file, "utf8").catch(() => undefined)) === text) {
    return false;
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
  return true;
}

const port = readPort("dev");
const { server, url } = await serveSite(port).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
const watcher = watch(join(ROOT, "spec"), {
  ignoreInitial: true,
  ignored: (path) => isEditorFile(basename(path)),
});

let building = Promise.resolve();
let isQueued = false;
let isStopped = false;
let settling: NodeJS.Timeout | undefined;

/** Builds once the build under way has ended; what changes before then is part of it. */
function queueBuild(): void {
  if (isQueued) {
    return;
  }
  isQueued = true;
  building = building.then(async () => {
    isQueued = false;
    await build().catch((error: unknown) => {
      // Ctrl+C also ends the commands of the build.
      if (!isStopped) {
        console.error(`${error instanceof Error ? error.message : error}\nNothing was written.`);
      }
    });
  });
}

async function stop(): Promise<void> {
  isStopped = true;
  clearTimeout(settling);
  server.close();
  server.closeAllConnections();
  await watcher.close();
}

process.on("SIGINT", stop).on("SIGTERM", stop);
await once(watcher, "ready");
console.log(`The API reference is at ${url}api.html; it follows spec/. Ctrl+C ends this.`);
queueBuild();
watcher.on("all", () => {
  clearTimeout(settling);
  settling = setTimeout(queueBuild, SETTLED_MS);
});
