import { readdir, readFile } from "node:fs/promises";
import { ROOT } from "./copy.js";

const FOLDER = `${ROOT}spec/guides/`;

/** The TypeScript in a text of Markdown, in order. */
export function examplesIn(markdown: string): string[] {
  return [...markdown.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code ?? "");
}

/** The TypeScript in each guide, in order, by the name of the guide. */
export async function guideExamples(): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith(".md")).sort();
  const texts = await Promise.all(names.map((name) => readFile(FOLDER + name, "utf8")));
  return new Map(names.map((name, index) => [name, examplesIn(texts[index] ?? "")]));
}

/** The one example of a guide that imports this package. */
export async function guideExample(guide: string, imported: string): Promise<string> {
  const examples = (await guideExamples()).get(guide) ?? [];
  const found = examples.filter((code) => code.includes(` from "${imported}"`));
  const [code] = found;
  if (code === undefined || found.length > 1) {
    throw new Error(`Expected one example of ${guide} to import ${imported}, got ${found.length}.`);
  }
  return code;
}
