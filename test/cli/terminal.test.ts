import { withFault } from "../replies.js";
import type { Handler } from "../server.js";
import { linkOf, numberIn, withOwnLink, withResellers } from "./links-service.js";

const ENV = { PARTNER_CENTER_TOKEN: "an-access-token" };

/** Answers the reseller with this number only when it is told to. */
function holding(held: number): { handler: Handler; release: () => void } {
  let release: () => void = () => undefined;
  return {
    handler(response, request, index) {
      const answer = () => withOwnLink(response, request, index);
      if (numberIn(request) === held) {
        release = answer;
      } else {
        answer();
      }
    },
    release: () => release(),
  };
}

/** Asks the first call to come back after so many seconds. */
const throttledOnce =
  (seconds: number): Handler =>
  (response, request, index) =>
    (index === 0 ? withFault(429, {}, { "Retry-After": String(seconds) }) : withOwnLink)(
      response,
      request,
      index,
    );

describe("on a terminal, partner-center", () => {
  it("shows how far many links are, and takes the bar away at the end", () => {
    const { handler, release } = holding(4);
    return withResellers(4, handler, async ({ startOnTerminal }, { url }) => {
      const started = startOnTerminal(["links", "--from", "in.csv", "--base-url", url], {
        env: ENV,
        columns: 120,
      });
      await started.printed(/\[#{15}-{5}\] 3 of 4 done, 0 failed, [\d.]+ a second, \d+ s left/);
      release();

      const { exitCode, stdout } = await started.ended;
      expect(exitCode).toBe(0);
      expect(stdout).toContain(linkOf(4));
      expect(stdout.endsWith("\r\u001b[K")).toBe(true);
    });
  });

  it("keeps progress within the width of the terminal, without a bar in a narrow one", () => {
    const { handler, release } = holding(4);
    return withResellers(4, handler, async ({ startOnTerminal }, { url }) => {
      const started = startOnTerminal(["links", "--from", "in.csv", "--base-url", url], {
        env: ENV,
        columns: 40,
      });
      const [bar = ""] = await started.printed(/3 of 4 done, [^\r]*(?=\r)/);
      release();
      await started.ended;

      expect(bar).toHaveLength(39);
    });
  });

  it.each([
    [
      "links",
      ["links", "--from", "in.csv", "--concurrency", "1"],
      /0 of 2 done, 0 failed, waiting \(429/,
    ],
    ["link", ["link"], /Asking Partner Center for the link \(429/],
  ])("counts down what `%s` waits for", (_command, args, words) =>
    withResellers(2, throttledOnce(3), async ({ startOnTerminal }, { url }) => {
      const started = startOnTerminal([...args, "--base-url", url], { env: ENV, columns: 120 });
      await started.printed(words);
      for (const seconds of [3, 2, 1]) {
        await started.printed(new RegExp(`attempt 2 in ${seconds} s`));
      }

      expect(await started.ended).toMatchObject({ exitCode: 0 });
    }),
  );

  it("ends many links at Ctrl-C, with the rows that are done and the command that goes on", () => {
    const { handler } = holding(3);
    return withResellers(3, handler, async ({ startOnTerminal }, { url }) => {
      const args = ["links", "--from", "in.csv", "--resume", "links.state", "--base-url", url];
      const started = startOnTerminal(args, { env: ENV });
      await started.printed(/2 of 3 done/);
      started.process.stdin?.write("\u0003");

      const { exitCode, stdout } = await started.ended;
      expect(exitCode).toBe(130);
      expect(stdout).toContain(linkOf(1));
      expect(stdout).toContain(linkOf(2));
      expect(stdout).toContain(
        "Interrupted: 2 of 3 are done. Go on with: partner-center links --from in.csv --resume links.state",
      );
    });
  });

  it("wraps a failure at the width of the terminal", () =>
    withResellers(0, withFault(400, { code: 800002 }), async ({ startOnTerminal }, { url }) => {
      const { stdout } = await startOnTerminal(["link", "--base-url", url], {
        env: ENV,
        columns: 60,
      }).ended;
      const lines = stdout.slice(stdout.indexOf("partner-center: ")).trim().split("\r\n");

      expect(lines.length).toBeGreaterThan(3);
      for (const line of lines.filter((one) => one.includes(" "))) {
        expect(line.length).toBeLessThanOrEqual(60);
      }
    }));
});

describe("where there is no terminal, partner-center", () => {
  it("counts every ten seconds how far many links are", () => {
    const { handler, release } = holding(2);
    return withResellers(2, handler, async ({ start }, { url }) => {
      const started = start(["links", "--from", "in.csv", "--base-url", url], { env: ENV });
      await started.printed(/1 of 2 done, 0 failed, 0\.\d a second, \d+ s left\n/);
      release();

      const { exitCode, stderr } = await started.ended;
      expect(exitCode).toBe(0);
      expect(stderr).not.toContain("\u001b");
    });
  });
});
