import { readFile } from "node:fs/promises";
import { ROOT } from "../copy.js";
import { guideExamples } from "../examples.js";
import { accept, exampleWith, played } from "./played.js";

const GUIDE = "know-that-it-was-accepted";

describe("the guide to learning of an acceptance", () => {
  it("has nine examples, which test/guides.test.ts compiles", async () => {
    expect(await guideExamples(GUIDE)).toHaveLength(9);
  });

  it.each(["node-http", "express", "hono", "azure-functions"])(
    "has the recipe for %s as test/webhooks/recipes.test.ts runs it",
    async (name) => {
      const recipe = await readFile(`${ROOT}test/webhooks/recipes/${name}.ts`, "utf8");

      expect((await guideExamples(GUIDE)).map(({ code }) => code)).toContain(recipe);
    },
  );

  it("registers a webhook, and tests it", async () => {
    const { stdout, stderr } = await played(await exampleWith(GUIDE, "WebhookUrl"));

    expect(stderr).toBe("");
    expect(stdout).toBe("Registered, and a test is on its way.\n");
  });

  it("leaves the registration of another product alone", async () => {
    const { stdout } = await played(await exampleWith(GUIDE, "WebhookUrl"), (url) =>
      fetch(`${url}/webhooks/v1/registration`, {
        method: "POST",
        headers: { Authorization: "Bearer any-token" },
        body: JSON.stringify({
          WebhookUrl: "https://contoso.com/",
          WebhookEvents: ["test-created"],
        }),
      }),
    );

    expect(stdout).toMatch(/^There is a registration\./);
  });

  it("finds those who accepted in the list of customers", async () => {
    const { stdout } = await played(await exampleWith(GUIDE, "mine.delete"), accept);

    expect(stdout).toContain("New: Contoso (5f0d8c3e-2b71-4e96-a4d3-8c6b17e92f05)\n");
  });

  it("waits for one customer", async () => {
    const { stdout } = await played(await exampleWith(GUIDE, "waitForAcceptance("), accept);

    expect(stdout).toBe("Contoso has accepted.\n");
  });
});
