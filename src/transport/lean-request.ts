import { withoutConstructor } from "./without-constructor.js";

/** What of a `RequestInit` a lean request can have. */
interface LeanInit extends RequestInit {
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string;
}

const MEMBERS = ["method", "headers", "body", "signal", "redirect"];
const METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];
const CANONICAL_URL = /^https?:\/\/[-\w.:[\]]+\/(?!.*\/\.|.*%2e)[-\w.~:/?!$&()*+,;=%@]*$/i;

/**
 * A `Request` that has what this package reads of one, and no more; for calls that nobody else sees. The platform's
 * fetch is given its URL and its parts, of which it builds a request of its own in any case.
 */
export class LeanRequest extends /* @__PURE__ */ withoutConstructor(() => Request) {
  readonly #url: string;
  readonly #init: LeanInit;
  #signal: AbortSignal | undefined;

  constructor(url: string, init: LeanInit) {
    super();
    this.#url = url;
    this.#init = init;
  }

  /** The signal of the caller, if there is one; the platform's requests always have one. */
  static signalOf(request: Request): AbortSignal | undefined {
    return #init in request ? (request.#init.signal ?? undefined) : request.signal;
  }

  /** The request for another attempt: the same one, unless its body can be read only once. */
  static again(request: Request): Request {
    return #init in request || request.body === null ? request : request.clone();
  }

  /** The request with other headers. */
  static with(request: Request, headers: Headers): Request {
    return #init in request
      ? new LeanRequest(request.#url, { ...request.#init, headers })
      : new Request(request, { headers });
  }

  override get url() {
    return this.#url;
  }
  override get method() {
    return this.#init.method;
  }
  override get headers() {
    return this.#init.headers;
  }
  override get signal() {
    this.#signal ??= this.#init.signal ?? new AbortController().signal;
    return this.#signal;
  }
  override get body() {
    return this.#init.body === undefined ? null : new Response(this.#init.body).body;
  }
  /** Its body as it was given. */
  get content(): string | null {
    return this.#init.body ?? null;
  }
}

/**
 * What openapi-fetch makes requests with for such calls: lean ones, and the platform's for whatever a lean one could not
 * do likewise. What is an instance of `Request` is one of this, too.
 */
export function leanOrPlatform(Platform = Request): typeof Request {
  return new Proxy(Platform, {
    construct: (_, [url, init]) =>
      isCanonical(url) && isOrdinary(init) ? new LeanRequest(url, init) : new Platform(url, init),
  });
}

function isCanonical(url: unknown): url is string {
  return typeof url === "string" && CANONICAL_URL.test(url);
}

function isOrdinary(init: RequestInit): init is LeanInit {
  const { method = "", headers, body, signal } = init;
  return (
    METHODS.includes(method) &&
    headers instanceof Headers &&
    (body === undefined || (typeof body === "string" && method !== "GET" && method !== "HEAD")) &&
    (signal === undefined || signal === null || signal instanceof AbortSignal) &&
    Object.keys(init).every((name) => MEMBERS.includes(name))
  );
}
