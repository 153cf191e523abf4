/**
 * The timers that code of this realm has set, that have neither fired nor been cleared, and that keep the process alive:
 * undici has one for all of its connections, which does not.
 */
export interface LiveTimers {
  count(): number;
  /** Lets those that were set for this many milliseconds fire at once, so that no test has to wait for a time. */
  fire(ms: number): void;
}

/**
 * Watches the timers of this realm. The platform's fetch lives in another realm and keeps timers of its own, which do
 * not count.
 */
export async function withLiveTimers<Result>(
  use: (timers: LiveTimers) => Promise<Result>,
): Promise<Result> {
  const { setTimeout, clearTimeout } = globalThis;
  const live = new Map<
    NodeJS.Timeout,
    { readonly ms: number | undefined; readonly fire: () => void }
  >();
  const set = (callback: (...values: unknown[]) => void, ms?: number, ...values: unknown[]) => {
    const fire = () => {
      clearTimeout(timer);
      live.delete(timer);
      callback(...values);
    };
    const timer = setTimeout(fire, ms);
    live.set(timer, { ms, fire });
    return timer;
  };
  Object.assign(globalThis, {
    setTimeout: set,
    clearTimeout: (timer: NodeJS.Timeout) => {
      live.delete(timer);
      clearTimeout(timer);
    },
  });
  try {
    return await use({
      count: () => [...live.keys()].filter((timer) => timer.hasRef()).length,
      fire: (ms) => {
        for (const timer of [...live.values()]) {
          if (timer.ms === ms) {
            timer.fire();
          }
        }
      },
    });
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout });
  }
}
