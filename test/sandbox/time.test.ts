import { createSandboxFetch } from "partner-center-client/sandbox";
import { examples } from "../../generated/examples.js";
import { linkRequest } from "./requests.js";

/** Timers that run when told to. */
function handClock() {
  const waiting = new Map<() => void, number>();
  return {
    waiting,
    schedule: (run: () => void, ms: number) => {
      waiting.set(run, ms);
      return () => waiting.delete(run);
    },
    runAll: () => {
      for (const run of waiting.keys()) {
        run();
      }
    },
  };
}

describe("slow", () => {
  it("sends headers and half of the link at once, the rest after ms", async () => {
    const clock = handClock();
    const fetch = createSandboxFetch({ scenario: "slow", ms: 5000 }, clock);

    const response = await fetch(linkRequest());
    const reader = response.body?.getReader();
    const first = await reader?.read();
    const waits = [...clock.waiting.values()];
    clock.runAll();
    const second = await reader?.read();
    const end = await reader?.read();

    expect(waits).toEqual([5000]);
    expect(
      JSON.parse(
        new TextDecoder().decode(
          Buffer.concat([first?.value ?? [], second?.value ?? []].map((part) => Buffer.from(part))),
        ),
      ),
    ).toEqual(examples.RelationshipRequestAdminCenter);
    expect(end?.done).toBe(true);
    expect(clock.waiting.size).toBe(0);
  });

  it("waits a second where nothing is said, on the timers of the platform", async () => {
    const start = performance.now();

    await (await createSandboxFetch("slow")(linkRequest())).text();

    expect(performance.now() - start).toBeGreaterThan(990);
  });

  it("breaks off with the reason of the signal, and leaves no timer", async () => {
    const clock = handClock();
    const controller = new AbortController();
    const fetch = createSandboxFetch("slow", clock);

    const response = await fetch(linkRequest(), { signal: controller.signal });
    const text = response.text();
    controller.abort(new Error("took too long"));

    await expect(text).rejects.toThrow("took too long");
    expect(clock.waiting.size).toBe(0);
  });

  it("leaves no timer when the reader loses interest", async () => {
    const clock = handClock();

    const response = await createSandboxFetch("slow", clock)(linkRequest());
    await response.body?.cancel();

    expect(clock.waiting.size).toBe(0);
  });
});

describe("dropped-connection", () => {
  it("rejects as fetch does, with a cause", async () => {
    const fetch = createSandboxFetch("dropped-connection");

    await expect(fetch(linkRequest())).rejects.toEqual(
      new TypeError("fetch failed", { cause: new Error("The sandbox dropped the connection.") }),
    );
    expect(fetch.requests).toHaveLength(1);
  });
});

describe("no-answer", () => {
  it("stays silent until the signal aborts, and rejects with its reason", async () => {
    const controller = new AbortController();
    const fetch = createSandboxFetch("no-answer");
    let isSettled = false;

    const call = fetch(linkRequest({}, { signal: controller.signal })).finally(() => {
      isSettled = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const wasSettled = isSettled;
    controller.abort(new Error("enough"));

    await expect(call).rejects.toThrow("enough");
    expect(wasSettled).toBe(false);
  });
});
