import { readFile, stat } from "node:fs/promises";
import { usageFailure } from "../command-failure.js";
import { codeOf } from "../error-code.js";
import type { Shell } from "../shell.js";

/** The first bytes of an .xlsx or .ods file, and of an .xls file. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * The text of a file, or of standard input for `-`: in UTF-8, with or without a byte order mark, or in UTF-16 with one.
 * Rejects with the failure that says why it cannot be read.
 */
export async function givenText(
  option: string,
  file: string,
  shell: Pick<Shell, "stdin">,
): Promise<string> {
  const bytes = file === "-" ? await standardInput(option, shell) : await fileContent(option, file);
  if (WORKBOOKS.some((start) => start.every((byte, index) => bytes[index] === byte))) {
    throw usageFailure(
      `Invalid \`${option}\`: a workbook of a spreadsheet, not CSV. Save it as "CSV UTF-8", and pass that file.`,
    );
  }
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw usageFailure(
      `Invalid \`${option}\`: line ${firstWrongLine(bytes)} is neither UTF-8 nor UTF-16. Save the file as "CSV UTF-8".`,
    );
  }
}

async function fileContent(option: string, file: string): Promise<Uint8Array> {
  const refuse = (error: unknown) => {
    throw usageFailure(`Cannot read the file of \`${option}\` (${codeOf(error)}).`);
  };
  const stats = await stat(file).catch(refuse);
  if (!stats.isFile()) {
    const what = stats.isDirectory() ? "a folder" : "not a file";
    throw usageFailure(`Invalid \`${option}\`: ${what}. For a pipe, pass \`${option} -\`.`);
  }
  return readFile(file).catch(refuse);
}

async function standardInput(option: string, { stdin }: Pick<Shell, "stdin">): Promise<Uint8Array> {
  if (stdin.isTTY) {
    throw usageFailure(`\`${option} -\` reads from a pipe, not from a terminal.`);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) {
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}

/** By the byte order mark; without one, text with zeros is UTF-16 as Windows writes it. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) {
    return "utf-16be";
  }
  return (first === 0xff && second === 0xfe) || (first !== 0 && second === 0)
    ? "utf-16le"
    : "utf-8";
}

function firstWrongLine(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes);
  return text.slice(0, text.indexOf("\uFFFD")).split("\n").length;
}
