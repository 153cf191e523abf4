import { readFileSync } from "node:fs";

/** The work that every contender does: the documented GET, with a token, three ids and one query parameter. */
export const PATH = "/v1/customers/relationshiprequests";
export const QUERY = { indirectResellerId: "4b7a1d52-0e6c-4f43-9a6d-2f8c5e1b7d90" };
/** As long as an access token of Entra ID, without repetition, as its base64 has none. */
export const TOKEN = Array.from({ length: 2_000 }, (_, index) =>
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charAt(
    (index * index + index * 31) % 63,
  ),
).join("");
export const CV = "jbYZRWjU3E262f8o.0";

const example = new URL(
  "../../spec/components/examples/RelationshipRequestAdminCenter.json",
  import.meta.url,
);

/** The reply, as documented. */
export const LINK = JSON.parse(readFileSync(example, "utf8")).value;

/** New ids, as this client makes them for each call. */
export function ids() {
  return {
    "ms-requestid": crypto.randomUUID(),
    "ms-correlationid": crypto.randomUUID(),
    "ms-cv": CV,
  };
}

/** The headers of one call, for the contenders that make none themselves. */
export function headers() {
  return { Authorization: `Bearer ${TOKEN}`, Accept: "application/json", ...ids() };
}

/** Throws unless a call gave the link: nobody wins by not doing the work. */
export function check(data: unknown): void {
  if (
    typeof data !== "object" ||
    data === null ||
    !("url" in data && data.url === LINK.url && "attributes" in data)
  ) {
    throw new Error(`A call gave something other than the link: ${JSON.stringify(data)}`);
  }
}

/** A client to measure. */
export interface Contender {
  readonly name: string;
  /** The npm package that it is, or that makes it; undefined for what Node has, and for this client. */
  readonly packageName?: string;
  /** The least program that makes the call, to be bundled; undefined for what takes no code. */
  readonly program?: string;
  /** What the program imports, as Node resolves it. */
  readonly imports?: string;
  /** Makes the function that makes one call, of a client that sends a failed call again if `retries`. */
  open(baseUrl: string, retries: boolean): Call | Promise<Call>;
  /** Whether it can send a failed call again. */
  readonly retries: boolean;
}

/** One call; rejects unless it gave the link. */
export type Call = () => Promise<void>;
