import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { shippedFiles } from "./shipped.js";

/** Bytes of the files when they are packed, without what the description makes. */
const MOST_PACKED = 280_000;
/** Bytes of the same files as they are. */
const MOST_UNPACKED = 950_000;
const DESCRIPTION = "generated/openapi.json";
const ALWAYS = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];

interface Packed {
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** What `npm pack` would put into the tarball of the package in the current folder. */
async function packed(): Promise<Packed> {
  const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const { stdout } = await promisify(execFile)("npm", args);
  const [report] = Object.values<Packed>(JSON.parse(stdout));
  if (report === undefined) {
    throw new Error("`npm pack` reports no package.");
  }
  return report;
}

/** What the description makes, in the scripts that esbuild puts together: it names each module before its text. */
function generatedTexts(script: string): string[] {
  return [...script.matchAll(/^\/\/ generated\/.*\n((?:(?!\/\/ ).*\n)*)/gm)].map(([, text = ""]) =>
    text.trim(),
  );
}

/** Returns the files without source maps, and without what the description makes, whose size is no matter of ours. */
async function ownTexts(paths: readonly string[]): Promise<string[]> {
  const own = paths.filter(
    (path) => path !== DESCRIPTION && !path.includes("/generated/") && !path.endsWith(".map"),
  );
  const texts = await Promise.all(own.map((path) => readFile(path, "utf8")));
  const generated = texts.flatMap(generatedTexts);
  return texts.map((text) => generated.reduce((rest, part) => rest.replace(part, ""), text));
}

const { size, files } = await packed();
const paths = new Set(files.map(({ path }) => path));
const expected = new Set([...ALWAYS, ...(await shippedFiles("."))]);
const own = (await ownTexts([...paths])).join("");
const unpackedSize = Buffer.byteLength(own);
const packedSize = gzipSync(own, { level: 9 }).length;

const findings = [
  ...[...paths]
    .filter((path) => !expected.has(path))
    .map((path) => `${path} is stray: nothing that the package exports leads to it.`),
  ...[...expected].filter((path) => !paths.has(path)).map((path) => `${path} is missing.`),
  ...(packedSize > MOST_PACKED
    ? [`The files have ${packedSize} bytes when packed, more than ${MOST_PACKED}.`]
    : []),
  ...(unpackedSize > MOST_UNPACKED
    ? [`The files have ${unpackedSize} bytes, more than ${MOST_UNPACKED}.`]
    : []),
];
if (findings.length > 0) {
  console.error(findings.join("\n"));
  process.exitCode = 1;
} else {
  console.log(
    `${files.length} files. Without what the description makes they have ${unpackedSize} bytes, packed ${packedSize}; the tarball has ${size}.`,
  );
}
