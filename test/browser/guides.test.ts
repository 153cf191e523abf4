import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { type Guide, guidePage, guideSummary } from "../../scripts/guide-page.js";
import { withCopy } from "../copy.js";
import { barriers } from "./barriers.js";
import { type WatchedPage, withPage } from "./chromium.js";

const LONG = "partner-center link ".repeat(20);
const GUIDE: Guide = {
  name: "many-links",
  markdown: `# Many links & more

See [what is next](other-guide.md#the-next-one) and \`code\`.

## What a \`reseller\` gets

\`\`\`sh
${LONG} <reply>
\`\`\`

| word | meaning |
| --- | --- |
| reseller | ${"sells ".repeat(4)} |
`,
};
const OTHER: Guide = {
  name: "other-guide",
  markdown: "# Another guide\n\n## The next one\n\n## The next one\n\n## The next one-1\n",
};
const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 375, height: 812 } };

function withGuide<Result>(
  options: Parameters<typeof withPage>[1],
  use: (watched: WatchedPage) => Promise<Result>,
): Promise<Result> {
  return withCopy([], async (directory) => {
    for (const guide of [GUIDE, OTHER]) {
      await writeFile(`${directory}/${guide.name}.html`, guidePage(guide, [GUIDE, OTHER]));
    }
    return withPage(pathToFileURL(`${directory}/${GUIDE.name}.html`).href, options, use);
  });
}

describe("a guide", () => {
  it.each([
    ["a desktop, in light colours", { ...DESKTOP, colorScheme: "light" }],
    ["a desktop, in dark colours", { ...DESKTOP, colorScheme: "dark" }],
    ["a phone", PHONE],
  ] as const)("puts up no serious barrier, asks for nothing and fits %s", (_title, options) =>
    withGuide(options, async ({ page, problems }) => {
      await expect(barriers(page)).resolves.toEqual([]);
      await expect(page.evaluate(() => document.documentElement.scrollWidth)).resolves.toBe(
        options.viewport.width,
      );
      expect(problems).toEqual([]);
    }),
  );

  it("shows what its code says, as text", () =>
    withGuide(DESKTOP, async ({ page }) => {
      await expect(page.locator("pre").innerText()).resolves.toBe(`${LONG} <reply>`);
    }));

  it("leads to a heading of its neighbour and to the API reference", () =>
    withGuide(DESKTOP, async ({ page }) => {
      const reference = page.getByRole("link", { name: "API reference" });
      await expect(reference.getAttribute("href")).resolves.toBe("../api.html");
      await page.getByRole("link", { name: "what is next" }).click();

      await page.getByRole("heading", { name: "Another guide" }).waitFor();
      await expect(page.locator(":target").innerText()).resolves.toBe("The next one");
    }));

  it("leads to the next guide, and that back to it", () =>
    withGuide(DESKTOP, async ({ page }) => {
      await page.getByRole("link", { name: "Next: Another guide" }).click();
      await page.getByRole("link", { name: "Before: Many links & more" }).click();

      await page.getByRole("heading", { name: "Many links & more" }).waitFor();
    }));

  it("names headings of the same words as GitHub does, each once", () => {
    const page = guidePage(OTHER, [OTHER]);

    expect(Array.from(page.matchAll(/<h2 id="([^"]+)"/g), ([, id]) => id)).toEqual([
      "the-next-one",
      "the-next-one-1",
      "the-next-one-1-1",
    ]);
  });

  it("is summed up by its first sentence", () => {
    const of = (text: string) =>
      guideSummary({ name: "a-guide", markdown: `# A guide\n\n${text}` });

    expect(of("Gets `links`: some\nand more. Then others.\n\nMore.")).toBe(
      "Gets <code>links</code>: some and more.",
    );
    expect(of("See [it](it.md)")).toBe("See it");
    expect(of("`paginate` reads on. It stops.")).toBe("<code>paginate</code> reads on.");
    expect(of("## At once")).toBe("");
    expect(of("```sh\nnpm start\n```")).toBe("");
    expect(of("| a | table |")).toBe("");
  });

  it("is refused without a title", () => {
    const untitled = { name: "untitled", markdown: "Just words." };

    expect(() => guidePage(untitled, [untitled])).toThrow("The guide untitled.md has no title.");
  });
});
