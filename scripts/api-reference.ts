import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mendRedoc } from "./redoc-mends.js";
import { ROOT, redocly } from "./run.js";
import { NAVIGATION_STYLE, siteNavigation } from "./site-page.js";

// The one thing that Redoc fetches although its bundle is inline: the mark after "API docs by".
// Here it brings its own ground, as an image does not know whether the page is light or dark.
const FETCHED_MARK = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g;
const INLINE_MARK = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="46" height="16"><rect width="46" height="16" rx="3" fill="#1b5fc4"/><text x="23" y="12" font-family="sans-serif" font-size="12" text-anchor="middle" fill="#fff">Redoc</text></svg>',
)}`;

/** Renders a bundle of the description as a page. */
export async function apiReference(bundle: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "partner-center-api-reference-"));
  try {
    const description = join(folder, "openapi.json");
    const file = join(folder, "api.html");
    await writeFile(description, bundle);
    const options = ["--template", join(ROOT, "scripts/docs.hbs"), "--inlineBundle"];
    await redocly("build-docs", description, "--output", file, ...options);
    return mendRedoc(await readFile(file, "utf8"))
      .replace(FETCHED_MARK, INLINE_MARK)
      .replace("/* navigation */", NAVIGATION_STYLE)
      .replace("<!-- navigation -->", siteNavigation({ part: "api", root: "" }));
  } finally {
    await rm(folder, { recursive: true });
  }
}
