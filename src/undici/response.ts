import type { Dispatcher } from "undici";
import { type Content, contentOf, type Explain, unusable } from "./content.js";

type Received = Dispatcher.ResponseData;

/** All of a response but its body. */
interface Head extends Pick<Response, "url" | "status" | "statusText" | "headers"> {}

const WITHOUT_BODY = [204, 205, 304];

/**
 * A `Response` that reads from the socket without a web stream in between, as long as nobody asks for one: that stream
 * is the larger part of what the fetch of Node costs.
 */
export class UndiciResponse extends Response {
  readonly #head: Head;
  #content: Content;

  /** Makes the response to a request from what has been received for it. */
  static received(method: string, head: Head, body: Received["body"], explain: Explain): Response {
    if (method === "HEAD" || WITHOUT_BODY.includes(head.status)) {
      body.resume();
      return new UndiciResponse(head, new Response(null));
    }
    return new UndiciResponse(head, contentOf(body, head.headers, explain));
  }

  private constructor(head: Head, content: Content) {
    super(null);
    this.#head = head;
    this.#content = content;
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
  override get ok() {
    return this.status >= 200 && this.status < 300;
  }
  override get type(): ResponseType {
    return "basic";
  }
  override get body() {
    return this.#content.body;
  }
  override get bodyUsed() {
    return this.#content.bodyUsed;
  }
  override text() {
    return this.#content.text();
  }
  override json() {
    return this.#content.json();
  }
  override arrayBuffer() {
    return this.#content.arrayBuffer();
  }
  override async bytes() {
    return new Uint8Array(await this.arrayBuffer());
  }
  override blob() {
    return this.#content.blob();
  }
  override async formData() {
    const { headers } = this;
    return new Response(await this.arrayBuffer(), { headers }).formData();
  }
  override clone() {
    const { body, bodyUsed, headers } = this;
    if (bodyUsed || body?.locked) {
      throw unusable();
    }
    const [mine, theirs] = body?.tee() ?? [null, null];
    this.#content = new Response(mine, { headers });
    const head = { ...this.#head, headers: new Headers(headers) };
    return new UndiciResponse(head, new Response(theirs, { headers }));
  }
}

/** The headers of a reply, where only some names come more than once. */
export function headersOf(received: Received["headers"]): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(received)) {
    for (const value of typeof values === "string" ? [values] : (values ?? [])) {
      headers.append(name, value);
    }
  }
  return headers;
}
