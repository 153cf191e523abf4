import { readdir, readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";
import ts from "typescript";
import { ROOT, withCopy } from "../copy.js";
import { run } from "../run.js";
import { barriers } from "./barriers.js";
import { type WatchedPage, withPage } from "./chromium.js";

const LIBRARY = `${ROOT}dist/docs/library`;
const OPTIONS = "interfaces/partner-center-client.PartnerCenterClientOptions.html";
const DESKTOP = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 360, height: 740 } };

/** Rules that only TypeDoc could heed: the summaries that fold its groups have links in them. */
const MATTERS_OF_TYPEDOC = ["nested-interactive"];

interface SearchRow {
  readonly name: string;
  readonly url: string;
  readonly parent?: string;
}

/** Opens a page of the library reference; it may ask for what lies beside it. */
function withLibrary<Result>(
  path: string,
  options: Parameters<typeof withPage>[1],
  use: (watched: WatchedPage) => Promise<Result>,
): Promise<Result> {
  const beside = `asks for ${pathToFileURL(`${LIBRARY}/assets/`).href}`;
  return withPage(pathToFileURL(`${LIBRARY}/${path}`).href, options, async (watched) => {
    // The page hides itself until its scripts have run.
    await watched.page.getByRole("heading", { level: 1 }).waitFor();
    const { page, problems } = watched;
    const others = () => problems.filter((problem) => !problem.startsWith(beside));
    return use({
      page,
      get problems() {
        return others();
      },
    });
  });
}

/** What the search of the library reference knows. */
async function searchRows(): Promise<SearchRow[]> {
  const script = await readFile(`${LIBRARY}/assets/search.js`, "utf8");
  const [, data = ""] = /"([A-Za-z0-9+/=]+)"/.exec(script) ?? [];
  return JSON.parse(inflateSync(Buffer.from(data, "base64")).toString()).rows;
}

/** The exports of an entry and their members, as the report of its types has them: `Interface.member`. */
async function reportedNames(report: string): Promise<string[]> {
  const text = await readFile(`${ROOT}test/api/${report}`, "utf8");
  const [, code = ""] = /^## Exports\n+```ts\n(.*?)^```/ms.exec(text) ?? [];
  const file = ts.createSourceFile("report.d.ts", code, ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    }
    if (ts.isInterfaceDeclaration(statement) || ts.isClassDeclaration(statement)) {
      const name = statement.name?.text ?? "";
      const members = [...statement.members]
        .map((member) => member.name)
        .filter((member) => member !== undefined && ts.isIdentifier(member))
        .map((member) => `${name}.${member?.getText()}`);
      return [name, ...members];
    }
    return ts.isTypeAliasDeclaration(statement) || ts.isFunctionDeclaration(statement)
      ? [statement.name?.text ?? ""]
      : [];
  });
}

describe("the library reference", () => {
  it("has each export and each option of the package in its search, and what it finds is there", async () => {
    const rows = await searchRows();
    const pages = new Map<string, string>();
    let count = 0;
    for (const report of await readdir(`${ROOT}test/api`)) {
      const entry = report === "index.md" ? "" : `/${report.replace(/\.md$/, "")}`;
      const module = `partner-center-client${entry}`;
      for (const name of await reportedNames(report)) {
        count += 1;
        const path = `${module}.${name}`;
        const row = rows.find(({ parent, name: last }) => `${parent}.${last}` === path);
        expect({ name: path, isFound: row !== undefined }).toEqual({ name: path, isFound: true });
        const [file = "", anchor] = row?.url.split("#") ?? [];
        const page = pages.get(file) ?? (await readFile(`${LIBRARY}/${file}`, "utf8"));
        pages.set(file, page);
        expect(page).toContain(anchor === undefined ? "<h1>" : `id="${anchor}"`);
      }
    }
    expect(count).toBeGreaterThan(150);
  });

  it("finds an option by what is typed", () =>
    withLibrary("index.html", DESKTOP, async ({ page, problems }) => {
      await page.getByRole("button", { name: "Search" }).click();
      await page.getByRole("combobox").fill("validateMfa");
      await page
        .getByRole("option")
        .filter({ hasText: "PartnerCenterClientOptions.validateMfa" })
        .getByRole("link")
        .click();

      await page.getByRole("heading", { name: "Interface PartnerCenterClientOptions" }).waitFor();
      expect(problems).toEqual([]);
    }));

  it.each([
    ["a desktop, in light colours", { ...DESKTOP, colorScheme: "light" }],
    ["a desktop, in dark colours", { ...DESKTOP, colorScheme: "dark" }],
    ["a phone", PHONE],
  ] as const)(
    "puts up no serious barrier, asks for nothing and fits %s",
    async (_title, options) => {
      for (const path of [
        "index.html",
        OPTIONS,
        "functions/partner-center-client.waitForAcceptance.html",
      ]) {
        await withLibrary(path, options, async ({ page, problems }) => {
          await expect(barriers(page, MATTERS_OF_TYPEDOC)).resolves.toEqual([]);
          await expect(page.evaluate(() => document.documentElement.scrollWidth)).resolves.toBe(
            options.viewport.width,
          );
          expect(problems).toEqual([]);
        });
      }
    },
  );

  it("fits a phone with what has the longest names", () =>
    withLibrary("interfaces/partner-center-client.components.html", PHONE, async ({ page }) => {
      await expect(page.evaluate(() => document.documentElement.scrollWidth)).resolves.toBe(360);
    }));

  it("says units, defaults and errors", () =>
    withLibrary(OPTIONS, DESKTOP, async ({ page }) => {
      const words = await page.locator("main, .col-content").innerText();

      expect(words).toContain("Milliseconds that one attempt may take");
      expect(words).toContain("30_000");
    }));

  it("leads back to the guides and to the API reference", () =>
    withLibrary(OPTIONS, DESKTOP, async ({ page }) => {
      await page.getByRole("navigation", { name: "Site" }).getByText("Guides").click();

      await expect(page.locator(":target").innerText()).resolves.toBe("Guides");
    }));

  it(
    "is not made while an option has no comment",
    () =>
      withCopy(
        [
          "scripts",
          "src",
          "generated",
          "spec",
          "tsconfig.json",
          "tsconfig.build.json",
          "scripts/redocly.yaml",
        ],
        async (cwd) => {
          const file = `${cwd}/src/filter-by.ts`;
          const source = await readFile(file, "utf8");
          await writeFile(file, source.replaceAll(/\/\*\*.*?\*\/\n/gs, ""));

          const { exitCode, stdout, stderr } = await run("tsx", ["scripts/docs.ts"], { cwd });

          expect(exitCode).toBe(1);
          expect(stdout + stderr).toContain(
            "partner-center-client.filterBy (CallSignature), defined in partner-center-client/src/filter-by.ts, does not have any documentation",
          );
        },
      ),
    60_000,
  );
});
