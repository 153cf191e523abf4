import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { guidePage } from "./guide-page.js";
import { readGuides } from "./guides.js";
import { landingPage } from "./landing-page.js";
import { writeLibraryReference } from "./library-reference.js";
import { mendRedoc } from "./redoc-mends.js";
import { ROOT, redocly } from "./run.js";
import { NAVIGATION_STYLE, siteNavigation } from "./site-page.js";
import { tryPage } from "./try-page.js";

const SITE = `${ROOT}dist/docs`;
const API_REFERENCE = `${SITE}/api.html`;

// The one thing that Redoc fetches although its bundle is inline: the mark after "API docs by".
// Here it brings its own ground, as an image does not know whether the page is light or dark.
const FETCHED_MARK = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g;
const INLINE_MARK = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="46" height="16"><rect width="46" height="16" rx="3" fill="#1b5fc4"/><text x="23" y="12" font-family="sans-serif" font-size="12" text-anchor="middle" fill="#fff">Redoc</text></svg>',
)}`;

async function writeApiReference(): Promise<void> {
  await redocly(
    "build-docs",
    "partner-center",
    "--output",
    API_REFERENCE,
    "--template",
    `${ROOT}scripts/docs.hbs`,
    "--inlineBundle",
  );
  const page = await readFile(API_REFERENCE, "utf8");
  await writeFile(
    API_REFERENCE,
    mendRedoc(page)
      .replace(FETCHED_MARK, INLINE_MARK)
      .replace("/* navigation */", NAVIGATION_STYLE)
      .replace("<!-- navigation -->", siteNavigation({ part: "api", root: "" })),
  );
}

async function writePages(): Promise<void> {
  const guides = await readGuides(`${ROOT}spec/guides`);
  const { description, version } = JSON.parse(await readFile(`${ROOT}package.json`, "utf8"));
  const title = "Partner Center reseller relationships";
  await writeFile(`${SITE}/index.html`, landingPage({ title, description, version, guides }));
  await writeFile(`${SITE}/try.html`, await tryPage());
  await mkdir(`${SITE}/guides`);
  for (const guide of guides) {
    await writeFile(`${SITE}/guides/${guide.name}.html`, guidePage(guide, guides));
  }
}

await rm(SITE, { recursive: true, force: true });
await mkdir(SITE, { recursive: true });
await Promise.all([
  writeApiReference(),
  writePages(),
  writeLibraryReference(ROOT, `${SITE}/library`),
]);
console.log(`Wrote the site; open ${SITE}/index.html`);
