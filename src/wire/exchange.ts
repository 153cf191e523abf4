import { CORRELATION_ID_HEADER, CV_HEADER, REQUEST_ID_HEADER } from "./headers.js";
import { givenParts } from "./operation.js";
import { type Redact, redactionOf } from "./redaction.js";

/** What was sent to get a response, as far as it may be told to people: no query, no token, no body. */
export interface Exchange {
  readonly method: string;
  /** Without query and fragment. */
  readonly url: string;
  /** What the caller decided: the names of the parameters of the description, without their values, and the body. */
  readonly given?: readonly string[] | undefined;
  readonly requestId: string | undefined;
  readonly correlationId: string | undefined;
  readonly cv: string | undefined;
  /** How often the request was sent, this time included. */
  readonly attempts: number;
  /** Takes the secrets that were sent out of a text; replies may repeat them, above all those of proxies. */
  readonly redact: Redact;
  /** Milliseconds that the attempts and waits took. */
  readonly spentMs?: number | undefined;
  /** What is wrong with the token that was sent, where that can be seen. */
  readonly hints?: readonly string[] | undefined;
  /** What came as the body of a success, or in place of the body of a failure. */
  body?: ReplyBody | undefined;
}

/** The body of a reply, as far as messages tell of it. */
export interface ReplyBody {
  readonly words: string;
  readonly isEmpty: boolean;
  readonly isJson: boolean;
  /** Why there is none; undefined when it was read. */
  readonly missing?: "network" | "timeout" | "malformed-response" | undefined;
}

// Registered, so that the ESM and the CommonJS build in one process read each other's responses.
const EXCHANGE = Symbol.for("partner-center-client.exchange");

/** Describes a request that is being sent for the `attempts`th time. */
export function exchangeFor(request: Request, attempts = 1): Exchange {
  return new SentExchange(request, attempts);
}

/** Reads what it tells when it is asked, which only failures and logs do. */
class SentExchange implements Exchange {
  readonly method: string;
  readonly #url: string;
  readonly #hasBody: boolean;
  readonly #headers: Headers;
  readonly #secrets: readonly string[];
  readonly attempts: number;
  #redaction: Redact | undefined;

  constructor(request: Request, attempts: number) {
    const { body, headers, method, url } = request;
    this.#secrets = Reflect.get(request, SECRETS) ?? [];
    this.#hasBody = body !== null;
    this.method = method;
    this.#url = url;
    this.#headers = headers;
    this.attempts = attempts;
  }

  get url() {
    const end = this.#url.search(/[?#]/);
    return end === -1 ? this.#url : this.#url.slice(0, end);
  }
  get given() {
    return givenParts(this.method, this.#url, this.#hasBody);
  }
  get requestId() {
    return this.#headers.get(REQUEST_ID_HEADER) ?? undefined;
  }
  get correlationId() {
    return this.#headers.get(CORRELATION_ID_HEADER) ?? undefined;
  }
  get cv() {
    return this.#headers.get(CV_HEADER) ?? undefined;
  }
  get redact(): Redact {
    const authorization = this.#headers.get("Authorization") ?? "";
    const token = authorization.slice(authorization.indexOf(" ") + 1);
    this.#redaction ??= redactionOf([token, ...this.#secrets]);
    return this.#redaction;
  }
}

const SECRETS = Symbol.for("partner-center-client.secrets");

/** Keeps on a request what must not show of it besides its token. */
export function rememberSecrets(request: Request, secrets: readonly string[]): void {
  Object.defineProperty(request, SECRETS, { value: secrets });
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
  more: Partial<Pick<Exchange, "body" | "spentMs" | "hints">>,
): void {
  Object.assign(exchangeOf(response) ?? {}, more);
}

/** What a response answers; undefined for one that did not come through this client. */
export function exchangeOf(response: Response): Exchange | undefined {
  return Reflect.get(response, EXCHANGE);
}
