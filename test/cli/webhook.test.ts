import { withServer } from "../server.js";
import { failureLine, withService } from "./service.js";

const ENV = { PARTNER_CENTER_TOKEN: "an-access-token" };
const URL_OF_HOOK = "https://hooks.fabrikam.com/partner-center";
const EVENTS = [
  "reseller-relationship-accepted-by-customer",
  "indirect-reseller-relationship-accepted-by-customer",
  "test-created",
];

describe("partner-center webhook", () => {
  it("shows that there is no registration", () =>
    withService(undefined, async ({ run }, { url }) => {
      const ended = await run(["webhook", "show", "--base-url", url], { env: ENV });

      expect(ended).toEqual(
        failureLine(
          1,
          /^partner-center: The tenant has no webhook registration\. `partner-center webhook set <url> --base-url http:\S+` creates one\./,
        ),
      );
      await expect(run(["webhook", "test", "--base-url", url], { env: ENV })).resolves.toEqual(
        ended,
      );
    }));

  it("registers an address for acceptances, and shows it", () =>
    withService(undefined, async ({ run }, { url }) => {
      const set = await run(["webhook", "set", URL_OF_HOOK, "--base-url", url], { env: ENV });
      const shown = await run(["webhook", "show", "--base-url", url], { env: ENV });

      expect(set).toEqual({
        exitCode: 0,
        stdout: `${[URL_OF_HOOK, ...EVENTS].join("\n")}\n`,
        stderr: "",
      });
      expect(shown).toEqual(set);
    }));

  it("takes the events that are named, and keeps them when the address is set again", () =>
    withService(undefined, async ({ run }, { url }) => {
      const at = ["--base-url", url];
      const events = ["--event", "test-created", "--event", "invoice-ready"];
      await run(["webhook", "set", URL_OF_HOOK, ...events, ...at], { env: ENV });
      const { stdout } = await run(["webhook", "set", URL_OF_HOOK, "--json", ...at], { env: ENV });

      expect(JSON.parse(stdout)).toMatchObject({
        WebhookUrl: URL_OF_HOOK,
        WebhookEvents: ["test-created", "invoice-ready"],
      });
    }));

  it("replaces another's address only when that is asked for", () =>
    withService(undefined, async ({ run }, { url, requests }) => {
      const at = ["--base-url", url];
      await run(["webhook", "set", "https://hooks.contoso.com/", ...at], { env: ENV });
      const refused = await run(["webhook", "set", URL_OF_HOOK, ...at], { env: ENV });
      expect(requests.map(({ method }) => method)).not.toContain("PUT");
      const replaced = await run(["webhook", "set", URL_OF_HOOK, "--replace", ...at], { env: ENV });

      expect(refused).toEqual(
        failureLine(
          1,
          /^partner-center: The tenant has a registration for https:\/\/hooks\.contoso\.com\/, /,
        ),
      );
      expect(replaced.stdout).toContain(`${URL_OF_HOOK}\n`);
    }));

  it("prints the events that there are, one a line", () =>
    withService(undefined, async ({ run }, { url }) => {
      const { stdout } = await run(["webhook", "events", "--base-url", url], { env: ENV });

      expect(stdout.split("\n")).toContain("test-created");
    }));

  it.each([
    [200, 0, /^completed at http:\/\/127\.0\.0\.1:\d+\n[-\dT:.]+: 200\n$/],
    [500, 1, /^failed at http:\/\/127\.0\.0\.1:\d+\n[-\dT:.]+: 500\n$/],
  ])("follows a test event that its receiver answers with %i", (status, exitCode, output) =>
    withServer(
      (response) => response.writeHead(status).end(),
      ({ url: receiver, requests: received }) =>
        withService(undefined, async ({ run, start }, { url, requests }) => {
          const at = ["--base-url", url];
          await run(["webhook", "set", receiver, ...at], { env: ENV });
          const { ended } = start(["webhook", "test", ...at], { env: ENV });
          while (!requests.some(({ url }) => /validationEvents\/./.test(url))) {
            await new Promise(setImmediate);
          }
          await fetch(`${url}/sandbox/deliver`, { method: "POST" });

          const { exitCode: endedWith, stdout } = await ended;
          expect(endedWith).toBe(exitCode);
          expect(stdout).toMatch(output);
          expect(received).toHaveLength(1);
        }),
    ),
  );
});
