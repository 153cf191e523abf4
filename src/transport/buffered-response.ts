import { type CallContext, CONTEXT } from "../wire/call-context.js";
import { Content } from "./content.js";

/** All of a response but its body. */
export interface Head
  extends Pick<Response, "url" | "status" | "statusText" | "headers" | "type" | "redirected"> {}

/**
 * Creates a `Response` whose body is in memory, which costs next to nothing while only its text or its JSON is read.
 * Everything else is read from a platform response, which is built on demand or passed as the body.
 */
export function bufferedResponse(
  head: Head,
  body: Content | Response | null,
  context?: CallContext,
): Response {
  BufferedResponse ??= defineBufferedResponse();
  return new BufferedResponse(head, body, context);
}

// Defined on first use: importing loads no platform APIs, which takes Node longer than all of this package.
let BufferedResponse: ReturnType<typeof defineBufferedResponse> | undefined;

function defineBufferedResponse() {
  // Without the constructor of `Response`, which costs a quarter of a call.
  function platform() {}
  platform.prototype = Response.prototype;
  const Platform: new () => Response = Object(platform);

  return class BufferedResponse extends Platform {
    readonly #head: Head;
    readonly #content: Content | null;
    readonly #context: CallContext | undefined;
    #whole: Response | undefined;
    #isRead = false;

    constructor(head: Head, body: Content | Response | null, context: CallContext | undefined) {
      super();
      this.#head = head;
      this.#content = body instanceof Content ? body : null;
      this.#whole = body instanceof Content || body === null ? undefined : body;
      this.#context = context;
    }

    get [CONTEXT]() {
      return this.#context;
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
      return isSuccess(this.status);
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
      const headers = new Headers(this.headers);
      const body = this.#isUntouched ? this.#content : this.#platform().clone();
      return bufferedResponse(
        { url, status, statusText, type, redirected, headers },
        body,
        this.#context,
      );
    }

    get #isUntouched(): boolean {
      return this.#whole === undefined && !this.#isRead;
    }

    /** The body for the first reader; `undefined` when there is none, or when another form of it is needed. */
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
  };
}

/** Whether a status means success. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
