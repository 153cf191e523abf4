import { CORRELATION_ID_HEADER, CV_HEADER, REQUEST_ID_HEADER } from "./headers.js";

/** What was sent to get a response, as far as it may be told to people: no query, no token, no body. */
export interface Exchange {
  readonly method: string;
  /** Without query and fragment. */
  readonly url: string;
  readonly requestId: string | undefined;
  readonly correlationId: string | undefined;
  readonly cv: string | undefined;
  /** How often the request was sent, this time included. */
  readonly attempts: number;
  /** Takes the token that was sent out of a text; replies of proxies may show it. */
  readonly redact: (text: string) => string;
  /** Milliseconds that the attempts and waits took. */
  readonly spentMs?: number | undefined;
  /** What is wrong with the token that was sent, where that can be seen. */
  readonly hints?: readonly string[] | undefined;
  /** What the body of the reply is, in words, and whether it is JSON. */
  readonly received?: { readonly words: string; readonly isJson: boolean } | undefined;
}

// Registered, so that the ESM and the CommonJS build in one process read each other's responses.
const EXCHANGE = Symbol.for("partner-center-client.exchange");

/** Describes a request that is being sent for the `attempts`th time. */
export function exchangeFor({ headers, method, url }: Request, attempts = 1): Exchange {
  return {
    method,
    url: withoutQuery(url),
    requestId: headers.get(REQUEST_ID_HEADER) ?? undefined,
    correlationId: headers.get(CORRELATION_ID_HEADER) ?? undefined,
    cv: headers.get(CV_HEADER) ?? undefined,
    attempts,
    redact: (text) => {
      const token = headers.get("Authorization")?.replace(/^Bearer\s+/i, "");
      return token ? text.replaceAll(token, "[redacted]") : text;
    },
  };
}

/** What a call did before it is sent once more with another token. */
export interface Earlier {
  readonly attempts: number;
  readonly spentMs: number;
}

const EARLIER = Symbol.for("partner-center-client.earlier");

/** Keeps on the request of a second pass what the first one took. */
export function rememberEarlier(request: Request, earlier: Earlier): void {
  Object.defineProperty(request, EARLIER, { value: earlier });
}

/** What was done for a call before this request; undefined for the first pass. */
export function earlierOf(request: Request): Earlier | undefined {
  return Reflect.get(request, EARLIER);
}

/** Keeps on the response what it answers. */
export function rememberExchange(response: Response, exchange: Exchange): void {
  Object.defineProperty(response, EXCHANGE, { value: exchange, configurable: true });
}

/** Adds to what is kept on the response; to nothing for one that did not come through this client. */
export function addToExchange(
  response: Response,
  more: Pick<Exchange, "received" | "spentMs">,
): void {
  Object.assign(exchangeOf(response) ?? {}, more);
}

/** What a response answers; undefined for one that did not come through this client. */
export function exchangeOf(response: Response): Exchange | undefined {
  return Reflect.get(response, EXCHANGE);
}

function withoutQuery(url: string): string {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}
