import { CommandFailure, EXIT } from "../../command-failure.js";
import type { Counts } from "../../terminal/progress.js";
import type { Asked } from "./ask-for-link.js";
import type { Journal } from "./journal.js";
import type { LinkRow } from "./link-row.js";
import type { ResellerRow } from "./reseller-rows.js";

/** The state of a run through many rows. */
export interface LinkRun {
  /** Is aborted when it is of no use to ask for more. */
  readonly signal: AbortSignal;
  /** Ends the calls that are under way. */
  stop(): void;
  /** What became of a row; undefined when the run was stopped before that was known. */
  rowOf(row: ResellerRow, ask: (row: ResellerRow) => Promise<Asked>): Promise<LinkRow | undefined>;
  /** Called when rows are about to be printed. */
  printing(rows: readonly LinkRow[]): void;
  /** The rows that are done and have not left, in the order of the input. */
  unprinted(): LinkRow[];
  counts(): Counts;
  /** How the run has failed; undefined when every row has its link. */
  failure(): CommandFailure | undefined;
}

/** Begins a run, which is stopped when nobody is signed in, and when as many calls fail in a row as are made at a time. */
export function startRun(
  rows: readonly ResellerRow[],
  journal: Journal,
  concurrency: number,
): LinkRun {
  const stop = new AbortController();
  const finished = new Map<LinkRow, number>();
  const earlier = rows.filter((row) => journal.has(row)).length;
  let done = 0;
  let failed = 0;
  let passing = 0;
  let inARow = 0;
  let last: CommandFailure | undefined;

  const isToStop = ({ exitCode, details }: CommandFailure): boolean =>
    exitCode === EXIT.notSignedIn ||
    (exitCode === EXIT.comeBack &&
      (inARow >= concurrency || Reflect.get(details, "reason") === "throttled"));

  const asked = async (
    row: ResellerRow,
    ask: (row: ResellerRow) => Promise<Asked>,
  ): Promise<LinkRow | undefined> => {
    const { row: answer, failure } = await ask(row);
    inARow = failure?.exitCode === EXIT.comeBack ? inARow + 1 : 0;
    passing += failure?.exitCode === EXIT.comeBack ? 1 : 0;
    last = failure ?? last;
    if (failure !== undefined && isToStop(failure)) {
      stop.abort(failure);
      return undefined;
    }
    journal.keep(row, answer);
    return answer;
  };

  return {
    signal: stop.signal,
    stop: () => stop.abort(),
    async rowOf(row, ask) {
      const { index, tenant, name, wrong } = row;
      if (stop.signal.aborted) {
        return undefined;
      }
      try {
        const answer =
          wrong !== undefined
            ? { tenant, name, error: wrong, reason: "invalid-request" }
            : journal.has(row)
              ? journal.read(row)
              : await asked(row, ask);
        if (answer !== undefined) {
          done += 1;
          failed += answer.link === undefined ? 1 : 0;
          finished.set(answer, index);
        }
        return answer;
      } catch (error) {
        if (stop.signal.aborted) {
          return undefined;
        }
        throw error;
      }
    },
    printing(printed) {
      for (const row of printed) {
        finished.delete(row);
      }
    },
    unprinted: () => [...finished].sort(([, one], [, other]) => one - other).map(([row]) => row),
    counts: () => ({ total: rows.length, earlier, done, failed }),
    failure() {
      const succeeded = done - failed;
      if (stop.signal.aborted && last !== undefined) {
        const exitCode =
          last.exitCode === EXIT.comeBack && succeeded > 0 ? EXIT.refused : last.exitCode;
        return new CommandFailure(last.message, exitCode, { ...last.details, done, failed });
      }
      if (failed === 0) {
        return undefined;
      }
      const isAllPassing = passing === failed && succeeded === 0;
      const why = isAllPassing && last !== undefined ? ` ${last.message}` : "";
      return new CommandFailure(
        `${failed} of ${rows.length} links failed.${why}`,
        isAllPassing ? EXIT.comeBack : EXIT.refused,
        { reason: "links-failed", failed, total: rows.length },
      );
    },
  };
}
