const RANGES: ReadonlyArray<[type: string, ranges: RegExp]> = [
  ["application/json", /^(application\/json|application\/\*|\*\/\*)$/],
  ["text/json", /^(text\/json|text\/\*)$/],
];

/** The JSON type that the request accepts; undefined when it accepts none. */
export function jsonTypeFor({ headers }: Request): string | undefined {
  const accepted = (headers.get("Accept") ?? "*/*")
    .split(",")
    .filter((range) => !/;\s*q=0(\.0*)?\s*$/i.test(range))
    .map((range) => range.replace(/;.*/, "").trim().toLowerCase());
  return RANGES.find(([, ranges]) => accepted.some((range) => ranges.test(range)))?.[0];
}
