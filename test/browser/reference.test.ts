import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Locator, Page } from "playwright-core";
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
    await watched.page.getByRole("tablist", { name: "Response status" }).waitFor();
    return use(watched);
  });
}

/** What the panel beside the replies shows, for each status and each of its examples. */
async function shownExamples(page: Page): Promise<string[]> {
  const panel = page.getByTestId("right-panel").filter({ hasText: "Response" });
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
      await page.getByTestId("search-trigger").click();
      await page.keyboard.type("relationship request link");

      await page
        .getByTestId("search-dialog")
        .getByText("/v{version}/customers/relationshiprequests")
        .first()
        .waitFor();
    }));

  it("shows both code samples", () =>
    withOperation(DESKTOP, async ({ page }) => {
      for (const [label, file] of [
        ["partner-center-client", "get-relationship-request-link.ts"],
        ["curl", "get-relationship-request-link.sh"],
      ] as const) {
        const sample = await readFile(`${ROOT}spec/code-samples/${file}`, "utf8");
        await page.getByText(label, { exact: true }).first().click();

        await page.getByTestId("source-code").filter({ hasText: sample.trim() }).waitFor();
      }
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

  it("tells how to install the client", () =>
    withOperation(DESKTOP, async ({ page }) => {
      await page.evaluate(() => window.scrollTo(0, 0));

      const words = "npm install partner-center-client, for Node 20.19 or later.";
      await page.getByText(words).waitFor();
    }));

  it("links the page on headers where a parameter mentions it", () =>
    withOperation(DESKTOP, async ({ page }) => {
      const links = page.getByRole("link", { name: "The page on headers" });
      await links.last().waitFor();

      await expect(links.count()).resolves.toBe(2);
    }));

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
