import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../copy.js";

const INSTALLED = `${ROOT}test/package/node_modules`;
const execute = promisify(execFile);

/** How a program ended and what it printed, both streams together. */
export interface Outcome {
  readonly succeeded: boolean;
  readonly output: string;
}

/** A folder in which the tarball of this package is installed, and nothing else. */
export interface Consumer {
  readonly directory: string;
  remove(): Promise<void>;
}

/** Packs the package as it is built, and installs it. */
export async function createConsumer(): Promise<Consumer> {
  const directory = await mkdtemp(join(tmpdir(), "partner-center-consumer-"));
  const { stdout } = await execute(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", directory],
    { cwd: ROOT },
  );
  const [packed] = Object.values<{ filename: string }>(JSON.parse(stdout));
  await writeFile(join(directory, "package.json"), "{}");
  await execute(
    "npm",
    ["install", "--ignore-scripts", "--no-audit", "--no-fund", `./${packed?.filename}`],
    { cwd: directory },
  );
  return { directory, remove: () => rm(directory, { recursive: true }) };
}

/** Gives a consumer the types of Node. */
export async function addNodeTypes({ directory }: Consumer): Promise<void> {
  for (const types of ["@types/node", "undici-types"]) {
    await cp(join(INSTALLED, types), join(directory, "node_modules", types), { recursive: true });
  }
}

/** Gives a consumer what the certificates of webhooks need, which is not installed with the package. */
export async function addPkijs({ directory }: Consumer): Promise<void> {
  for (const name of ["pkijs", "asn1js", "@noble/hashes", "bytestreamjs"]) {
    const target = join(directory, "node_modules", name);
    await cp(join(ROOT, "node_modules", name), target, { recursive: true });
  }
}

/** Writes files into a new project of the consumer. */
export async function createProject(
  { directory }: Consumer,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const project = join(directory, name);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), text);
  }
  return project;
}

/** Runs Node in a project. */
export function runNode(
  project: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  return runProgram(process.execPath, project, args, env);
}

/** Runs a program in a project. */
export async function runProgram(
  program: string,
  project: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  try {
    const { stdout, stderr } = await execute(program, args, {
      cwd: project,
      env: { ...process.env, ...env },
    });
    return { succeeded: true, output: stdout + stderr };
  } catch (error) {
    if (typeof error !== "object" || error === null || !("stdout" in error && "stderr" in error)) {
      throw error;
    }
    return { succeeded: false, output: `${error.stdout}${error.stderr}` };
  }
}

/** Type-checks a project, or with `emit` also compiles it into its folder `out`. */
export function compileWith(version: string, project: string, emit = false): Promise<Outcome> {
  const compiler = join(INSTALLED, `typescript-${version}/bin/tsc`);
  return runNode(project, [compiler, "--project", ".", ...(emit ? [] : ["--noEmit"])]);
}

/** A bundle of `code`, minified, as a browser would load it. */
export async function bundle(consumer: Consumer, name: string, code: string): Promise<Buffer> {
  const project = await createProject(consumer, name, { "entry.js": code });
  const { stdout } = await execute(
    `${ROOT}node_modules/.bin/esbuild`,
    ["entry.js", "--bundle", "--minify", "--format=esm", "--platform=browser"],
    { cwd: project, encoding: "buffer" },
  );
  return stdout;
}
