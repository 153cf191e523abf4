import { Marked } from "marked";

/** A guide as it is written. */
export interface Guide {
  /** The name of its file, without the ending. */
  readonly name: string;
  readonly markdown: string;
}

export const STYLE = `
:root { color-scheme: light dark; --ground: light-dark(#fff, #16181d); --text: light-dark(#22242b, #e4e5ea);
  --link: light-dark(#1b5fc4, #8db8ff); --box: light-dark(#f3f4f7, #23262e); --line: light-dark(#d5d7de, #3b3f4a); }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.6 system-ui, sans-serif; }
nav { border-bottom: 1px solid var(--line); padding: 0.5rem 1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
nav [aria-current] { font-weight: bold; text-decoration: none; }
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

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What a heading is called in an address, as GitHub has it. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

/** A box that scrolls by itself, with the keyboard too, where its content is wider than the page. */
function wide(label: string, content: string): string {
  return `<div class="wide" tabindex="0" role="group" aria-label="${label}">${content}</div>\n`;
}

const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${anchor(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    code({ text }) {
      return wide("Code", `<pre><code>${escaped(text)}</code></pre>`);
    },
    table({ header, rows }) {
      const cells = (tag: string, row: typeof header) =>
        `<tr>${row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join("")}</tr>`;
      const body = rows.map((row) => cells("td", row)).join("");
      return wide(
        "Table",
        `<table><thead>${cells("th", header)}</thead><tbody>${body}</tbody></table>`,
      );
    },
  },
  walkTokens(token) {
    // A guide names its neighbour by its file, which GitHub follows; here the neighbour is a page.
    if (token.type === "link") {
      token.href = token.href.replace(/^(?:\.\/)?([\w-]+)\.md(?=#|$)/, "$1.html");
    }
  },
});

/**
 * The title of a guide: its first heading.
 *
 * @throws Error when it has none.
 */
export function guideTitle({ name, markdown }: Guide): string {
  const [, title] = /^# (.+)$/m.exec(markdown) ?? [];
  if (title === undefined) {
    throw new Error(`The guide ${name}.md has no title. Begin it with a line like "# Many links".`);
  }
  return title.trim();
}

/** The page of a guide, which asks for nothing else, with links to the other guides and to the API reference. */
export function guidePage(guide: Guide, guides: readonly Guide[]): string {
  const links = guides.map((other) => {
    const current = other.name === guide.name ? ' aria-current="page"' : "";
    return `<li><a href="${other.name}.html"${current}>${escaped(guideTitle(other))}</a></li>`;
  });
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(guideTitle(guide))} - Partner Center reseller relationships</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<nav aria-label="Pages"><ul><li><a href="../index.html">API reference</a></li>${links.join("")}</ul></nav>
<main>
${marked.parse(guide.markdown, { async: false })}</main>
</body>
</html>
`;
}
