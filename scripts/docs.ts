import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { apiReference } from "./api-reference.js";
import { BUNDLE } from "./description.js";
import { guidePage } from "./guide-page.js";
import { readGuides } from "./guides.js";
import { landingPage } from "./landing-page.js";
import { writeLibraryReference } from "./library-reference.js";
import { ROOT } from "./run.js";
import { tryPage } from "./try-page.js";

const SITE = `${ROOT}dist/docs`;

async function writeApiReference(): Promise<void> {
  const bundle = await readFile(join(ROOT, BUNDLE), "utf8");
  await writeFile(`${SITE}/api.html`, await apiReference(bundle));
  await writeFile(`${SITE}/openapi.json`, bundle);
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
