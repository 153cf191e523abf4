import { withPage } from "./chromium.js";

describe("a missing browser", () => {
  it("is missed with the command that installs it", async () => {
    const before = process.env.CHROMIUM;
    process.env.CHROMIUM = "/nowhere/chromium";
    try {
      await expect(withPage("about:blank", {}, async () => undefined)).rejects.toThrow(
        "/nowhere/chromium is missing. Install it with `apt-get install -y chromium`",
      );
    } finally {
      if (before === undefined) {
        delete process.env.CHROMIUM;
      } else {
        process.env.CHROMIUM = before;
      }
    }
  });
});
