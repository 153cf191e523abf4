import type { Shell } from "../shell.js";

const FRAMES = ["|", "/", "-", "\\"];
const FRAME_MS = 100;
const ERASED_LINE = "\r\u001b[K";

/** Shows on a terminal that something goes on, until it is stopped; elsewhere it shows nothing. */
export function startSpinner(
  shell: Pick<Shell, "env" | "stderr" | "signal">,
  words: () => string,
): () => void {
  const { stderr, signal } = shell;
  const erased = erasedLine(shell);
  if (erased === "") {
    return () => undefined;
  }
  let frame = 0;
  const draw = () => {
    stderr.write(`${erased}${FRAMES[frame % FRAMES.length]} ${words()}`);
    frame += 1;
  };
  let isShown = true;
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
  return stop;
}

/** What empties the line that a terminal is at; nothing elsewhere. */
export function erasedLine({ env, stderr }: Pick<Shell, "env" | "stderr">): string {
  return stderr.isTTY && env.TERM !== "dumb" ? ERASED_LINE : "";
}
