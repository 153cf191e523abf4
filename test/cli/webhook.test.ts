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

      const words =
        /^(partner-center: )?The tenant has no webhook registration\. `partner-center webhook set <url> --base-url http:\S+` creates one\.\n$/;
      expect(ended).toEqual(failureLine(0, words));
      await expect(
        run(["webhook", "show", "--json", "--base-url", url], { env: ENV }),
      ).resolves.toEqual({ exitCode: 0, stdout: "null\n", stderr: "" });
      await expect(run(["webhook", "test", "--base-url", url], { env: ENV })).resolves.toEqual(
        failureLine(1, words),
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
        withService(undefined, async ({ run }, { url }) => {
          const at = ["--base-url", url];
          await run(["webhook", "set", receiver, ...at], { env: ENV });
          const { exitCode: endedWith, stdout } = await run(["webhook", "test", ...at], {
            env: ENV,
          });

          expect(endedWith).toBe(exitCode);
          expect(stdout).toMatch(output);
          expect(received).toHaveLength(1);
        }),
    ),
  );

  it("reports a test event for another machine as failed, as the sandbox delivers to this one", () =>
    withService(undefined, async ({ run }, { url }) => {
      const at = ["--base-url", url];
      await run(["webhook", "set", URL_OF_HOOK, ...at], { env: ENV });
      const { exitCode, stdout } = await run(["webhook", "test", ...at], { env: ENV });

      expect(exitCode).toBe(1);
      expect(stdout).toMatch(/^failed at https:\/\/hooks\.fabrikam\.com\/partner-center\n/);
    }));
});
