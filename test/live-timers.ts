/**
 * Counts the timers that code of this realm has set and that have neither fired nor been cleared. The platform's fetch
 * lives in another realm and keeps timers of its own, which do not count.
 */
export async function withLiveTimers<Result>(
  use: (count: () => number) => Promise<Result>,
): Promise<Result> {
  const { setTimeout, clearTimeout } = globalThis;
  const live = new Set<unknown>();
  const set = (callback: (...values: unknown[]) => void, ms?: number, ...values: unknown[]) => {
    const timer = setTimeout(() => {
      live.delete(timer);
      callback(...values);
    }, ms);
    live.add(timer);
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
    return await use(() => live.size);
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout });
  }
}
