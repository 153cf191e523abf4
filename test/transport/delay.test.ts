import { delay } from "../../src/transport/delay.js";
import { withLiveTimers } from "../live-timers.js";

describe("delay", () => {
  it("waits", async () => {
    const startedAt = performance.now();

    await delay(20, new AbortController().signal);

    expect(performance.now() - startedAt).toBeGreaterThan(18);
  });

  it("ends at once with the reason of an abort, and leaves no timer", () =>
    withLiveTimers(async (timers) => {
      const controller = new AbortController();
      const reason = new Error("the user left");
      const waiting = delay(60_000, controller.signal);
      expect(timers.count()).toBe(1);

      controller.abort(reason);

      await expect(waiting).rejects.toBe(reason);
      expect(timers.count()).toBe(0);
    }));

  it("does not start after an abort", () =>
    withLiveTimers(async (timers) => {
      await expect(delay(60_000, AbortSignal.abort("gone"))).rejects.toBe("gone");

      expect(timers.count()).toBe(0);
    }));

  it("leaves no listener", async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const { addEventListener, removeEventListener } = signal;
    Object.assign(signal, {
      addEventListener(...parameters: Parameters<typeof addEventListener>) {
        listeners += 1;
        addEventListener.apply(signal, parameters);
      },
      removeEventListener(...parameters: Parameters<typeof removeEventListener>) {
        listeners -= 1;
        removeEventListener.apply(signal, parameters);
      },
    });

    await delay(1, signal);

    expect(listeners).toBe(0);
  });
});
