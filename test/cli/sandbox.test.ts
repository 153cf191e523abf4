import { withHome } from "./bin.js";
import { failureLine } from "./service.js";

const ENV = { PARTNER_CENTER_TOKEN: "an-access-token" };

describe("partner-center sandbox", () => {
  it("plays the service until it is ended, and says where", () =>
    withHome(async ({ start, run }) => {
      const started = start(["sandbox"]);
      const [, url = ""] = await started.printed(/^(http:\/\/127\.0\.0\.1:\d+)\n/);
      const { stdout } = await run(["links", "--all-resellers", "--base-url", url], { env: ENV });
      expect(stdout.split("\r\n")).toHaveLength(4);
      started.process.kill("SIGINT");

      const ended = await started.ended;
      expect(ended.stdout).toBe(`${url}\n`);
      expect(ended.stderr).toContain(`GET ${url}/v1/customers/relationshiprequests?`);
    }));

  it("answers every call as a scenario says", () =>
    withHome(async ({ start, run }) => {
      const started = start(["sandbox", "--scenario", "app-only"]);
      const [, url = ""] = await started.printed(/^(http:\/\/127\.0\.0\.1:\d+)\n/);
      const ended = await run(["link", "--base-url", url], { env: ENV });
      started.process.kill("SIGINT");
      await started.ended;

      expect(ended).toEqual(failureLine(1, /code 900329/));
    }));

  it("says that a port is taken", () =>
    withHome(async ({ start, run }) => {
      const started = start(["sandbox"]);
      const [, port = ""] = await started.printed(/^http:\/\/127\.0\.0\.1:(\d+)\n/);
      const ended = await run(["sandbox", "--port", port]);
      started.process.kill("SIGINT");
      await started.ended;

      expect(ended).toEqual(
        failureLine(
          1,
          /^partner-center: The sandbox cannot listen on port \d+ \(EADDRINUSE\)\.\n$/,
        ),
      );
    }));

  it("refuses a scenario that is none", () =>
    withHome(async ({ run }) => {
      await expect(run(["sandbox", "--scenario", "sunny"])).resolves.toEqual(
        failureLine(2, /^partner-center: Expected the scenario to be one of link, /),
      );
    }));
});
