import { exchangeOf, rememberExchange } from "../wire/exchange.js";

/** A body in memory, which can be read once, like that of any response. */
class BufferedBody {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #text: string;
  readonly #headers: Headers;
  #isRead = false;
  #whole: Response | undefined;

  constructor(bytes: Uint8Array<ArrayBuffer>, text: string, headers: Headers) {
    this.#bytes = bytes;
    this.#text = text;
    this.#headers = headers;
  }

  get stream(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
    if (this.#isRead) {
      this.#whole ??= new Response(this.#bytes);
      void this.#whole.body?.cancel();
      return this.#whole.body;
    }
    return this.unread().body;
  }

  get isUsed(): boolean {
    return this.#isRead || this.#whole?.bodyUsed === true;
  }

  async text(): Promise<string> {
    return this.#isRead || this.#whole ? this.unread().text() : this.#takeText();
  }

  async json(): Promise<unknown> {
    return this.#isRead || this.#whole ? this.unread().json() : JSON.parse(this.#takeText());
  }

  /** The body as that of a response, for all that is rarely read. */
  unread(): Response {
    if (this.#isRead) {
      throw unusable();
    }
    this.#whole ??= new Response(this.#bytes, { headers: this.#headers });
    return this.#whole;
  }

  /** Gives another response a body of its own. */
  copyTo(copy: Response): Response {
    if (this.isUsed || this.#whole?.body?.locked) {
      throw unusable();
    }
    return bufferedResponse(copy, this.#bytes, this.#text);
  }

  #takeText(): string {
    this.#isRead = true;
    return this.#text;
  }
}

const bodies = new WeakMap<Response, BufferedBody>();
const prototypes = new WeakMap<object, object>();

/**
 * Gives a response whose body has been read into memory its body back: every member that reads it works as
 * before, once. Changing the response in place keeps its URL and costs far less than building another one; a
 * prototype in front of its own, whatever made it, costs far less than nine members.
 */
export function bufferedResponse(
  response: Response,
  body: Uint8Array<ArrayBuffer>,
  text: string,
): Response {
  bodies.set(response, new BufferedBody(body, text, response.headers));
  Reflect.setPrototypeOf(response, prototypeBefore(Reflect.getPrototypeOf(response) ?? {}));
  return response;
}

function prototypeBefore(own: object): object {
  const prototype = prototypes.get(own) ?? Object.create(own, MEMBERS);
  prototypes.set(own, prototype);
  return prototype;
}

const MEMBERS = Object.getOwnPropertyDescriptors({
  async text() {
    return bodyOf(this).text();
  },
  async json() {
    return bodyOf(this).json();
  },
  async arrayBuffer() {
    return bodyOf(this).unread().arrayBuffer();
  },
  async blob() {
    return bodyOf(this).unread().blob();
  },
  async bytes() {
    return new Uint8Array(await bodyOf(this).unread().arrayBuffer());
  },
  async formData() {
    return bodyOf(this).unread().formData();
  },
  get body() {
    return bodyOf(this).stream;
  },
  get bodyUsed() {
    return bodyOf(this).isUsed;
  },
  clone() {
    const { status, statusText, ok, headers, url, redirected, type } = this;
    const copy = bodyOf(this).copyTo(new Response(null, { headers }));
    const exchange = exchangeOf(this);
    if (exchange !== undefined) {
      rememberExchange(copy, exchange);
    }
    // What a service sent need not be what the constructor takes, such as a reason phrase that is not Latin-1.
    return Object.defineProperties(copy, {
      status: { value: status },
      statusText: { value: statusText },
      ok: { value: ok },
      url: { value: url },
      redirected: { value: redirected },
      type: { value: type },
    });
  },
} satisfies ThisType<Response>);

function bodyOf(response: Response): BufferedBody {
  const body = bodies.get(response);
  if (body === undefined) {
    throw new TypeError("Illegal invocation");
  }
  return body;
}

function unusable(): TypeError {
  return new TypeError("Body is unusable: it has been read already.");
}
