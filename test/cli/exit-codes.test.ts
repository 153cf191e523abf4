import { once } from "node:events";
import { createServer } from "node:net";
import type { Scenario } from "partner-center-client/sandbox";
import { jwt } from "../jwt.js";
import { type Home, withHome } from "./bin.js";
import { withService } from "./service.js";

const USER = { upn: "admin@contoso.com" };

/** How `link` and `doctor` end in the same circumstances. */
async function codesOf({ run }: Home, url: string, token?: string): Promise<(number | null)[]> {
  const env = token === undefined ? {} : { PARTNER_CENTER_TOKEN: token };
  const args = ["--base-url", url];
  const link = await run(["link", ...args], { env });
  const doctor = await run(["doctor", ...args], { env });
  return [link.exitCode, doctor.exitCode];
}

describe("`link` and `doctor` end alike", () => {
  it.each<[code: number, scenario: Scenario]>([
    [0, "link"],
    [3, "unauthorized"],
    [3, "mfa-required"],
    [3, "mfa-required-2019"],
    [1, "app-only"],
    [1, "bad-request"],
    [1, "not-found"],
    [4, { scenario: "throttled", retryAfter: 3_600 }],
    [4, "failure"],
    [4, "unavailable"],
    [1, "html-page"],
    [1, "empty"],
    [1, "redirect"],
    [4, "dropped-connection"],
  ])("with %d after %j", (code, scenario) =>
    withService(scenario, async (home, { url }) => {
      expect(await codesOf(home, url, jwt(USER))).toEqual([code, code]);
    }),
  );

  it("with 3 when nobody is signed in", () =>
    withService("link", async (home, { url }) => {
      expect(await codesOf(home, url)).toEqual([3, 3]);
    }));

  it("with 3 when the token is no token", () =>
    withService("link", async (home, { url }) => {
      expect(await codesOf(home, url, "two words")).toEqual([3, 3]);
    }));

  it("with 4 when nobody answers", () =>
    withHome(async (home) => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      const address = server.address();
      server.close();
      const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;

      expect(await codesOf(home, url, jwt(USER))).toEqual([4, 4]);
    }));
});
