import { Marked } from "marked";
import { escaped, sitePage } from "./site-page.js";

/** A guide as it is written. */
export interface Guide {
  /** The name of its file, without the ending. */
  readonly name: string;
  readonly markdown: string;
}

const STYLE = `
nav.neighbours { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.5rem 2rem; margin-top: 3rem;
  border-top: 1px solid var(--line); padding-top: 1rem; }
`;

/** What a heading is called in an address, as GitHub has it. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

/** Makes what names each heading of one page in an address: the second of the same words gets "-1", as on GitHub. */
function createAnchors(): (heading: string) => string {
  const given = new Set<string>();
  return (heading) => {
    const name = anchor(heading);
    let unique = name;
    for (let count = 1; given.has(unique); count += 1) {
      unique = `${name}-${count}`;
    }
    given.add(unique);
    return unique;
  };
}

/** A box that scrolls by itself, with the keyboard too, where its content is wider than the page. */
function wide(label: string, content: string): string {
  return `<div class="wide" tabindex="0" role="group" aria-label="${label}">${content}</div>\n`;
}

function markdownOf(page: string): string {
  const anchorOf = createAnchors();
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
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
  return marked.parse(page, { async: false });
}

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

/** What a guide is about, as HTML: the first sentence below its title; empty when something else comes first. */
export function guideSummary({ markdown }: Guide): string {
  const [, paragraph = ""] = /^# .+\n+(?!#|```|[|<!-])((?:.+\n?)+)/m.exec(markdown) ?? [];
  const html = new Marked().parseInline(paragraph.replaceAll("\n", " ").trim(), { async: false });
  const words = html.replace(/<\/?a\b[^>]*>/g, "");
  return /^.+?[.?!](?=\s|$)/.exec(words)?.[0] ?? words;
}

/** The page of a guide, with links to its neighbours in reading order. */
export function guidePage(guide: Guide, guides: readonly Guide[]): string {
  const index = guides.findIndex(({ name }) => name === guide.name);
  const link = (neighbour: Guide | undefined, words: string) =>
    neighbour === undefined
      ? "<span></span>"
      : `<a href="${neighbour.name}.html">${words}: ${escaped(guideTitle(neighbour))}</a>`;
  const neighbours = `${link(guides[index - 1], "Before")}${link(guides[index + 1], "Next")}`;
  return sitePage({
    title: guideTitle(guide),
    place: { part: "guides", root: "../" },
    main: `${markdownOf(guide.markdown)}<nav class="neighbours" aria-label="Guides">${neighbours}</nav>\n`,
    style: STYLE,
  });
}
