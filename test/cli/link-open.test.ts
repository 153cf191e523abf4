import { LINK } from "../replies.js";
import { createBrowser } from "./browser-authority.js";
import { withService } from "./service.js";

const TOKEN = { PARTNER_CENTER_TOKEN: "an-access-token" };

describe("partner-center link --open", () => {
  it("prints the link and opens it", () =>
    withService("link", async (home, { url }) => {
      const browser = await createBrowser(home);
      const ended = await home.run(["link", "--open", "--base-url", url], {
        env: { ...browser.env, ...TOKEN },
      });

      expect(ended).toEqual({ exitCode: 0, stdout: `${LINK.url}\n`, stderr: "" });
      await expect(browser.opened()).resolves.toBe(LINK.url);
    }));

  it("prints the link and ends with 1 where no browser can be opened", () =>
    withService("link", async ({ run }, { url }) => {
      const ended = await run(["link", "--open", "--base-url", url], { env: TOKEN });

      expect(ended).toEqual({
        exitCode: 1,
        stdout: `${LINK.url}\n`,
        stderr:
          "partner-center: No browser was opened, because there is no display. Open the link yourself.\n",
      });
    }));
});
