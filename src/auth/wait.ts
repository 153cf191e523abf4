import { abortReason } from "../abort.js";

/** Waits so many milliseconds; rejects with the reason of `signal` once that is aborted. */
export type Wait = (ms: number, signal?: AbortSignal | undefined) => Promise<void>;

/** Waits for real. */
export const wait: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", finish);
      if (signal?.aborted) {
        reject(abortReason(signal));
      } else {
        resolve();
      }
    };
    const timer = setTimeout(finish, signal?.aborted ? 0 : ms);
    signal?.addEventListener("abort", finish);
  });
