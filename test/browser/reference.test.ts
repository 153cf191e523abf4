import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Locator, Page } from "playwright-core";
import { mendRedoc } from "../../scripts/redoc-mends.js";
import { ROOT, withCopy } from "../copy.js";
import { bundledSpec, type Description } from "../spec/bundle.js";
import { barriers } from "./barriers.js";
import { type WatchedPage, withPage } from "./chromium.js";

const REFERENCE = `${ROOT}dist/docs/api.html`;
const OPERATION = "#/invite/getrelationshiprequestlink";
const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 375, height: 812 } };

/**
 * Rules that only Redoc could heed: it names its choosers for what they choose ("Example"), not for what is chosen,
 * and the scope by its whole address, of which it shows the beginning.
 */
const MATTERS_OF_REDOC = ["label-content-name-mismatch"];

/** The reference at the operation, once the operation is there: sections are rendered as they come near. */
function withOperation<Result>(
  options: Parameters<typeof withPage>[1],
  use: (watched: WatchedPage) => Promise<Result>,
): Promise<Result> {
  return withPage(pathToFileURL(REFERENCE).href + OPERATION, options, async (watched) => {
    await operationOn(watched.page).getByRole("tablist", { name: "Response status" }).waitFor();
    return use(watched);
  });
}

/** The part of the page that is about the operation; its neighbours may be there, too. */
function operationOn(page: Page): Locator {
  return page.locator(`[data-section-id="${OPERATION.slice(1)}"]`);
}

/** What the search says for words. */
async function found(page: Page, words: string): Promise<string> {
  await page.getByTestId("search-trigger").click();
  await page.keyboard.type(words);
  const dialog = page.getByTestId("search-dialog");
  await dialog.getByText(words).first().waitFor();
  return dialog.innerText();
}

/** What the panel beside the replies shows, for each status and each of its examples. */
async function shownExamples(page: Page): Promise<string[]> {
  const panel = operationOn(page).getByTestId("right-panel").filter({ hasText: "Response" });
  const chooser = panel.getByRole("button", { name: "Example" });
  const shown: string[] = [];
  for (const status of await panel.getByRole("button", { name: /^(\d{3}|default)$/ }).all()) {
    await status.click();
    shown.push(await panel.innerText());
    if (await chooser.isVisible()) {
      await chooser.click();
      const count = await page.getByRole("menuitem").count();
      for (let index = 0; index < count; index++) {
        await page.getByRole("menuitem").nth(index).click();
        shown.push(await panel.innerText());
        await chooser.click();
      }
      await page.keyboard.press("Escape");
    }
  }
  return shown;
}

/** The contrast ratio of the lightest and the darkest dot of an image as it is shown. */
async function contrastOf(page: Page, image: Locator): Promise<number> {
  const shown = `data:image/png;base64,${(await image.screenshot()).toString("base64")}`;
  return page.evaluate(async (source) => {
    const picture = new Image();
    picture.src = source;
    await picture.decode();
    const canvas = document.createElement("canvas").getContext("2d");
    canvas?.drawImage(picture, 0, 0);
    const { data = [] } = canvas?.getImageData(0, 0, picture.width, picture.height) ?? {};
    const luminances = Array.from({ length: data.length / 4 }, (_, dot) =>
      [0.2126, 0.7152, 0.0722].reduce(
        (sum, weight, colour) => sum + weight * ((data[4 * dot + colour] ?? 0) / 255) ** 2.2,
        0,
      ),
    );
    return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05);
  }, shown);
}

describe("the API reference", () => {
  it("renders from disk, asks for nothing else and logs no error", () =>
    withOperation(DESKTOP, async ({ page, problems }) => {
      await expect(page.title()).resolves.toBe("Partner Center reseller relationships");
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.getByRole("heading", { name: "Sign-in" }).waitFor();

      expect(problems).toEqual([]);
    }));

  it("is found out when it asks for a script of a CDN", () =>
    withCopy([], async (directory) => {
      const page = await readFile(REFERENCE, "utf8");
      const file = `${directory}/api.html`;
      await writeFile(
        file,
        page.replace("<head>", '<head><script src="https://cdn.example/a.js"></script>'),
      );

      await withPage(pathToFileURL(file).href, DESKTOP, async ({ problems }) => {
        expect(problems.join()).toContain("https://cdn.example/a.js");
      });
    }));

  it("finds the operation", () =>
    withOperation(DESKTOP, async ({ page }) => {
      await expect(found(page, "relationship request link")).resolves.toContain(
        "/v{version}/customers/relationshiprequests",
      );
    }));

  it.each([
    ["21Vianet", "https://partner.partnercenterapi.microsoftonline.cn"],
    ["reseller", "List resellers or providers"],
    ["429", "The tenant called too often."],
  ])("answers a search for %s with what is meant: %s", (words, answer) =>
    withOperation(DESKTOP, async ({ page }) => {
      await expect(found(page, words)).resolves.toContain(answer);
    }),
  );

  it("has every operation open, in the order of the story, each with its tag above it", () =>
    withOperation(DESKTOP, async ({ page }) => {
      const sections = await page
        .locator("[data-section-id]")
        .evaluateAll((all) => all.map((one) => one.getAttribute("data-section-id") ?? ""));
      const { paths, tags, webhooks } = await bundledSpec();
      const operations = Object.values<Description>({ ...paths, ...webhooks })
        .flatMap((item) => Object.values<Description>(item))
        .filter(({ operationId }) => operationId !== undefined);

      const described = tags.flatMap(({ name }: Description) => [
        `/${name.toLowerCase()}`,
        ...operations
          .filter((one) => one.tags[0] === name)
          .map(({ operationId }) => `/${name}/${operationId}`.toLowerCase()),
      ]);
      const shown = sections.filter((section) => described.includes(section));
      expect([...shown].sort()).toEqual([...described].sort());
      expect(shown.filter((section) => !section.includes("/", 1))).toEqual(
        described.filter((section: string) => !section.includes("/", 1)),
      );
      await expect(page.getByRole("button", { name: "+ Show", exact: true }).count()).resolves.toBe(
        0,
      );
    }));

  it.each([
    ["partner-center-client", "get-relationship-request-link.ts"],
    ["curl", "get-relationship-request-link.sh"],
  ])("shows the sample for %s whole, beside the button that copies it", (label, file) =>
    withOperation(DESKTOP, async ({ page }) => {
      const panel = operationOn(page).locator(".panel-request-samples");
      await panel.getByRole("button", { name: "partner-center-client" }).click();
      await page.getByRole("menuitem", { name: label, exact: true }).click();
      const sample = (await readFile(`${ROOT}spec/code-samples/${file}`, "utf8")).trim();
      const code = panel.getByTestId("source-code").filter({ hasText: sample });
      await code.waitFor();

      const copy = panel.locator(".code-block-header").getByRole("button", { name: "Copy" });
      const [button, first] = [await copy.boundingBox(), await code.boundingBox()];
      expect(Number(button?.y) + Number(button?.height)).toBeLessThanOrEqual(Number(first?.y));
      const isWhole = await code.evaluate((one) => one.scrollWidth <= one.clientWidth);
      expect(isWhole).toBe(true);
      await copy.click();
      await page.evaluate(() => document.body.prepend(document.createElement("textarea")));
      await page.locator("textarea").press("Control+V");
      await expect(page.locator("textarea").inputValue()).resolves.toBe(sample);
    }),
  );

  it("offers no choice of a server that the samples would not follow", () =>
    withOperation(DESKTOP, async ({ page }) => {
      const panel = operationOn(page).locator(".panel-request-samples");

      await expect(panel.getByText("Operated by 21Vianet").isVisible()).resolves.toBe(false);
      await expect(panel.getByRole("button", { name: "/v{version}" }).count()).resolves.toBe(0);
      await expect(
        panel.getByText("/v{version}/customers/relationshiprequests", { exact: true }).isVisible(),
      ).resolves.toBe(true);
    }));

  it("shows the tables whole on a phone", () =>
    withOperation(PHONE, async ({ page }) => {
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.getByRole("group", { name: "Table" }).nth(2).waitFor();
      const beyond = await page
        .getByRole("group", { name: "Table" })
        .evaluateAll((tables) => tables.map((one) => one.scrollWidth - one.clientWidth));

      expect(new Set(beyond)).toEqual(new Set([0]));
    }));

  it("lets a table that is wider than the window be scrolled by the keys, its names whole", () =>
    withOperation({ viewport: { width: 620, height: 812 } }, async ({ page }) => {
      const table = operationOn(page).getByRole("group", { name: "Table" }).first();
      // As wide as one with a longer name would be.
      await table.evaluate((one) => Object.assign(one.style, { width: "250px" }));
      await table.press("ArrowRight");

      await page.waitForFunction((one) => Number(one?.scrollLeft) > 0, await table.elementHandle());
      const heights = await table
        .locator("td code")
        .evaluateAll((names) => names.map((name) => name.getClientRects().length));
      expect(new Set(heights)).toEqual(new Set([1]));
    }));

  it("shows every example of a reply", () =>
    withOperation(DESKTOP, async ({ page }) => {
      const shown = (await shownExamples(page)).join("\n");

      const { paths } = await bundledSpec();
      const { responses } = paths["/v{version}/customers/relationshiprequests"].get;
      const values = Object.values<Description>(responses)
        .flatMap(({ content }) => Object.values<Description>(content["application/json"].examples))
        .flatMap(({ value }) => Object.values(value));
      expect(values.length).toBeGreaterThan(20);
      for (const value of values) {
        if (typeof value !== "object") {
          expect(shown).toContain(JSON.stringify(value));
        }
      }
    }));

  it.each([
    ["a desktop, in light colours", { ...DESKTOP, colorScheme: "light" }],
    ["a desktop, in dark colours", { ...DESKTOP, colorScheme: "dark" }],
    ["a phone", PHONE],
  ] as const)("puts up no serious barrier on %s", (_title, options) =>
    withOperation(options, async ({ page }) => {
      await expect(barriers(page, MATTERS_OF_REDOC)).resolves.toEqual([]);
    }),
  );

  it.each(["light", "dark"] as const)("names what made it legibly, in %s colours", (colorScheme) =>
    withOperation({ ...DESKTOP, colorScheme }, async ({ page }) => {
      const contrast = await contrastOf(page, page.getByAltText("redocly logo"));

      expect(contrast).toBeGreaterThan(4.5);
    }),
  );

  it("names the client of the samples", () =>
    withOperation(DESKTOP, async ({ page }) => {
      await page.evaluate(() => window.scrollTo(0, 0));

      const words =
        "with curl and with the typed client, partner-center-client, for Node 20.19 or later.";
      await page.getByText(words).waitFor();
    }));

  it("has Microsoft's pages on errors and on headers among the sources", () =>
    withPage(`${pathToFileURL(REFERENCE).href}#/section/sources`, DESKTOP, async ({ page }) => {
      const sources = page.locator('[data-section-id="/section/sources"]');

      await sources.getByRole("link", { name: "The page on headers" }).waitFor();
      await expect(sources.getByRole("link", { name: /^The / }).count()).resolves.toBe(2);
    }));

  it("is not made from a Redoc that has changed", () => {
    expect(() => mendRedoc("<html></html>")).toThrow(
      "Redoc has 0 places to be changed in so that operations stand open",
    );
  });

  it("is found out when its text is too faint", () =>
    withOperation(DESKTOP, async ({ page }) => {
      await page.addStyleTag({ content: "p { color: #aaa !important; }" });

      expect((await barriers(page, MATTERS_OF_REDOC)).join()).toContain("color-contrast");
    }));

  it("fits a phone", () =>
    withOperation(PHONE, async ({ page }) => {
      await expect(page.evaluate(() => document.documentElement.scrollWidth)).resolves.toBe(375);
    }));
});
