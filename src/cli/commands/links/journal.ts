import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CommandFailure, EXIT, usageFailure } from "../../command-failure.js";
import { codeOf } from "../../error-code.js";
import { hashOf } from "../../sign-in/hash.js";
import { accessProblem, type Reader } from "../../sign-in/private-file.js";
import { type LockShell, withSignInLock } from "../../sign-in/sign-in-lock.js";
import { jsonLine } from "../../terminal/json-line.js";
import { writeWhole } from "../../terminal/print-whole.js";
import { isShownLink } from "../../terminal/shown-link.js";
import type { LinkRow } from "./link-row.js";
import type { ResellerRow } from "./reseller-rows.js";

/** Keeps in a file the rows that are done, so that a run that was ended can go on, however it was ended. */
export interface Journal {
  readonly file: string;
  /** Returns whether the row got its link in an earlier run. */
  has(row: ResellerRow): boolean;
  /** Returns that row, with the link that was kept. */
  read(row: ResellerRow): LinkRow;
  /** Keeps a row, with those that are done at the same time. Throws the failure that says why rows could not be kept. */
  keep(row: ResellerRow, answer: LinkRow): void;
  /** Writes the rows that wait; each whole, or not at all. Throws the failure that says why it could not. */
  write(): void;
  /** Closes the file, and removes it unless it is to stay. */
  close(stays: boolean): void;
}

/** What the rows of a journal depend on: a run with something else gets no row of it. */
export interface JournalKey {
  readonly resellers: unknown;
  readonly account: unknown;
  readonly profile: unknown;
  readonly cloud: unknown;
  readonly baseUrl: unknown;
}

const OTHERS: ReadonlyArray<readonly [name: keyof JournalKey, words: string]> = [
  ["resellers", "other resellers or options"],
  ["account", "another account"],
  ["profile", "another profile"],
  ["cloud", "another cloud"],
  ["baseUrl", "another base URL"],
];

/** Where a kept row stands in the file. */
interface Place {
  readonly at: number;
  readonly length: number;
}

/** What a journal is opened for. */
export interface JournalInput {
  /** The file of `--resume`; by default a file in a folder of its own. */
  readonly file: string | undefined;
  readonly key: JournalKey;
  readonly rows: readonly ResellerRow[];
}

// Longer than a run that died in another container keeps its lock.
const LONGEST_WAIT_MS = 12_000;
const INSTEAD = "No link was requested. Name another file.";
const IDS = ["requestId", "correlationId", "cv", "serverId"] as const;
// A pipe is opened at once, and refused, instead of waited for; a link is not followed. Windows has neither.
const { O_RDWR, O_APPEND, O_CREAT, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;

/**
 * Runs `use` with the journal, which no other run can use meanwhile. Drops a row that a sudden end cut off.
 * Rejects with the failure that says why the file cannot be used.
 */
export async function withJournal(
  { file, key, rows }: JournalInput,
  shell: LockShell & Reader,
  use: (journal: Journal) => Promise<void>,
): Promise<void> {
  const path = file ?? join(mkdtempSync(join(tmpdir(), "partner-center-")), "links.state");
  const descriptor = openPrivate(path, shell);
  const places = new Map<number, Place>();
  let waiting = "";
  let failure: CommandFailure | undefined;
  const write = () => {
    const text = waiting;
    waiting = "";
    try {
      if (text !== "") {
        writeWhole(descriptor, text);
      }
    } catch (error) {
      failure = notKept(error);
    }
    if (failure !== undefined) {
      throw failure;
    }
  };
  // What fails here is thrown by what comes next.
  const writeSoon = () => {
    try {
      write();
    } catch {}
  };
  const start = async () => {
    try {
      if (!readPlaces(descriptor, key, rows, places)) {
        writeWhole(descriptor, `${headOf(key)}\n`);
      }
    } catch (error) {
      closeSync(descriptor);
      throw error instanceof CommandFailure ? error : notKept(error);
    }
    await use({
      file: path,
      has: ({ index }) => places.has(index),
      read(row) {
        const { at, length } = places.get(row.index) ?? { at: 0, length: 0 };
        const bytes = Buffer.alloc(length);
        readSync(descriptor, bytes, 0, length, at);
        return entryOf(bytes.toString(), rows).answer;
      },
      keep({ index }, answer) {
        if (failure !== undefined) {
          throw failure;
        }
        if (waiting === "") {
          setImmediate(writeSoon);
        }
        waiting += `${jsonLine({ index, ...answer })}\n`;
      },
      write,
      close(stays) {
        writeSoon();
        closeSync(descriptor);
        if (!stays) {
          rmSync(file === undefined ? dirname(path) : path, { recursive: true, force: true });
        }
      },
    });
  };
  if (file === undefined) {
    return start();
  }
  // By the number of the file, which is the same for each spelling of its path.
  const name = `.partner-center-links-${fstatSync(descriptor).ino}`;
  return withSignInLock(dirname(path), name, shell, start, {
    longestWaitMs: LONGEST_WAIT_MS,
    words: (pid) =>
      `Another run of \`links\` (process ${pid}) is using the file of \`--resume\`. Wait for its end, or name another file.`,
  });
}

function openPrivate(path: string, reader: Reader): number {
  const refuse = (problem: string) =>
    usageFailure(`The file of \`--resume\` ${problem}, so it is not used. ${INSTEAD}`);
  let descriptor: number;
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw refuse("is a symbolic link");
    }
    const flags = O_RDWR | O_APPEND | O_CREAT | O_NONBLOCK | O_NOFOLLOW;
    descriptor = openSync(path, flags, 0o600);
  } catch (error) {
    throw error instanceof CommandFailure
      ? error
      : usageFailure(`The file of \`--resume\` cannot be used (${codeOf(error)}). ${INSTEAD}`);
  }
  const problem = accessProblem(fstatSync(descriptor), reader);
  if (problem !== undefined) {
    closeSync(descriptor);
    throw refuse(problem);
  }
  return descriptor;
}

/** Finds the rows that have links; returns false for a file without anything. */
function readPlaces(
  descriptor: number,
  key: JournalKey,
  rows: readonly ResellerRow[],
  places: Map<number, Place>,
): boolean {
  const bytes = readFileSync(descriptor);
  const head = Buffer.from(`${headOf(key)}\n`);
  // Shorter than its first line: it was ended before anything was kept.
  if (bytes.length < head.length && head.subarray(0, bytes.length).equals(bytes)) {
    ftruncateSync(descriptor, 0);
    return false;
  }
  if (!bytes.subarray(0, head.length).equals(head)) {
    throw ofAnother(bytes.toString("utf8", 0, Math.max(0, bytes.indexOf("\n"))), key);
  }
  let at = head.length;
  for (let end = bytes.indexOf("\n", at); end !== -1; end = bytes.indexOf("\n", at)) {
    const { index, answer } = entryOf(bytes.toString("utf8", at, end), rows);
    if (answer.link !== undefined) {
      places.set(index, { at, length: end - at });
    }
    at = end + 1;
  }
  ftruncateSync(descriptor, at);
  return true;
}

/** Reads a row. Whoever can write to the file decides what is in it, so that only what a run can have kept is returned. */
function entryOf(
  line: string,
  rows: readonly ResellerRow[],
): { readonly index: number; readonly answer: LinkRow } {
  const { index, tenant, link, ...others } = objectIn(line);
  const row = rows[Number(index)];
  if (
    row === undefined ||
    row.index !== index ||
    typeof tenant !== "string" ||
    tenant.toLowerCase() !== row.tenant.toLowerCase() ||
    !(link === undefined || (typeof link === "string" && isShownLink(link)))
  ) {
    throw damaged();
  }
  const ids = IDS.map((name) => {
    const { [name]: id } = others;
    if (id !== undefined && typeof id !== "string") {
      throw damaged();
    }
    return [name, id] as const;
  });
  return {
    index,
    answer: { tenant: row.tenant, name: row.name, link, ...Object.fromEntries(ids) },
  };
}

function objectIn(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (isObject(value)) {
      return value;
    }
  } catch {
    // Not JSON is as damaged as JSON that is no object.
  }
  throw damaged();
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Returns the failure that names what the first line has been written for. */
function ofAnother(line: string, key: JournalKey): CommandFailure {
  const found = objectIn(line);
  const wanted = objectIn(headOf(key));
  const { version } = wanted;
  const others = OTHERS.flatMap(([name, words]) => (found[name] === wanted[name] ? [] : [words]));
  return found.version !== version || others.length === 0
    ? damaged()
    : usageFailure(
        `The file of \`--resume\` was written for ${others.join(", ")}, so it is not used. ${INSTEAD}`,
      );
}

function damaged(): CommandFailure {
  return usageFailure(
    `The file of \`--resume\` is damaged, or was not written by this version of \`links\`. ${INSTEAD}`,
  );
}

function headOf(key: JournalKey): string {
  const hashes = OTHERS.map(([name]) => [name, hashOf(key[name] ?? null)]);
  return jsonLine({ version: "partner-center links 2", ...Object.fromEntries(hashes) });
}

function notKept(error: unknown): CommandFailure {
  return new CommandFailure(
    `What is done could not be kept for \`--resume\` (${codeOf(error)}).`,
    EXIT.refused,
  );
}
