import { example, LINK, withFault, withLink } from "./replies.js";
import { run } from "./run.js";
import { withServer } from "./server.js";

// `npm start` builds first and then runs this against the build; here it runs against the sources.
const quickstart = (env: NodeJS.ProcessEnv = {}) => run("tsx", ["scripts/quickstart.ts"], { env });

const RESELLER = "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90";

describe("the quickstart", () => {
  it("prints two links, what was sent for them and the ids to quote, and ends", async () => {
    const { exitCode, stdout, stderr } = await quickstart({ PARTNER_CENTER_TOKEN: "" });

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(
      /^Partner Center is played at http:\/\/127\.0\.0\.1:\d+, from the examples of spec\/\.$/m,
    );
    expect(stdout.split(LINK.url ?? "")).toHaveLength(3);
    const call = "  GET /v{version}/customers/relationshiprequests (version=1";
    expect(stdout).toContain(`${call}) 200\n`);
    expect(stdout).toContain(`${call}&indirectResellerId=${RESELLER}) 200\n`);
    const ids = stdout.match(/[-0-9a-f]{36}(?=, MS-Corr)/g);
    expect(new Set(ids).size).toBe(2);
  });

  it("calls the service when it has a token, and says so", () =>
    withServer(withLink, async ({ url, requests }) => {
      const { exitCode, stdout } = await quickstart({
        PARTNER_CENTER_TOKEN: "a-token",
        PARTNER_CENTER_BASE_URL: url,
        PARTNER_CENTER_INDIRECT_RESELLER_ID: RESELLER,
      });

      expect(exitCode).toBe(0);
      expect(stdout).toContain(`Calling ${url} with PARTNER_CENTER_TOKEN.`);
      expect(stdout).toContain(LINK.url);
      expect(requests.map((request) => request.url)).toEqual([
        "/v1/customers/relationshiprequests",
        `/v1/customers/relationshiprequests?indirectResellerId=${RESELLER}`,
      ]);
      expect(requests[0]?.headers.authorization).toBe("Bearer a-token");
    }));

  it("says what to do when the service refuses, without a stack", () =>
    withServer(withFault(403, example("AppOnlyToken")), async ({ url }) => {
      const { exitCode, stderr } = await quickstart({
        PARTNER_CENTER_TOKEN: "a-token",
        PARTNER_CENTER_BASE_URL: url,
      });

      expect(exitCode).toBe(1);
      expect(stderr).toMatch(
        /^GET \S+ failed: 403, code 900329, .* Use the token of a signed-in user .*\n$/,
      );
    }));
});
