import { readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { ROOT, withCopy } from "./copy.js";
import { run } from "./run.js";

const GUIDES = `${ROOT}spec/guides/`;

/** A TypeScript block, with what it prints where the text shows that. */
export interface Example {
  readonly code: string;
  readonly output: string | undefined;
}

/** The TypeScript in a text of Markdown, in order. */
export function examplesIn(markdown: string): Example[] {
  const blocks = /^```ts\n(.*?)^```$(?:\n\n```text\n(.*?)^```$)?/gms;
  return [...markdown.matchAll(blocks)].map(([, code = "", output]) => ({ code, output }));
}

/** The names of the guides. */
export async function guides(): Promise<string[]> {
  const names = await readdir(GUIDES);
  return names.flatMap((name) => /^(.*)\.md$/.exec(name)?.[1] ?? []).sort();
}

/** The text of a guide, in Markdown. */
export function guideText(guide: string): Promise<string> {
  return readFile(`${GUIDES}${guide}.md`, "utf8");
}

/** The TypeScript in a guide, in order. */
export async function guideExamples(guide: string): Promise<Example[]> {
  return examplesIn(await guideText(guide));
}

/** The one example of a guide that imports this package. */
export async function guideExample(guide: string, imported: string): Promise<string> {
  const found = (await guideExamples(guide)).filter(({ code }) =>
    code.includes(` from "${imported}"`),
  );
  const [example] = found;
  if (example === undefined || found.length > 1) {
    throw new Error(`Expected one example of ${guide} to import ${imported}, got ${found.length}.`);
  }
  return example.code;
}

/**
 * Runs an example as it is written, with `SERVICE`, where it is given, in place of the service, and with more modules of
 * this folder preloaded.
 */
export function runExample(
  code: string,
  env: Record<string, string> = {},
  preloads: readonly string[] = [],
) {
  return withCopy([], async (directory) => {
    const paths = Object.fromEntries(
      ["", "/auth", "/sandbox", "/webhooks"].map((entry) => [
        `partner-center-client${entry}`,
        [`${ROOT}src${entry}/index.ts`],
      ]),
    );
    await writeFile(`${directory}/example.ts`, code);
    await writeFile(
      `${directory}/tsconfig.json`,
      JSON.stringify({ compilerOptions: { baseUrl: ".", paths } }),
    );
    await symlink(`${ROOT}src`, `${directory}/src`);
    const modules = ["SERVICE" in env ? ["redirect-fetch.mjs"] : [], preloads].flat();
    const imports = modules.map((name) => pathToFileURL(`${ROOT}test/${name}`).href);
    return run("tsx", [...imports.flatMap((url) => ["--import", url]), "example.ts"], {
      cwd: directory,
      env: { PARTNER_CENTER_TOKEN: "any-token", ...env },
    });
  });
}
