import { access, readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { ROOT } from "./copy.js";
import { guides } from "./examples.js";

/** What a text has outside of its code. */
function prose(markdown: string): string {
  return markdown.replaceAll(/^```.*?^```$/gms, "").replaceAll(/`[^`\n]*`/g, "code");
}

/** Where the links and pictures of a text lead in this repository: to a file, and a heading of it. */
function relativeLinks(markdown: string): { path: string; anchor: string }[] {
  const links = prose(markdown).matchAll(/\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)/g);
  return Array.from(links, ([, path = "", anchor = ""]) => ({ path, anchor }));
}

/** What the headings of a text are called in an address, as GitHub has it. */
function anchors(markdown: string): string[] {
  const headings = markdown.replaceAll(/^```.*?^```$/gms, "").matchAll(/^#+ (.+)$/gm);
  return Array.from(headings, ([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** Those links of a text, read by this function, that lead nowhere. */
async function deadLinks(file: string, read: (path: string) => Promise<string>): Promise<string[]> {
  const found = await Promise.all(
    relativeLinks(await read(file)).map(async ({ path, anchor }) => {
      const target = path === "" ? file : normalize(join(dirname(file), path));
      const isThere =
        anchor === ""
          ? await access(join(ROOT, target)).then(
              () => true,
              () => false,
            )
          : anchors(await read(target).catch(() => "")).includes(anchor);
      return isThere ? [] : [`${file}: ${path}${anchor && `#${anchor}`}`];
    }),
  );
  return found.flat();
}

const readText = (path: string) => readFile(join(ROOT, path), "utf8");

describe("the links of the texts", () => {
  it("lead to files and headings that are there", async () => {
    const texts = [
      "README.md",
      "CONTRIBUTING.md",
      "SECURITY.md",
      "scripts/bench/README.md",
      ...(await guides()).map((guide) => `spec/guides/${guide}.md`),
    ];

    const dead = await Promise.all(texts.map((file) => deadLinks(file, readText)));

    expect(dead.flat()).toEqual([]);
  });

  it("are found out when they lead nowhere", async () => {
    const text =
      "# Here\n[file](none.md) [heading](README.md#none) [own](#none) [fine](#here) `[code](none.md)`";

    const dead = await deadLinks("x.md", async (path) => (path === "x.md" ? text : "# There"));

    expect(dead).toEqual(["x.md: none.md", "x.md: README.md#none", "x.md: #none"]);
  });
});
