const NOT_ACCEPTED = /[^,]*;\s*q=0(\.0*)?\s*(?=,|$)/gi;
const APPLICATION_JSON = /(^|,)\s*(application\/(json|\*)|\*\/\*)\s*(;|,|$)/i;
const TEXT_JSON = /(^|,)\s*text\/(json|\*)\s*(;|,|$)/i;

/** The JSON type that the request accepts; undefined when it accepts none. */
export function jsonTypeFor({ headers }: Request): string | undefined {
  const accepted = (headers.get("Accept") ?? "*/*").replaceAll(NOT_ACCEPTED, "");
  if (APPLICATION_JSON.test(accepted)) {
    return "application/json";
  }
  return TEXT_JSON.test(accepted) ? "text/json" : undefined;
}
