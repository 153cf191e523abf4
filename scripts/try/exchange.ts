import { element } from "./element.js";
import type { Exchange } from "./send.js";

/** What came of a call, in a line. */
export function outcomeOf({ response, failure }: Exchange): string {
  return response === undefined
    ? `The client threw: ${failure}`
    : `${response.status} ${response.statusText}`.trim();
}

/** What went over the wire, to be looked at. */
export function shownExchange({ request, response, content }: Exchange): Node[] {
  const shown: Node[] = [];
  if (request !== undefined) {
    const { method, url, headers, body } = request;
    shown.push(...message("Request", `${method} ${url}`, Object.entries(headers), body));
  }
  if (response !== undefined) {
    const { status, statusText, headers } = response;
    shown.push(...message("Reply", `${status} ${statusText}`.trim(), [...headers], content));
  }
  return shown;
}

function message(
  title: string,
  start: string,
  headers: readonly (readonly [string, string])[],
  content: unknown,
): Node[] {
  const head = [start, ...headers.map(([name, value]) => `${name}: ${value}`)].join("\n");
  const body = textOf(content);
  const text = body === "" ? head : `${head}\n\n${body}`;
  return [element("h3", {}, title), element("pre", {}, element("code", {}, text))];
}

function textOf(content: unknown): string {
  if (content === undefined || content === "") {
    return "";
  }
  return typeof content === "string" ? content : JSON.stringify(content, undefined, 2);
}
