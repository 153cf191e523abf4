import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../copy.js";
import { barriers } from "./barriers.js";
import { withPage } from "./chromium.js";

const SITE = `${ROOT}dist/docs`;
const START = pathToFileURL(`${SITE}/index.html`).href;
const DESKTOP = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 360, height: 740 } };

/** The pages of the site with their text, by their path from its root. */
async function sitePages(): Promise<Map<string, string>> {
  const files = await readdir(SITE, { recursive: true });
  const pages = files.filter((file) => file.endsWith(".html"));
  return new Map(
    await Promise.all(
      pages.map(async (page) => [page, await readFile(join(SITE, page), "utf8")] as const),
    ),
  );
}

describe("the first page of the site", () => {
  it.each([
    ["a desktop, in light colours", { ...DESKTOP, colorScheme: "light" }],
    ["a desktop, in dark colours", { ...DESKTOP, colorScheme: "dark" }],
    ["a phone", PHONE],
  ] as const)("puts up no serious barrier, asks for nothing and fits %s", (_title, options) =>
    withPage(START, options, async ({ page, problems }) => {
      await expect(barriers(page)).resolves.toEqual([]);
      await expect(page.evaluate(() => document.documentElement.scrollWidth)).resolves.toBe(
        options.viewport.width,
      );
      expect(problems).toEqual([]);
    }),
  );

  it("leads to each guide, the first of them the tenant, and to all other parts", () =>
    withPage(START, DESKTOP, async ({ page }) => {
      const guides = await readdir(`${ROOT}spec/guides`);
      const links = await page.locator("ol.guides a").all();
      const targets = await Promise.all(links.map((link) => link.getAttribute("href")));

      expect(targets[0]).toBe("guides/set-up-your-tenant.html");
      expect([...targets].sort()).toEqual(
        guides.map((guide) => `guides/${guide.replace(/\.md$/, ".html")}`).sort(),
      );
      for (const part of ["API reference", "Library reference", "Try it"]) {
        await page.getByRole("main").getByRole("link", { name: part }).waitFor();
      }
    }));
});

describe("the site", () => {
  it("has no link that leads nowhere, and no name twice on a page", async () => {
    const pages = await sitePages();
    const ids = new Map(
      Array.from(pages, ([page, text]) => [
        page,
        // A page that is made by scripts has the names of its parts in these.
        Array.from(
          text.replace(/<script.*?<\/script>/gs, "").matchAll(/ id="([^"]+)"/g),
          ([, id]) => id,
        ),
      ]),
    );
    const astray: string[] = [];
    for (const [page, text] of pages) {
      for (const [, href = ""] of text
        .replace(/<script.*?<\/script>/gs, "")
        .matchAll(/<a [^>]*?href="([^"]+)"/g)) {
        // Those with a slash are Redoc's own, which its script follows.
        if (!/^(?:https:|data:|\/)/.test(href)) {
          const [file = "", id = ""] = href.split("#");
          const target = file === "" ? page : relative(SITE, join(SITE, dirname(page), file));
          const isMade = target === "api.html";
          if (!pages.has(target) || !(id === "" || isMade || ids.get(target)?.includes(id))) {
            astray.push(`${page} leads to ${href}`);
          }
        }
      }
      const own = page === "api.html" ? [] : (ids.get(page) ?? []);
      const twice = own.filter((id, index) => own.indexOf(id) !== index);
      astray.push(...twice.map((id) => `${page} has ${id} twice`));
    }

    expect(pages.size).toBeGreaterThan(80);
    expect(astray).toEqual([]);
  });
});
