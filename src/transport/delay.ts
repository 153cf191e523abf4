import { abortReason, listen, unlisten } from "../abort.js";

/** Waits, or rejects at once with the reason of the signal; leaves neither timer nor listener behind. */
export type Delay = (ms: number, signal: AbortSignal) => Promise<void>;

export const delay: Delay = (ms, signal) =>
  new Promise((resolve, reject) => {
    const waiting = {
      handleEvent() {
        clearTimeout(timer);
        unlisten(signal, waiting);
        reject(abortReason(signal));
      },
    };
    const timer = setTimeout(() => {
      unlisten(signal, waiting);
      resolve();
    }, ms);
    if (signal.aborted) {
      waiting.handleEvent();
    } else {
      listen(signal, waiting);
    }
  });
