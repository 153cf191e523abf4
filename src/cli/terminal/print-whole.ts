import { fstatSync, ftruncateSync, writeSync } from "node:fs";
import { CommandFailure, EXIT } from "../command-failure.js";
import { codeOf } from "../error-code.js";

/**
 * Writes to the standard output of the process, all of a text or nothing: a disk that is full in the middle of it loses
 * what was written of it. Rejects as {@link Shell.print} says.
 */
export async function printWhole(text: string): Promise<void> {
  const { fd, isTTY } = process.stdout;
  const stats = fstatSync(fd);
  if (isTTY || stats.isFIFO() || stats.isSocket()) {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
    });
    return;
  }
  try {
    writeWhole(fd, text);
  } catch (error) {
    throw new CommandFailure(`The output could not be written (${codeOf(error)}).`, EXIT.refused);
  }
}

/** Adds a text to a file, all of it or nothing. Throws what the system says. */
export function writeWhole(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  const stats = fstatSync(fd);
  let written = 0;
  try {
    while (written < bytes.length) {
      written += writeSync(fd, bytes, written);
    }
  } catch (error) {
    if (written > 0 && stats.isFile()) {
      ftruncateSync(fd, stats.size);
    }
    throw error;
  }
}
