import { wait } from "../../src/auth/wait.js";

describe("wait", () => {
  test("takes as long as it is told", async () => {
    const before = performance.now();

    await wait(20);

    expect(performance.now() - before).toBeGreaterThan(15);
  });

  test("rejects with the reason of its signal, before and while it waits", async () => {
    const controller = new AbortController();
    const reason = new Error("Enough.");

    const waiting = wait(60_000, controller.signal);
    controller.abort(reason);

    await expect(waiting).rejects.toBe(reason);
    await expect(wait(60_000, controller.signal)).rejects.toBe(reason);
  });
});
