import { runExample } from "../examples.js";
import { withLink } from "../replies.js";
import { withServer } from "../server.js";
import { exampleWith } from "./played.js";

/** Runs the example with these words in it, against a server that gives a link. */
async function printed(words: string) {
  const code = await exampleWith("proxies-logs-and-traces", words);
  return withServer(withLink, ({ url }) => runExample(code, { SERVICE: url }));
}

describe("the guide to proxies, logs and traces", () => {
  it("shows a log line as it is", async () => {
    const { stderr } = await printed("onAttempt:");

    expect(stderr).toMatch(/^getRelationshipRequestLink 200 attempt 1 [-0-9a-f]{36}\n$/);
  });

  it("shows a span as it is", async () => {
    const { exitCode, stdout } = await printed("UndiciInstrumentation");

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/name: 'GET'[\s\S]*'http\.response\.status_code': 200/);
  });
});
