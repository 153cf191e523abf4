import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { shippedFiles } from "./shipped.js";

/** Bytes of the whole tarball, as it is downloaded. */
const MOST_PACKED = 115_000;
/** Bytes of the files in it, without the description. */
const MOST_UNPACKED = 370_000;
const DESCRIPTION = "dist/openapi.json";
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

const { size, files } = await packed();
const paths = new Set(files.map(({ path }) => path));
const expected = new Set([...ALWAYS, ...(await shippedFiles("."))]);
const unpacked = files
  .filter(({ path }) => path !== DESCRIPTION)
  .reduce((sum, file) => sum + file.size, 0);

const findings = [
  ...[...paths]
    .filter((path) => !expected.has(path))
    .map((path) => `${path} is stray: nothing that the package exports leads to it.`),
  ...[...expected].filter((path) => !paths.has(path)).map((path) => `${path} is missing.`),
  ...(size > MOST_PACKED ? [`The tarball has ${size} bytes, more than ${MOST_PACKED}.`] : []),
  ...(unpacked > MOST_UNPACKED
    ? [`The files have ${unpacked} bytes, more than ${MOST_UNPACKED}.`]
    : []),
];
if (findings.length > 0) {
  console.error(findings.join("\n"));
  process.exitCode = 1;
} else {
  console.log(
    `${files.length} files, ${unpacked} bytes without ${DESCRIPTION}; the tarball has ${size}.`,
  );
}
