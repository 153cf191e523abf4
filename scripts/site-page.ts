/** The parts of the site that every page leads to, in the order of the navigation, and where they are from its root. */
const PARTS = {
  start: { title: "Start", path: "index.html" },
  guides: { title: "Guides", path: "index.html#guides" },
  api: { title: "API reference", path: "api.html" },
  library: { title: "Library reference", path: "library/index.html" },
  try: { title: "Try it", path: "try.html" },
} as const;

/** A part of the site. */
export type SitePart = keyof typeof PARTS;

/** Where a page stands. */
export interface SitePlace {
  readonly part: SitePart;
  /** From the page to the root of the site: empty, or `../` for each folder. */
  readonly root: string;
}

/** The colours of the site; those of each kind of page go by them. */
export const COLOURS = `
:root { color-scheme: light dark; --ground: light-dark(#fff, #16181d); --text: light-dark(#22242b, #e4e5ea);
  --quiet: light-dark(#565a66, #a9adb9); --link: light-dark(#1b5fc4, #8db8ff); --box: light-dark(#f3f4f7, #23262e);
  --line: light-dark(#d5d7de, #3b3f4a); }`;

/** The look of the navigation, the same on all pages, whatever else they have. */
export const NAVIGATION_STYLE = `
nav.site { background: light-dark(#fff, #16181d); border-bottom: 1px solid light-dark(#d5d7de, #3b3f4a);
  padding: 0.5rem 1rem; font: 1rem/1.6 system-ui, sans-serif; }
nav.site ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
nav.site li { margin: 0; }
nav.site a { color: light-dark(#1b5fc4, #8db8ff); text-decoration: underline; }
nav.site a[aria-current] { color: light-dark(#22242b, #e4e5ea); font-weight: bold; text-decoration: none; }`;

const STYLE = `${COLOURS}${NAVIGATION_STYLE}
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.6 system-ui, sans-serif; }
main { max-width: 50rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
a { color: var(--link); }
h1, h2, h3 { line-height: 1.25; }
code { background: var(--box); border-radius: 3px; padding: 0.1em 0.3em; font: 0.875em ui-monospace, monospace; }
.wide { overflow-x: auto; margin: 1rem 0; }
pre { background: var(--box); border-radius: 6px; margin: 0; padding: 0.75rem 1rem; width: max-content; min-width: 100%; box-sizing: border-box; }
pre code { background: none; padding: 0; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; overflow-wrap: normal; }
`;

/** Text as HTML shows it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Links to all parts of the site. */
export function siteNavigation({ part, root }: SitePlace): string {
  const links = Object.entries(PARTS).map(([name, { title, path }]) => {
    const current = name === part ? ' aria-current="page"' : "";
    return `<li><a href="${root}${path}"${current}>${title}</a></li>`;
  });
  return `<nav class="site" aria-label="Site"><ul>${links.join("")}</ul></nav>`;
}

/** What a page of our own is made of. */
export interface SitePage {
  readonly title: string;
  readonly place: SitePlace;
  /** HTML. */
  readonly main: string;
  /** More CSS. */
  readonly style?: string;
  /** What the page may do besides showing itself: more of its Content-Security-Policy. */
  readonly policy?: string;
  /** HTML behind the main part. */
  readonly end?: string;
}

/** A page that asks for nothing else. */
export function sitePage({ title, place, main, style = "", policy = "", end = "" }: SitePage) {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(title)} - Partner Center reseller relationships</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:${policy}">
<link rel="icon" href="data:,">
<style>${STYLE}${style}</style>
</head>
<body>
${siteNavigation(place)}
<main>
${main}</main>
${end}</body>
</html>
`;
}
