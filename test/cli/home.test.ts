import { readdir } from "node:fs/promises";
import { PUBLIC_CLIENT_ID } from "../auth/app.js";
import { LINK } from "../replies.js";
import { withHome } from "./bin.js";
import { failureLine, withService } from "./service.js";

const NO_HOME = { NODE_OPTIONS: `--import ${new URL("no-home.mjs", import.meta.url).href}` };
const SIGN_IN = ["sign-in", "--tenant", "contoso.example", "--client-id", PUBLIC_CLIENT_ID];
const REFUSED =
  /^partner-center: There is no place for a sign-in, as this user has no home, or a relative one\. Set HOME to an absolute path, or put an access token into PARTNER_CENTER_TOKEN\.\n$/;

describe("where the home is", () => {
  it.each([
    ["empty", { HOME: "" }],
    ["relative", { HOME: "somewhere" }],
    ["missing", NO_HOME],
  ])("%s, nothing is kept or looked for in the working directory", (_title, env) =>
    withHome(async ({ run, path }) => {
      const args = [...SIGN_IN, "--authority", "http://127.0.0.1:1"];

      await expect(run(args, { env })).resolves.toEqual(failureLine(2, REFUSED));
      await expect(run(["link"], { env })).resolves.toEqual(failureLine(2, REFUSED));
      await expect(run(["sign-out"], { env })).resolves.toEqual(failureLine(2, REFUSED));
      await expect(readdir(path)).resolves.toEqual([]);
    }),
  );

  it("missing, a link needs none with an access token", () =>
    withService("link", async ({ run }, { url }) => {
      const env = { ...NO_HOME, PARTNER_CENTER_TOKEN: "an-access-token" };

      await expect(run(["link", "--base-url", url], { env })).resolves.toEqual({
        exitCode: 0,
        stdout: `${LINK.url}\n`,
        stderr: "",
      });
    }));

  it("relative, an absolute XDG_CONFIG_HOME will do", () =>
    withHome(async ({ run, path }) => {
      const env = { HOME: "somewhere", XDG_CONFIG_HOME: path };

      await expect(run(["sign-out"], { env })).resolves.toEqual({
        exitCode: 0,
        stdout: "Nobody was signed in.\n",
        stderr: "",
      });
    }));
});
