import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { operations } from "../../generated/operations.js";
import { ROOT } from "../copy.js";
import { bundledSpec } from "../spec/bundle.js";
import { barriers } from "./barriers.js";
import { type WatchedPage, withPage } from "./chromium.js";

const TRY = pathToFileURL(`${ROOT}dist/docs/try.html`).href;
const DESKTOP = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 360, height: 800 } };

const withTry = <Result>(
  options: Parameters<typeof withPage>[1],
  use: (watched: WatchedPage) => Promise<Result>,
) => withPage(TRY, options, use);

/** Sends what the form has, and gives what came of it. */
async function sent(page: Page): Promise<string> {
  await page.locator("#outcome").evaluate((outcome) => {
    outcome.textContent = "";
  });
  await page.getByRole("button", { name: "Send" }).press("Enter");
  await page.locator("#outcome:not(:empty)").waitFor();
  return page.locator("#outcome").innerText();
}

/** Presses a step of the story, and gives what came of it. */
async function lived(page: Page, step: string): Promise<string> {
  await page.locator("#outcome").evaluate((outcome) => {
    outcome.textContent = "";
  });
  await page.getByRole("button", { name: step, exact: true }).press("Enter");
  await page.locator("#outcome:not(:empty)").waitFor();
  return page.locator("#outcome").innerText();
}

describe("the page to try it", () => {
  it("lives the life of a relationship, by the keys alone", () =>
    withTry(DESKTOP, async ({ page, problems }) => {
      await expect(
        page.getByRole("button", { name: "Get a link for the first of them" }).isDisabled(),
      ).resolves.toBe(true);

      await expect(lived(page, "List the resellers")).resolves.toBe("200");
      await expect(lived(page, "Get a link for the first of them")).resolves.toBe("200");
      await expect(page.locator("#shown").innerText()).resolves.toContain("partnerId=");
      await expect(lived(page, "Be the customer: open the link and accept")).resolves.toMatch(
        /^An administrator of \w+ has accepted\.$/,
      );
      await expect(lived(page, "Get the customer")).resolves.toBe("200");
      await expect(lived(page, "End the relationship")).resolves.toBe("200");
      await expect(lived(page, "Get the customer again: 403")).resolves.toBe("403");
      await page.getByRole("button", { name: "Start anew" }).click();
      await page.getByText("Nothing yet. Send something.").waitFor();
      expect(problems).toEqual([]);
    }));

  it("offers every operation, and is answered as the description says", () =>
    withTry(DESKTOP, async ({ page, problems }) => {
      const { paths } = await bundledSpec();
      const chooser = page.getByLabel("Operation", { exact: true });
      const offered = await chooser
        .locator("option")
        .evaluateAll((options) => options.map((option) => option.getAttribute("value")));
      expect(offered.toSorted()).toEqual(operations.map((one) => one.operationId).toSorted());

      for (const { operationId, method, path } of operations) {
        await chooser.selectOption(operationId);
        const outcome = await sent(page);
        const { responses } = Reflect.get(paths[path] ?? {}, method.toLowerCase());

        expect({ operationId, described: Object.keys(responses) }).toMatchObject({
          described: expect.arrayContaining([outcome.slice(0, 3)]),
        });
        await expect(page.locator("#shown").innerText()).resolves.toContain(`${method} https://`);
      }
      expect(problems).toEqual([]);
    }));

  it("says what the client refuses, and sends nothing", () =>
    withTry(DESKTOP, async ({ page }) => {
      await page.getByLabel("Operation", { exact: true }).selectOption("getCustomer");
      await page.getByLabel("customer_id").fill("12345");

      await expect(sent(page)).resolves.toMatch(/^The client threw: .*customer_id/);
      await expect(page.locator("#shown").innerText()).resolves.toBe("");
    }));

  it("says what is wrong with a body that is no JSON", () =>
    withTry(DESKTOP, async ({ page }) => {
      await page
        .getByLabel("Operation", { exact: true })
        .selectOption("removeResellerRelationship");
      await page.getByLabel("Body").fill("{");

      await expect(sent(page)).resolves.toMatch(/^The client threw: .*JSON/);
    }));

  it("answers as the scenario that is chosen", () =>
    withTry(DESKTOP, async ({ page }) => {
      await page.getByLabel("Answered").selectOption("throttled");
      await expect(sent(page)).resolves.toMatch(/^429/);
      await expect(page.locator("#shown").innerText()).resolves.toContain("retry-after:");

      await page.getByLabel("Answered").selectOption("html-page");
      await expect(sent(page)).resolves.toMatch(/^The client threw: GET https:/);
    }));

  it.each([
    ["a desktop, in light colours", { ...DESKTOP, colorScheme: "light" }],
    ["a desktop, in dark colours", { ...DESKTOP, colorScheme: "dark" }],
    ["a phone, in light colours", { ...PHONE, colorScheme: "light" }],
    ["a phone, in dark colours", { ...PHONE, colorScheme: "dark" }],
  ] as const)("puts up no serious barrier and fits %s", (_title, options) =>
    withTry(options, async ({ page, problems }) => {
      await lived(page, "List the resellers");

      await expect(barriers(page)).resolves.toEqual([]);
      await expect(page.evaluate(() => document.documentElement.scrollWidth)).resolves.toBe(
        options.viewport.width,
      );
      expect(problems).toEqual([]);
    }),
  );
});
