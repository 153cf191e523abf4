import { exchangeOf, rememberExchange } from "../wire/exchange.js";
import { Content } from "./content.js";
import { withoutConstructor } from "./without-constructor.js";

/** All of a response but its body. */
export interface Head
  extends Pick<Response, "url" | "status" | "statusText" | "headers" | "type" | "redirected"> {}

/**
 * The method of {@link LeanResponse} by which openapi-fetch is to take its JSON: for "json" it would take the text of a
 * reply that says no length, and parse it once more.
 */
export const LEAN_PARSE_AS = "data" satisfies keyof LeanResponse;

/**
 * A `Response` whose body is in memory, and costs next to nothing while only its text or its JSON is read. For all else
 * it is read from a response of the platform, which is built then, or was there before.
 */
export class LeanResponse extends /* @__PURE__ */ withoutConstructor(() => Response) {
  readonly #head: Head;
  readonly #content: Content | null;
  #whole: Response | undefined;
  #isRead = false;

  /** With a body in memory, none, or that of another response. */
  constructor(head: Head, body: Content | Response | null) {
    super();
    this.#head = head;
    this.#content = body instanceof Content ? body : null;
    this.#whole = body instanceof Content || body === null ? undefined : body;
  }

  /** The body of a response that is in memory, and that nobody has taken; undefined for others. */
  static contentOf(response: Response): Content | undefined {
    return #content in response && response.#isUntouched
      ? (response.#content ?? undefined)
      : undefined;
  }

  override get url() {
    return this.#head.url;
  }
  override get status() {
    return this.#head.status;
  }
  override get statusText() {
    return this.#head.statusText;
  }
  override get headers() {
    return this.#head.headers;
  }
  override get type() {
    return this.#head.type;
  }
  override get redirected() {
    return this.#head.redirected;
  }
  override get ok() {
    return this.status >= 200 && this.status < 300;
  }
  override get body() {
    return this.#platform().body;
  }
  override get bodyUsed() {
    return this.#whole?.bodyUsed ?? this.#isRead;
  }
  override async text() {
    return this.#take()?.text ?? this.#platform().text();
  }
  override async json() {
    const content = this.#take();
    return content === undefined ? this.#platform().json() : content.takeJson();
  }
  /** Its JSON; undefined for an empty body. */
  data(): unknown {
    const content = this.#take();
    return content === undefined || content.isEmpty ? undefined : content.takeJson();
  }
  override async arrayBuffer() {
    return this.#platform().arrayBuffer();
  }
  override async blob() {
    return this.#platform().blob();
  }
  override async bytes() {
    return new Uint8Array(await this.arrayBuffer());
  }
  override async formData() {
    return this.#platform().formData();
  }
  override clone() {
    const { url, status, statusText, type, redirected } = this.#head;
    const head = { url, status, statusText, type, redirected, headers: new Headers(this.headers) };
    const copy = new LeanResponse(
      head,
      this.#isUntouched ? this.#content : this.#platform().clone(),
    );
    const exchange = exchangeOf(this);
    if (exchange !== undefined) {
      rememberExchange(copy, exchange);
    }
    return copy;
  }

  get #isUntouched(): boolean {
    return this.#whole === undefined && !this.#isRead;
  }

  /** The body for who reads it first, and whole; undefined when there is none, or something else is needed. */
  #take(): Content | undefined {
    if (!this.#isUntouched || this.#content === null) {
      return undefined;
    }
    this.#isRead = true;
    return this.#content;
  }

  #platform(): Response {
    if (this.#whole === undefined) {
      this.#whole = new Response(this.#content?.bytes ?? null, { headers: this.headers });
      if (this.#isRead) {
        // A body that has been read is locked, and disturbed.
        void this.#whole.text();
      }
    }
    return this.#whole;
  }
}
