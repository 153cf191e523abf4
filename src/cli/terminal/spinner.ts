import type { Shell } from "../shell.js";
import { cut } from "./table.js";

const FRAMES = ["|", "/", "-", "\\"];
const FRAME_MS = 100;
const DEFAULT_COLUMNS = 80;
const ERASED_LINE = "\r\u001b[K";

/** Shows on a terminal that something goes on. */
export interface Spinner {
  /** Prints while nothing of the spinner is on the line. */
  around(print: () => Promise<void>): Promise<void>;
  stop(): void;
}

/** Starts a spinner; off a terminal it shows nothing. */
export function startSpinner(
  shell: Pick<Shell, "env" | "stderr" | "signal">,
  words: () => string,
): Spinner {
  const { stderr, signal } = shell;
  const erased = erasedLine(shell);
  if (erased === "") {
    return { around: (print) => print(), stop: () => undefined };
  }
  let frame = 0;
  let isShown = true;
  const draw = () => {
    const width = (stderr.columns || DEFAULT_COLUMNS) - 1;
    stderr.write(`${erased}${cut(`${FRAMES[frame % FRAMES.length]} ${words()}`, width)}`);
    frame += 1;
  };
  const stop = () => {
    if (!isShown) {
      return;
    }
    isShown = false;
    clearInterval(timer);
    signal.removeEventListener("abort", stop);
    stderr.write(erased);
  };
  const timer = setInterval(draw, FRAME_MS);
  signal.addEventListener("abort", stop, { once: true });
  draw();
  return {
    stop,
    async around(print) {
      stderr.write(erased);
      await print();
      if (isShown) {
        draw();
      }
    },
  };
}

/** What empties the line that a terminal is at; nothing elsewhere. */
export function erasedLine({ env, stderr }: Pick<Shell, "env" | "stderr">): string {
  return stderr.isTTY && env.TERM !== "dumb" ? ERASED_LINE : "";
}
