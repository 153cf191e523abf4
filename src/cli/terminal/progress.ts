import type { Shell } from "../shell.js";
import { erasedLine } from "./spinner.js";
import { cut } from "./table.js";

/** How far a long work is. */
export interface Counts {
  readonly total: number;
  /** Those that were done before this run. */
  readonly earlier: number;
  /** All that are done, those that failed included. */
  readonly done: number;
  readonly failed: number;
}

/** Shows how far a work is, until it is stopped. */
export interface Progress {
  /** Takes it off the terminal, so that something else can be written there. */
  clear(): void;
  stop(): void;
}

const FRAME_MS = 100;
const COUNT_MS = 10_000;
const BAR_WIDTH = 20;
const DEFAULT_COLUMNS = 80;
const LEAST_WIDTH_WITH_BAR = 60;

/** A bar on a terminal; elsewhere a line every ten seconds. */
export function startProgress(
  shell: Pick<Shell, "env" | "stderr" | "elapsed">,
  countsOf: () => Counts,
  waiting: () => string | undefined,
): Progress {
  const { stderr, elapsed } = shell;
  const startedAt = elapsed();
  const erased = erasedLine(shell);
  const words = () => progressWords(countsOf(), elapsed() - startedAt, waiting());
  const draw = () => {
    if (erased === "") {
      stderr.write(`${words()}\n`);
    } else {
      const width = (stderr.columns || DEFAULT_COLUMNS) - 1;
      const bar = width < LEAST_WIDTH_WITH_BAR ? "" : `${barOf(countsOf())} `;
      stderr.write(`${erased}${cut(`${bar}${words()}`, width)}`);
    }
  };
  const timer = setInterval(draw, erased === "" ? COUNT_MS : FRAME_MS);
  const clear = () => {
    if (erased !== "") {
      stderr.write(erased);
    }
  };
  return {
    clear,
    stop() {
      clearInterval(timer);
      clear();
    },
  };
}

/** How far it is, in words: what is done and failed, how fast, and how long it will take. */
export function progressWords(
  { total, earlier, done, failed }: Counts,
  ms: number,
  waiting: string | undefined,
): string {
  const perSecond = ((done - earlier) * 1000) / ms;
  return [
    `${done} of ${total} done`,
    `${failed} failed`,
    ...(perSecond > 0
      ? [`${perSecond.toFixed(1)} a second`, `${spanOf((total - done) / perSecond)} left`]
      : []),
    ...(waiting === undefined ? [] : [`waiting (${waiting})`]),
  ].join(", ");
}

function barOf({ total, done }: Counts): string {
  const full = total === 0 ? BAR_WIDTH : Math.floor((done / total) * BAR_WIDTH);
  return `[${"#".repeat(full)}${"-".repeat(BAR_WIDTH - full)}]`;
}

function spanOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes === 0) {
    return `${whole} s`;
  }
  return minutes < 60
    ? `${minutes} min ${whole % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
