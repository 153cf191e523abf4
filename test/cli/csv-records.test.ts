import { Readable } from "node:stream";
import fc from "fast-check";
import { readCsv } from "../../src/cli/commands/links/csv-records.js";
import { readCandidates } from "../../src/cli/commands/links/reseller-rows.js";
import { csvRow } from "../../src/cli/terminal/csv.js";
import { givenText } from "../../src/cli/terminal/given-text.js";

/** How spreadsheets write text. */
const ENCODINGS: ReadonlyArray<(text: string) => Buffer> = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\uFEFF${text}`),
  (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
];

const cellsOf = (text: string) => readCsv(text).records.map(({ cells }) => cells);

describe("a CSV file", () => {
  it.each([
    ["line feeds", "id,name\na,1\nb,2\n"],
    ["carriage returns and line feeds", "id,name\r\na,1\r\nb,2"],
    ["carriage returns", "id,name\ra,1\rb,2\r"],
    ["line feeds, then carriage returns and line feeds", "id,name\na,1\r\nb,2\r\n"],
    ["carriage returns and line feeds, then line feeds", "id,name\r\na,1\nb,2"],
    ["carriage returns, then line feeds", "id,name\ra,1\nb,2"],
    ["blank lines before, between and after", "\n\r\n  \nid,name\n\na,1\n\r\nb,2\n\n"],
    ["a byte order mark", "\uFEFFid,name\na,1\nb,2"],
    ["semicolons", "id;name\na;1\nb;2"],
    ["tabs", "id\tname\na\t1\nb\t2"],
    ["the separator in its first line", "sep=;\nid;name\na;1\nb;2"],
    ["a separator that nothing else has", '\uFEFF"sep=|"\r\nid|name\r\na|1\r\nb|2'],
    ["the type that PowerShell writes", '#TYPE System.Object\n"id","name"\n"a","1"\n"b","2"'],
    ["rows without cells", "id,name\n,\na,1\n,,,\nb,2"],
  ])("is read with %s", (_what, text) => {
    expect(cellsOf(text)).toEqual([
      ["id", "name"],
      ["a", "1"],
      ["b", "2"],
    ]);
  });

  it("is read with line breaks and separators in the names of its columns", () => {
    expect(cellsOf('"tenant;\nid;x;y",name\na,1')).toEqual([
      ["tenant;\nid;x;y", "name"],
      ["a", "1"],
    ]);
  });

  it.each([
    ['a,Contoso "Best" Ltd\nb,2', 'Contoso "Best" Ltd'],
    ['a,5" pipes\nb,2', '5" pipes'],
    ['a,"Contoso" Ltd\nb,2', '"Contoso" Ltd'],
  ])("is read with a stray quote inside a name: %j", (rows, name) => {
    expect(cellsOf(`id,name\n${rows}`)).toEqual([
      ["id", "name"],
      ["a", name],
      ["b", "2"],
    ]);
  });

  it.each([
    ['id,name\na,"Contoso\nb,2', "Invalid `--from`: a quote is not closed (line 3)."],
    ['\n\nid,name\na,"Contoso\nb,2', "Invalid `--from`: a quote is not closed (line 5)."],
  ])("is refused with a quote that nothing closes: %j", (text, message) => {
    expect(() => readCsv(text)).toThrow(message);
  });

  it("is refused if a quote swallows other rows", () => {
    const [one, other] = [1, 2].map((number) => `0000000${number}-0000-4000-8000-000000000000`);
    const text = `tenant,name\n${one},"Contoso\n${other},Fabrikam "IT"\n`;

    expect(() => readCandidates(text, undefined)).toThrow(
      "Invalid `--from`: a quote before line 3 is not closed.",
    );
  });

  it("counts lines as an editor does", () => {
    const text = 'sep=,\n\nid,name\r\na,"two\nlines"\rb,2';

    expect(readCsv(text).records.map(({ line }) => line)).toEqual([3, 5, 6]);
  });

  it("is read with a million columns", () => {
    const [head, row] = cellsOf(`id${",x".repeat(999_999)}\na${",1".repeat(999_999)}`);

    expect([head?.length, row?.length]).toEqual([1_000_000, 1_000_000]);
  });

  const tenant = fc
    .nat({ max: 0xffffff })
    .map((number) => `${number.toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`);
  const breaks = fc.constantFrom("\n", "\r\n", "\r");

  it("has as many candidates as rows, whatever separates, encodes and names them", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(tenant, fc.string(), breaks, fc.nat({ max: 2 }), fc.boolean()), {
          minLength: 1,
        }),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("", "sep=", "\n\r\n", "#TYPE a.b\n"),
        breaks,
        fc.constantFrom(...ENCODINGS),
        async (rows, separator, before, first, encode) => {
          const start = before === "sep=" ? `sep=${separator}${first}` : before;
          const lines = rows.map(([id, name, end, blanks, hasBraces]) => {
            const cells = [hasBraces ? `{${id}}` : id, `"${name.replaceAll('"', '""')}"`];
            return `${cells.join(separator)}${end}${end.repeat(blanks)}`;
          });
          const bytes = encode(`${start}tenant${separator}name${first}${lines.join("")}`);
          const shell = { stdin: Readable.from([bytes]) };

          const text = await givenText("--from", "-", shell);

          expect(readCandidates(text, undefined).candidates.map((one) => one.tenant)).toEqual(
            rows.map(([id]) => id),
          );
        },
      ),
    );
  });
});

describe("a cell that a spreadsheet would run", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["@home IT", "'@home IT"],
    ["'@home IT", "''@home IT"],
    ["Contoso;=1+1", "Contoso;'=1+1"],
    ["\uFF1D1", "'\uFF1D1"],
    ["'s-Hertogenbosch", "'s-Hertogenbosch"],
    ["a-b", "a-b"],
  ])("is written with an apostrophe, and read without: %j", (cell, escaped) => {
    expect(csvRow([cell])).toBe(`${escaped}\r\n`);
    expect(readCsv(`${csvRow(["id", "name"])}${csvRow(["a", cell])}`).records[1]?.cells).toEqual([
      "a",
      cell,
    ]);
  });

  it("regains its value, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("=", "'", ";", "+", "a", " ") }), (text) => {
        const { records } = readCsv(csvRow(["id", "name"]) + csvRow(["a", text]));

        expect(records[1]?.cells[1]).toBe(text.replace(/\s+/g, " ").trim());
      }),
    );
  });
});
