const APPLICATION_JSON = ["application/json", "application/*", "*/*"];
const TEXT_JSON = ["text/json", "text/*"];

/** The JSON type that the request accepts; undefined when it accepts none. */
export function jsonTypeFor({ headers }: Request): string | undefined {
  const accepted = (headers.get("Accept") ?? "*/*").split(",").map(acceptedType);
  if (accepted.some((type) => APPLICATION_JSON.includes(type))) {
    return "application/json";
  }
  return accepted.some((type) => TEXT_JSON.includes(type)) ? "text/json" : undefined;
}

/** The type in one part of `Accept`; empty for one that is ruled out with a weight of nothing. */
function acceptedType(part: string): string {
  const [type = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
  const isRuledOut = parameters.some(
    (text) => text.startsWith("q=") && Number(text.slice(2)) === 0,
  );
  return isRuledOut ? "" : type;
}
