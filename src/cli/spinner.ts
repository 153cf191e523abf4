import type { Shell } from "./shell.js";

const FRAMES = ["|", "/", "-", "\\"];
const FRAME_MS = 100;
const ERASED_LINE = "\r\u001b[K";

/** Shows on a terminal that something goes on, until it is stopped; elsewhere it shows nothing. */
export function startSpinner(
  { env, stderr, signal }: Pick<Shell, "env" | "stderr" | "signal">,
  words: () => string,
): () => void {
  if (!stderr.isTTY || env.TERM === "dumb") {
    return () => undefined;
  }
  let frame = 0;
  const draw = () => {
    stderr.write(`${ERASED_LINE}${FRAMES[frame % FRAMES.length]} ${words()}`);
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
    stderr.write(ERASED_LINE);
  };
  const timer = setInterval(draw, FRAME_MS);
  signal.addEventListener("abort", stop, { once: true });
  draw();
  return stop;
}
