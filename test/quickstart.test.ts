import { readFile } from "node:fs/promises";
import { examples } from "../generated/examples.js";
import { ROOT } from "./copy.js";
import { example, LINK, withFault, withLink } from "./replies.js";
import { run } from "./run.js";
import { withServer } from "./server.js";

// `npm start` builds first and then runs this against the build; here it runs against the sources.
const quickstart = (env: NodeJS.ProcessEnv = {}) => run("tsx", ["scripts/quickstart.ts"], { env });

const RESELLER = "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90";

describe("the quickstart", () => {
  it("lives the whole story in under ten lines: link, acceptance, customer, removal", async () => {
    const { exitCode, stdout, stderr } = await quickstart({ PARTNER_CENTER_TOKEN: "" });

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout.split("\n").length).toBeLessThan(10);
    const told = stdout.matchAll(/^ {2}(\w+) +(.*)$/gm);
    expect(Array.from(told, ([, what, words]) => [what, words])).toEqual([
      ["reseller", "Fabrikam Cloud Services, PartnerID 4871236"],
      ["link", examples.RelationshipRequestIndirectReseller.url],
      ["acceptance", "an administrator of contoso.onmicrosoft.com opened it and accepted"],
      ["customer", "Contoso (5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05), you are its reseller"],
      ["removal", "it has ended, and a call for the customer gets 403 again"],
    ]);
  });

  it("prints what README shows", async () => {
    const readme = await readFile(`${ROOT}README.md`, "utf8");

    const { stdout } = await quickstart({ PARTNER_CENTER_TOKEN: "" });

    expect(readme).toContain(`npm ci && npm start\n\`\`\`\n\n\`\`\`text\n${stdout}\`\`\`\n`);
  });

  it("says how to call the real service", async () => {
    const { stdout } = await quickstart({ PARTNER_CENTER_TOKEN: "" });

    expect(stdout).toContain("PARTNER_CENTER_TOKEN");
  });

  it("asks the service for links alone when it has a token, and says so", () =>
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
      expect(requests.map(({ method }) => method)).toEqual(["GET", "GET"]);
    }));

  it("says what to do when the service refuses, without a stack", () =>
    withServer(withFault(403, example("AppOnlyToken")), async ({ url }) => {
      const { exitCode, stderr } = await quickstart({
        PARTNER_CENTER_TOKEN: "a-token",
        PARTNER_CENTER_BASE_URL: url,
      });

      expect(exitCode).toBe(1);
      expect(stderr).toMatch(
        /^GET \S+ failed: 403, code 900329, .* Sign a user in \(App\+User\)\. .*\n$/,
      );
    }));
});
