import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { guidePage, guideTitle } from "./guide-page.js";
import { ROOT, run } from "./run.js";
import { tryPage } from "./try-page.js";

const OUTPUT = `${ROOT}dist/docs/index.html`;
const TRY_PAGE = `${ROOT}dist/docs/try.html`;
const GUIDES = `${ROOT}spec/guides`;
const GUIDE_PAGES = `${ROOT}dist/docs/guides`;

// The one thing that Redoc fetches although its bundle is inline: the mark after "API docs by".
// Here it brings its own ground, as an image does not know whether the page is light or dark.
const FETCHED_MARK = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g;
const INLINE_MARK = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="46" height="16"><rect width="46" height="16" rx="3" fill="#1b5fc4"/><text x="23" y="12" font-family="sans-serif" font-size="12" text-anchor="middle" fill="#fff">Redoc</text></svg>',
)}`;

await run(
  "redocly",
  "build-docs",
  "partner-center",
  "--output",
  OUTPUT,
  "--template",
  `${ROOT}scripts/docs.hbs`,
  "--inlineBundle",
);

const files = existsSync(GUIDES) ? await readdir(GUIDES) : [];
const guides = await Promise.all(
  files
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map(async (file) => ({
      name: basename(file, ".md"),
      markdown: await readFile(`${GUIDES}/${file}`, "utf8"),
    })),
);
const links = guides.map(
  (guide) => `<li><a href="guides/${guide.name}.html">${guideTitle(guide)}</a></li>`,
);
const navigation =
  guides.length > 0
    ? `<nav class="guides" aria-label="Guides"><ul>${links.join("")}</ul></nav>`
    : "";

const page = await readFile(OUTPUT, "utf8");
await writeFile(
  OUTPUT,
  // By a function, as a title may have a `$`.
  page.replace(FETCHED_MARK, INLINE_MARK).replace("<!-- guides -->", () => navigation),
);
await writeFile(TRY_PAGE, await tryPage());
await rm(GUIDE_PAGES, { recursive: true, force: true });
await mkdir(GUIDE_PAGES);
for (const guide of guides) {
  await writeFile(`${GUIDE_PAGES}/${guide.name}.html`, guidePage(guide, guides));
}
console.log(`Wrote ${OUTPUT}, and beside it ${guides.length} guides and ${TRY_PAGE}`);
