import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { ROOT } from "./run.js";

const IN_PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** Returns the folders of the packages whose text is in these scripts. */
export function bundledFolders(...metafiles: readonly Metafile[]): string[] {
  const outputs = metafiles.flatMap(({ outputs }) => Object.values(outputs));
  const inputs = outputs.flatMap((output) => Object.keys(output.inputs));
  return [...new Set(inputs.flatMap((input) => IN_PACKAGE.exec(input)?.[1] ?? []))].sort();
}

/** The licences of the packages in these folders. Throws for one that has none in its folder. */
export async function bundledLicences(folders: readonly string[]): Promise<string> {
  const licences = await Promise.all(folders.map(licenceIn));
  // Many packages of one author have the same.
  const texts = [...new Set(licences.map(({ text }) => text))];
  return texts
    .map((text) => {
      const names = licences.filter((licence) => licence.text === text).map(({ name }) => name);
      return `${names.join("\n")}\n\n${text}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}

async function licenceIn(folder: string): Promise<{ name: string; text: string }> {
  const { name, version } = JSON.parse(await readFile(join(ROOT, folder, "package.json"), "utf8"));
  const file = (await readdir(join(ROOT, folder))).find((one) => /^licen[cs]e(\.|$)/i.test(one));
  if (file === undefined) {
    throw new Error(`${name} is bundled, and has no licence in its folder.`);
  }
  const text = await readFile(join(ROOT, folder, file), "utf8");
  return { name: `${name} ${version}`, text: text.trim() };
}
