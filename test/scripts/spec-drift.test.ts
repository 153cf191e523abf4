import { readFile } from "node:fs/promises";
import { withCopy } from "../copy.js";
import { serviceHeaders, withLink } from "../replies.js";
import { run } from "../run.js";
import { type Handler, withServer } from "../server.js";

const TOKEN = "a-token-to-keep-secret";

/** Records one call that is answered by `handler`, and compares the recording with the description. */
function recordAndCompare(handler: Handler) {
  return withCopy([], (directory) =>
    withServer(handler, async ({ url }) => {
      const file = `${directory}/traffic.har`;
      const env = { PARTNER_CENTER_TOKEN: TOKEN, PARTNER_CENTER_BASE_URL: url };
      const recording = await run("tsx", ["scripts/spec-record.ts", file], { env });
      const traffic = await readFile(file, "utf8");
      const drift = await run("tsx", ["scripts/spec-drift.ts", file, "--server", url]);
      return { recording, traffic, drift };
    }),
  );
}

describe("the comparison with recorded traffic", () => {
  it("finds nothing in a call as it is described, recorded without its token", async () => {
    const { recording, traffic, drift } = await recordAndCompare(withLink);

    expect(recording).toMatchObject({ exitCode: 0, stderr: "" });
    expect(traffic).toContain("Bearer [redacted]");
    expect(traffic).not.toContain(TOKEN);
    expect(drift.stdout + drift.stderr).toContain("No findings.");
    expect(drift.exitCode).toBe(0);
  });

  it("refuses a property of another type", async () => {
    const { drift } = await recordAndCompare((response, request) =>
      response.writeHead(200, serviceHeaders(request)).end('{"url":1}'),
    );

    expect(drift.stdout + drift.stderr).toContain('Response field "url" must be string.');
    expect(drift.exitCode).toBe(1);
  });

  it.each([
    ["no file", [], "Usage: npm run spec:drift -- FILE"],
    ["a file that is not there", ["nowhere.har"], "There is no nowhere.har."],
  ])("says what to do when it is given %s", async (_title, args, message) => {
    const { exitCode, stderr } = await run("tsx", ["scripts/spec-drift.ts", ...args]);

    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });

  it("says how to record", async () => {
    const { exitCode, stderr } = await run("tsx", ["scripts/spec-record.ts"]);

    expect(exitCode).toBe(2);
    expect(stderr).toContain("npm run spec:record -- FILE");
  });
});
