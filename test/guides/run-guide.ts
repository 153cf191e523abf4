import { readFile, symlink, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { ROOT, withCopy } from "../copy.js";
import { run } from "../run.js";

/** A block of a guide, with what it prints where the guide shows that. */
export interface GuideExample {
  readonly code: string;
  readonly output: string | undefined;
}

/** The TypeScript examples of a guide, in order. */
export async function guideExamples(guide: string): Promise<GuideExample[]> {
  const text = await readFile(`${ROOT}spec/guides/${guide}.md`, "utf8");
  const blocks = /^```ts\n(.*?)^```$(?:\n\n```text\n(.*?)^```$)?/gms;
  return [...text.matchAll(blocks)].map(([, code = "", output]) => ({ code, output }));
}

/** Runs an example as it is written, with `SERVICE`, where it is given, in place of the service. */
export function runExample(code: string, env: Record<string, string> = {}) {
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
    const preload = pathToFileURL(`${ROOT}test/redirect-fetch.mjs`).href;
    return run("tsx", [...("SERVICE" in env ? ["--import", preload] : []), "example.ts"], {
      cwd: directory,
      env: { PARTNER_CENTER_TOKEN: "any-token", ...env },
    });
  });
}
