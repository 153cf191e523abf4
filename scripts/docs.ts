import { readFile, writeFile } from "node:fs/promises";
import { ROOT, run } from "./run.js";

const OUTPUT = `${ROOT}dist/docs/index.html`;

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
const page = await readFile(OUTPUT, "utf8");
await writeFile(OUTPUT, page.replace(FETCHED_MARK, INLINE_MARK));
console.log(`Wrote ${OUTPUT}`);
