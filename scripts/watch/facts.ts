import { DomUtils, parseDocument } from "htmlparser2";

/** The kinds of facts, and what a report calls one of each. */
export const FACTS = [
  ["requestLines", "request line"],
  ["parameters", "parameter"],
  ["requestHeaders", "request header"],
  ["responseHeaders", "response header"],
  ["codes", "status and error code"],
  ["date", "date of the page"],
] as const;

type FactKind = (typeof FACTS)[number][0];
type Fact = readonly [kind: FactKind, value: string];

/** What a page of Microsoft Learn states, without its sentences: sorted lists, none of them empty. */
export type Facts = Partial<Record<FactKind, readonly string[]>>;

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const MAX_TEXT_LENGTH = 300;
const REQUEST_LINE = /^(GET|HEAD|POST|PUT|PATCH|DELETE)\s+((?:https?:\/|\{|\/)\S+)/;
const GUID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/gi;

/** Returns the facts of a page, or `undefined` where the HTML has no article with any. */
export function extractFacts(html: string): Facts | undefined {
  const page = parseDocument(html);
  const [article] = findElements(page, /^main$/);
  if (article === undefined) {
    return undefined;
  }
  const facts: Fact[] = findElements(page, /^meta$/).flatMap(
    ({ attribs: { name, content = "" } }) =>
      name === "ms.date" ? [["date", oneLine(content).slice(0, "yyyy-mm-dd".length)]] : [],
  );
  const examples: Fact[] = [];
  let heading = "";
  for (const element of findElements(article, /^(h[1-6]|pre|table)$/)) {
    if (element.name === "table") {
      facts.push(...extractTableFacts(element, heading));
    } else if (element.name === "pre") {
      examples.push(...extractExampleFacts(DomUtils.textContent(element)));
    } else {
      heading = readText(element);
    }
  }
  // Values in examples come and go, so their request lines count only where no table has the syntax.
  const hasSyntax = facts.some(([kind]) => kind === "requestLines");
  facts.push(...examples.filter(([kind]) => kind !== "requestLines" || !hasSyntax));
  const lists: Facts = {};
  for (const [kind] of FACTS) {
    const values = facts.flatMap(([other, value]) => (other === kind && value ? [value] : []));
    if (values.length > 0) {
      lists[kind] = [...new Set(values)].sort();
    }
  }
  return Object.keys(lists).length > 0 ? lists : undefined;
}

/** Returns text from the wire as one line of bounded length, without control or invisible characters. */
export function oneLine(text: string): string {
  const visible = text.replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu, "");
  return visible
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, MAX_TEXT_LENGTH);
}

/** Returns the elements whose names match, in the order of the page. */
function findElements(parent: Parameters<typeof DomUtils.textContent>[0], name: RegExp): Element[] {
  return DomUtils.getElementsByTagName((tag) => name.test(tag), parent);
}

function readText(element: Element): string {
  return oneLine(DomUtils.textContent(element));
}

function extractTableFacts(table: Element, heading: string): Fact[] {
  const [columns = [], ...rows] = findElements(table, /^tr$/).map((row) =>
    findElements(row, /^t[dh]$/).map(readText),
  );
  const codeColumn = columns.findIndex((column) => /^error code$/i.test(column));
  return rows.flatMap((row): Fact[] => {
    const [first = "", second = ""] = row;
    if (/^request uri$/i.test(columns[1] ?? "")) {
      return [["requestLines", `${first} ${second.replace(/HTTP\/[\d.]+|\s/g, "")}`]];
    }
    if (codeColumn >= 0) {
      const status = row.find((cell, index) => index !== codeColumn && /^[1-5]\d\d$/.test(cell));
      return [["codes", `${status ?? ""} ${row[codeColumn] ?? ""}`.trim()]];
    }
    if (/header/i.test(heading)) {
      const kind = /response/i.test(heading) ? "responseHeaders" : "requestHeaders";
      return [[kind, first.replace(/:$/, "")]];
    }
    if (/parameter/i.test(heading)) {
      return [["parameters", first]];
    }
    return (/^[1-5]\d\d(?= [A-Z])/.exec(first) ?? []).map((status) => ["codes", status]);
  });
}

/** Returns what an example of HTTP shows: its request line, or its status and the error code of the body. */
function extractExampleFacts(text: string): Fact[] {
  const [, status] = /^\s*HTTP\/\S+\s+([1-5]\d\d)\b/.exec(text) ?? [];
  if (status !== undefined) {
    const [, code = ""] = /"code":\s*"?(\d+)/.exec(text) ?? [];
    return [["codes", `${status} ${code}`.trim()]];
  }
  return text.split("\n").flatMap((line): Fact[] => {
    const [, method, uri = ""] = REQUEST_LINE.exec(line) ?? [];
    return method === undefined
      ? []
      : [["requestLines", oneLine(`${method} ${uri.replace(GUID, "{id}")}`)]];
  });
}
