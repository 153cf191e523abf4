import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ROOT, withCopy } from "../copy.js";
import { type Run, run } from "../run.js";

const MANIFEST = {
  name: "a-package",
  version: "1.0.0",
  type: "module",
  exports: { ".": { import: "./dist/index.js", require: "./dist/index.cjs.js" } },
  files: ["dist", "CHANGELOG.md"],
};

/** A small package that has all it needs. */
export const FILES: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify(MANIFEST),
  "README.md": "",
  LICENSE: "",
  "CHANGELOG.md": "",
  "dist/index.js": 'export { answer } from "./answer.js";',
  "dist/index.d.ts": 'export { type Answer, answer } from "./answer.js";',
  "dist/answer.js": "export const answer = () => 42;",
  "dist/answer.d.ts":
    "/** The answer. */\nexport type Answer = Everything;\ntype Everything = 42;\nexport declare const answer: () => Answer;",
  "dist/index.cjs.js": "exports.answer = () => 42;",
  "dist/index.cjs.d.ts": "export declare const answer: () => number;",
};

/** Runs `use` in a folder with these files. */
export function withFiles<Result>(
  files: Readonly<Record<string, string>>,
  use: (cwd: string) => Promise<Result>,
): Promise<Result> {
  return withCopy([], async (cwd) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(cwd, path)), { recursive: true });
      await writeFile(join(cwd, path), text);
    }
    return use(cwd);
  });
}

/** Runs a script of ours in a folder. */
export function runScript(cwd: string, script: string, ...args: string[]): Promise<Run> {
  return run("tsx", [`${ROOT}scripts/${script}.ts`, ...args], { cwd });
}
