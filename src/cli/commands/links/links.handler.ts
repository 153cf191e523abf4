import { setMaxListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import { pMapIterable } from "p-map";
import type { Page } from "../../../paged-items.js";
import { createUndiciFetch } from "../../../undici/index.js";
import { CommandFailure, usageFailure } from "../../command-failure.js";
import { type Connection, connect } from "../../connection.js";
import { isClosedPipe } from "../../error-code.js";
import type { Options, SuppliedOptions } from "../../parser/definition.js";
import { callSettings, linkParameters } from "../../parser/settings.js";
import type { Shell } from "../../shell.js";
import { cellText } from "../../terminal/checked-items.js";
import { givenText } from "../../terminal/given-text.js";
import { createListWriter, listLayout } from "../../terminal/list.js";
import { startProgress } from "../../terminal/progress.js";
import { wrappedFor } from "../../terminal/wrapped.js";
import { partnersOf } from "../partners.handler.js";
import { askForLink } from "./ask-for-link.js";
import { type Journal, withJournal } from "./journal.js";
import { LINK_COLUMNS, LINK_TABLE_COLUMNS, type LinkRow } from "./link-row.js";
import { startRun } from "./link-run.js";
import type { linksOptions } from "./links.js";
import {
  type Candidate,
  type Candidates,
  checkedRows,
  type ResellerRow,
  readCandidates,
} from "./reseller-rows.js";
import { resumeCommand } from "./resume-command.js";

const DEFAULT_CONCURRENCY = 8;
/** How many rows may be done before their turn to be printed, for each call at a time. */
const ROWS_AHEAD = 8;
const MOST_COMPLAINTS = 20;

// Many links are waited for: the service may ask for minutes, and nobody wants to begin again.
const PATIENCE = { maxRetries: 5, maxDelayMs: 600_000, budgetMs: 3_600_000 };

/** Prints a link for each reseller, in the order of the input, and keeps what is done until all is. */
export async function printLinks(
  options: Options<typeof linksOptions>,
  shell: Shell,
  supplied: SuppliedOptions,
): Promise<void> {
  const settings = linksSettings(options, shell);
  const file = await readInput(settings, shell);
  const fetch = createUndiciFetch({ connections: settings.concurrency, proxy: settings.proxy });
  const connection = await connect({ ...settings, fetch, hasOwnIds: true, retry: PATIENCE }, shell);
  const rows = checkedRows(file?.candidates ?? (await candidatesOfService(connection, shell)));
  complain(rows, settings.strict, connection);

  const tenants = rows.map(({ tenant }) => tenant.toLowerCase());
  const { account, profile, cloud, baseUrl } = connection.target;
  const resellers = { query: settings.query, tenants };
  const key = { resellers, account, profile: profile?.name, cloud, baseUrl };
  await withJournal({ file: settings.resume, key, rows }, shell, (journal) =>
    runAll({ supplied, settings: withSeparator(settings, file), connection, rows, journal }, shell),
  );
}

interface LinksRun {
  readonly supplied: SuppliedOptions;
  readonly settings: LinksSettings;
  readonly connection: Connection;
  readonly rows: readonly ResellerRow[];
  readonly journal: Journal;
}

async function runAll(
  { supplied, settings, connection, rows, journal }: LinksRun,
  shell: Shell,
): Promise<void> {
  const run = startRun(rows, journal, settings.concurrency);
  const progress =
    settings.verbose || settings.json
      ? undefined
      : startProgress(shell, run.counts, connection.waiting);
  const printer = createRowPrinter(settings, rows, shell, () => progress?.clear());
  const howToGoOn = () => {
    const { done, total } = run.counts();
    return `${done} of ${total} are done. Go on with: ${resumeCommand(supplied, journal.file, connection.target)}`;
  };
  // The process ends right after this, so that nothing in it can wait.
  const interrupted = () => {
    progress?.stop();
    for (const row of run.unprinted()) {
      printer.print([row]);
    }
    printer.end();
    journal.close(true);
    connection.log.warning(`Interrupted: ${howToGoOn()}`);
  };
  shell.signal.addEventListener("abort", interrupted, { once: true });

  let stays = settings.resume !== undefined;
  /** A failure after which another run has something to go on with, if anything was done. */
  const ended = (failure: CommandFailure): CommandFailure => {
    if (run.counts().done === 0) {
      return failure;
    }
    stays = true;
    const message = `${failure.message} ${howToGoOn()}`;
    return new CommandFailure(message, failure.exitCode, failure.details);
  };
  let outcome: CommandFailure | undefined;
  try {
    const signal = AbortSignal.any([shell.signal, run.signal]);
    // One for each call in flight.
    setMaxListeners(0, signal);
    const ask = ({ tenant, name }: ResellerRow) =>
      askForLink({ tenant, name }, { connection, query: settings.query, signal });
    const { concurrency } = settings;
    let done: LinkRow[] = [];
    const flush = async () => {
      const printed = done;
      done = [];
      // A row that was printed is not asked for again.
      journal.write();
      run.printing(printed);
      await printer.print(printed);
    };
    let pending: Promise<void> | undefined;
    let problem: { readonly error: unknown } | undefined;
    /** Prints what is done by the end of this turn of the event loop. */
    const flushSoon = () => {
      pending ??= setImmediate()
        .then(flush)
        .catch((error: unknown) => {
          problem ??= { error };
        })
        .finally(() => {
          pending = undefined;
        });
      return pending;
    };
    for await (const row of pMapIterable(rows, (row) => run.rowOf(row, ask), {
      concurrency,
      backpressure: concurrency * ROWS_AHEAD,
    })) {
      if (row !== undefined) {
        done.push(row);
        const flushed = flushSoon();
        // A reader who is slow is waited for.
        if (done.length >= concurrency) {
          await flushed;
        }
      }
      if (problem !== undefined) {
        throw problem.error;
      }
    }
    await pending;
    if (problem !== undefined) {
      throw problem.error;
    }
    await flush();
    await printer.end();
    const failure = run.failure();
    outcome = failure !== undefined && run.signal.aborted ? ended(failure) : failure;
  } catch (error) {
    outcome = error instanceof CommandFailure ? ended(error) : undefined;
    // A row that failed is not hidden by a reader who stopped.
    outcome ??= isClosedPipe(error) ? run.failure() : undefined;
    if (outcome === undefined) {
      throw error;
    }
  } finally {
    progress?.stop();
    run.stop();
    if (!shell.signal.aborted) {
      shell.signal.removeEventListener("abort", interrupted);
      journal.close(stays);
    }
  }
  if (outcome !== undefined) {
    throw outcome;
  }
}

function linksSettings(options: Options<typeof linksOptions>, shell: Shell) {
  const settings = callSettings(options, shell);
  const { from, column, concurrency = DEFAULT_CONCURRENCY, resume, strict, locale } = options;
  if (from === undefined && !options["all-resellers"]) {
    throw usageFailure("Pass either `--from <file>` or `--all-resellers`.");
  }
  if (from === "-" && settings.tokenStdin) {
    throw usageFailure("Pass either `--from -` or `--token-stdin`: both read from standard input.");
  }
  const layout = listLayout(options, shell);
  const query = linkParameters(options);
  return { ...settings, query, from, column, concurrency, resume, strict, locale, layout };
}

type LinksSettings = ReturnType<typeof linksSettings>;

async function readInput(
  { from, column }: LinksSettings,
  shell: Shell,
): Promise<Candidates | undefined> {
  return from === undefined
    ? undefined
    : readCandidates(await givenText("--from", from, shell), column);
}

/** Excel reads the output as it reads the input. */
function withSeparator(settings: LinksSettings, input: Candidates | undefined): LinksSettings {
  const { layout } = settings;
  return layout.excelSeparator === undefined || input === undefined
    ? settings
    : { ...settings, layout: { ...layout, excelSeparator: input.separator } };
}

async function candidatesOfService(
  connection: Connection,
  { signal }: Shell,
): Promise<Candidate[]> {
  const partners = await connection.while(
    "Asking Partner Center for the resellers",
    readAll(partnersOf(connection, "IsIndirectCloudSolutionProviderOf", signal)),
  );
  return partners.map(({ id, name }, index) => ({
    place: `reseller ${index + 1}`,
    tenant: cellText(id) ?? "",
    name: cellText(name),
  }));
}

async function readAll<Item>(pages: AsyncIterable<Page<Item>>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const { items } of pages) {
    // A page may have more items than a call can have arguments.
    for (const item of items) {
      all.push(item);
    }
  }
  return all;
}

/** Reports invalid rows, before anything is sent. */
function complain(rows: readonly ResellerRow[], isStrict: boolean, { log }: Connection): void {
  const wrong = rows.flatMap(({ place, wrong }) =>
    wrong === undefined ? [] : [`${place}: ${wrong}`],
  );
  for (const words of wrong.slice(0, MOST_COMPLAINTS)) {
    log.warning(words);
  }
  if (wrong.length > MOST_COMPLAINTS) {
    log.warning(`… and ${wrong.length - MOST_COMPLAINTS} more.`);
  }
  if (isStrict && wrong.length > 0) {
    throw usageFailure(
      `${wrong.length} of ${rows.length} rows ${wrong.length === 1 ? "is" : "are"} invalid. Nothing was sent.`,
    );
  }
}

/** Creates what prints rows, some at a time. */
function createRowPrinter(
  { layout }: LinksSettings,
  rows: readonly ResellerRow[],
  { print, stderr }: Shell,
  beforeEach: () => void,
) {
  const columns = layout.format === "table" ? LINK_TABLE_COLUMNS : LINK_COLUMNS;
  const writer = createListWriter<LinkRow>(columns, layout, rows);
  let isStarted = false;
  return {
    async print(printed: readonly LinkRow[]): Promise<void> {
      if (printed.length > 0) {
        isStarted = true;
        beforeEach();
        await print(writer.add(printed));
      }
    },
    /** Prints what comes after the rows, if there were any. */
    async end(): Promise<void> {
      const end = isStarted ? writer.end() : "";
      if (end !== "") {
        await print(end);
      }
      const note = isStarted ? writer.note() : undefined;
      if (note !== undefined) {
        beforeEach();
        stderr.write(`${wrappedFor(stderr, note)}\n`);
      }
    },
  };
}
