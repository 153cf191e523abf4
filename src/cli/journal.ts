import { createHash } from "node:crypto";
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CommandFailure, EXIT, usageFailure } from "./command-failure.js";
import { codeOf } from "./error-code.js";
import { jsonLine } from "./json-line.js";
import type { LinkRow } from "./link-row.js";
import { writeWhole } from "./print-whole.js";

/** Keeps in a file the rows that are done, so that a run that was ended can go on, however it was ended. */
export interface Journal {
  readonly file: string;
  /** Whether the row with this index got its link in an earlier run. */
  has(index: number): boolean;
  /** That row, as it was kept. */
  read(index: number): LinkRow;
  /** Keeps a row; whole, or not at all. Throws the failure that says why it could not. */
  keep(index: number, row: LinkRow): void;
  /** Closes the file, and removes it unless it is to stay. */
  close(stays: boolean): void;
}

/** Where a kept row stands in the file. */
interface Place {
  readonly at: number;
  readonly length: number;
}

interface Entry extends LinkRow {
  readonly index: number;
}

/** What a journal belongs to: the same resellers in the same order, asked for in the same way. */
export function inputId(input: object): string {
  return createHash("sha256").update(JSON.stringify(input)).digest("hex");
}

/**
 * Opens the journal of an input, in a file of the user's or in one of its own. What was cut off by a sudden end is
 * dropped. Throws the failure that says that the file cannot be used, or belongs to another input.
 */
export function openJournal(file: string | undefined, input: string): Journal {
  const path = file ?? join(mkdtempSync(join(tmpdir(), "partner-center-")), "links.state");
  const descriptor = opened(path);
  const places = new Map<number, Place>();
  try {
    if (!readPlaces(descriptor, input, places)) {
      writeWhole(descriptor, `${headOf(input)}\n`);
    }
  } catch (error) {
    closeSync(descriptor);
    throw error instanceof CommandFailure ? error : notKept(error);
  }
  return {
    file: path,
    has: (index) => places.has(index),
    read(index) {
      const { at, length } = places.get(index) ?? { at: 0, length: 0 };
      const bytes = Buffer.alloc(length);
      readSync(descriptor, bytes, 0, length, at);
      const { index: _, ...row } = entryOf(bytes.toString());
      return row;
    },
    keep(index, row) {
      try {
        writeWhole(descriptor, `${jsonLine({ index, ...row })}\n`);
      } catch (error) {
        throw notKept(error);
      }
    },
    close(stays) {
      closeSync(descriptor);
      if (!stays) {
        rmSync(file === undefined ? dirname(path) : path, { recursive: true, force: true });
      }
    },
  };
}

function opened(path: string): number {
  try {
    return openSync(path, "a+", 0o600);
  } catch (error) {
    throw usageFailure(`The file of \`--resume\` cannot be used (${codeOf(error)}).`);
  }
}

/** Finds the rows that have links; false for a file without anything. */
function readPlaces(descriptor: number, input: string, places: Map<number, Place>): boolean {
  const bytes = readFileSync(descriptor);
  const head = Buffer.from(`${headOf(input)}\n`);
  // Shorter than its first line: it was ended before anything was kept.
  if (head.subarray(0, bytes.length).equals(bytes) && bytes.length < head.length) {
    ftruncateSync(descriptor, 0);
    return false;
  }
  if (!bytes.subarray(0, head.length).equals(head)) {
    throw ofAnother();
  }
  let at = head.length;
  for (let end = bytes.indexOf("\n", at); end !== -1; end = bytes.indexOf("\n", at)) {
    const { index, link } = entryOf(bytes.toString("utf8", at, end));
    if (link !== undefined) {
      places.set(index, { at, length: end - at });
    }
    at = end + 1;
  }
  ftruncateSync(descriptor, at);
  return true;
}

function entryOf(line: string): Entry {
  try {
    return JSON.parse(line);
  } catch {
    throw ofAnother();
  }
}

function ofAnother(): CommandFailure {
  return usageFailure(
    "The file of `--resume` belongs to other resellers, or was not written by `links`; no link was asked for.",
  );
}

function headOf(input: string): string {
  return jsonLine({ "partner-center links": 1, input });
}

function notKept(error: unknown): CommandFailure {
  return new CommandFailure(
    `What is done could not be kept for \`--resume\` (${codeOf(error)}).`,
    EXIT.refused,
  );
}
