import { gzipSync } from "node:zlib";
import { BENCH, run } from "./run.js";
import type { Contender } from "./work.js";

/** What a contender weighs: bytes of the least program, and milliseconds and bytes of importing it, the least of all rounds. */
export interface Footprint {
  readonly name: string;
  readonly bundleBytes: number | undefined;
  readonly gzippedBytes: number | undefined;
  readonly importMs: number | undefined;
  readonly importBytes: number | undefined;
}

const IMPORTS = 7;
// In a program that does nothing else, so that all figures are those above an empty program.
const IMPORT_PROGRAM = `
const [specifier] = process.argv.slice(1);
globalThis.gc();
const before = process.memoryUsage().heapUsed;
const startedAt = performance.now();
await import(specifier);
const ms = performance.now() - startedAt;
globalThis.gc();
console.log(JSON.stringify({ ms, bytes: process.memoryUsage().heapUsed - before }));`;

/** Weighs all contenders. */
export async function weigh(contenders: readonly Contender[]): Promise<Footprint[]> {
  const imports = new Map<string, Array<{ ms: number; bytes: number }>>();
  for (let round = 0; round < IMPORTS; round += 1) {
    for (const { name, imports: specifier } of contenders) {
      if (specifier !== undefined) {
        const all = imports.get(name) ?? [];
        all.push(await importOnce(specifier));
        imports.set(name, all);
      }
    }
  }
  return Promise.all(
    contenders.map(async ({ name, program }) => {
      const all = imports.get(name);
      const bundle = program === undefined ? undefined : await bundled(program);
      return {
        name,
        bundleBytes: bundle?.byteLength,
        gzippedBytes: bundle === undefined ? undefined : gzipSync(bundle, { level: 9 }).byteLength,
        importMs: all && Math.min(...all.map(({ ms }) => ms)),
        importBytes: all && Math.min(...all.map(({ bytes }) => bytes)),
      };
    }),
  );
}

async function importOnce(specifier: string): Promise<{ ms: number; bytes: number }> {
  const args = ["--expose-gc", "--input-type=module", "--eval", IMPORT_PROGRAM, specifier];
  return JSON.parse(await run(process.execPath, args));
}

async function bundled(program: string): Promise<Uint8Array> {
  // Only here, as a quick run does not install it.
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: BENCH, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "es2022",
    logLevel: "error",
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
