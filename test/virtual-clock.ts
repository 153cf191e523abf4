import { setImmediate } from "node:timers/promises";
import type { RetryClock } from "../src/transport/retry.js";

const START = Date.parse("Tue, 21 Jul 2020 04:10:58 GMT");

/** A clock that goes on to the next wait that ends as soon as nothing else is left to do. */
export class VirtualClock implements RetryClock {
  #ms = 0;
  #seed = 1;
  readonly #waiting = new Set<{ readonly until: number; readonly end: () => void }>();

  readonly monotonic = () => this.#ms;
  readonly now = () => START + this.#ms;

  /** The same numbers each time. */
  readonly random = () => {
    this.#seed = (this.#seed * 48_271) % 2_147_483_647;
    return this.#seed / 2_147_483_647;
  };

  readonly delay = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const waiting = { until: this.#ms + ms, end: resolve };
      this.#waiting.add(waiting);
      signal?.addEventListener("abort", () => {
        this.#waiting.delete(waiting);
        reject(signal.reason);
      });
    });

  /** Milliseconds of the waits that have not ended, from the next one on. */
  get waits(): number[] {
    return [...this.#waiting].map(({ until }) => until - this.#ms).sort((a, b) => a - b);
  }

  /** Lets time pass until this is done. */
  async until<Value>(done: Promise<Value>): Promise<Value> {
    let isDone = false;
    const end = () => {
      isDone = true;
    };
    done.then(end, end);
    await setImmediate();
    while (!isDone) {
      this.#goOn();
      await setImmediate();
    }
    return done;
  }

  #goOn(): void {
    const [next = Number.NaN] = this.waits;
    if (Number.isNaN(next)) {
      throw new Error("Nothing waits, and it is not done.");
    }
    this.#ms += next;
    for (const waiting of [...this.#waiting]) {
      if (waiting.until <= this.#ms) {
        this.#waiting.delete(waiting);
        waiting.end();
      }
    }
  }
}
