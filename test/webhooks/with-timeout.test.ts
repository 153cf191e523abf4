import { jest } from "@jest/globals";
import { withTimeout } from "../../src/webhooks/with-timeout.js";

const reason = new Error("too late");

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe("withTimeout", () => {
  it("returns the value, and leaves no timer", async () => {
    await expect(
      withTimeout(
        1_000,
        () => reason,
        async () => 1,
      ),
    ).resolves.toBe(1);

    expect(jest.getTimerCount()).toBe(0);
  });

  it("passes a failure on, and leaves no timer", async () => {
    const failure = new Error("refused");

    await expect(
      withTimeout(
        1_000,
        () => reason,
        () => Promise.reject(failure),
      ),
    ).rejects.toBe(failure);

    expect(jest.getTimerCount()).toBe(0);
  });

  it("aborts the signal and stops waiting for an operation that ignores it", async () => {
    const signals: AbortSignal[] = [];
    const outcome = withTimeout(
      1_000,
      () => reason,
      (signal) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
    );
    const rejection = expect(outcome).rejects.toBe(reason);

    jest.advanceTimersByTime(999);
    expect(signals[0]?.aborted).toBe(false);
    jest.advanceTimersByTime(1);

    await rejection;
    expect(signals[0]?.reason).toBe(reason);
  });
});
