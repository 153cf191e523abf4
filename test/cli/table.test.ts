import { cut, fitWidths, isCut, tableLine } from "../../src/cli/terminal/table.js";

const HEAD = ["ID", "NAME", "DOMAIN"];
const ID = "9b2e6d41-70f8-4c5a-a1d3-5e84c7f0b296";
const ROWS = [
  HEAD,
  [ID, "株式会社コントソ", "contoso.co.jp"],
  [ID, "Mu\u0308ller 👩‍👩‍👧 GmbH", "mueller.example.com"],
];

describe("a table", () => {
  it.each([
    [120, [36, 16, 64]],
    [80, [36, 16, 24]],
    [70, [36, 16, 14]],
    [60, [36, 12, 8]],
    [40, [20, 8, 8]],
    [20, [8, 10]],
    [10, [10]],
    [5, [5]],
  ])("of %i columns shrinks the last columns first, and the first one last", (columns, widths) => {
    expect(fitWidths(ROWS, columns)).toEqual({ widths, isFitted: true });
  });

  it.each([20, 40, 60, 80, 120])("of %i columns has no longer line", (columns) => {
    const fitted = fitWidths(ROWS, columns);

    for (const row of ROWS) {
      expect(widthOf(tableLine(row, fitted))).toBeLessThanOrEqual(columns);
    }
  });

  it("aligns wide characters, decomposed umlauts and emoji by their width on the terminal", () => {
    const lines = ROWS.map((row) => tableLine(row, fitWidths(ROWS, 120)));

    expect(lines).toEqual([
      `ID${" ".repeat(34)}  NAME${" ".repeat(12)}  DOMAIN\n`,
      `${ID}  株式会社コントソ  contoso.co.jp\n`,
      `${ID}  Mu\u0308ller 👩‍👩‍👧 GmbH     mueller.example.com\n`.replace("     ", "    "),
    ]);
  });

  it("is printed in full where its width does not matter, later rows that are longer included", () => {
    const fitted = fitWidths([HEAD], Infinity);
    const row = [ID, "a name that is longer than the heading", "contoso.com"];

    expect(tableLine(row, fitted)).toBe(`${row.join("  ")}\n`);
    expect(isCut(row, fitted)).toBe(false);
  });

  it.each([
    ["Contoso", 7, "Contoso"],
    ["Contoso", 6, "Conto…"],
    ["株式会社", 6, "株式…"],
    ["👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"],
    ["Contoso", 1, "…"],
    ["Contoso", 0, ""],
  ])("cuts %j at a width of %i to %j", (text, width, shown) => {
    expect(cut(text, width)).toBe(shown);
  });
});

/** The width of a line without wide characters in the end. */
function widthOf(line: string): number {
  const [, ...wide] = line.split(/[\u2e80-\uffff]/u);
  return line.replaceAll(/👩‍👩‍👧/gu, "xx").replaceAll("\u0308", "").trimEnd().length + wide.length;
}
