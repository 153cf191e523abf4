import type { IncomingHttpHeaders } from "node:http";
import { Readable } from "node:stream";
import type { Dispatcher } from "undici";
import { listen, unlisten } from "../abort.js";
import { Content, joined } from "../transport/content.js";
import { type Head, LeanResponse } from "../transport/lean-response.js";
import { streamOf } from "./content.js";

const WITHOUT_BODY = [204, 205, 304];

/** What a request that is under way was sent with, as far as its reply depends on it. */
interface Sent {
  readonly url: string;
  readonly method: string;
  /** Largest body in bytes that is given whole, and not as it comes. */
  readonly wholeUpTo: number;
  readonly signal: AbortSignal | null;
}

/** Receives the reply to one request from undici. */
export class Receiver implements Dispatcher.DispatchHandler, EventListenerObject {
  /** The response, when its head has come, or its body too if that is given whole. */
  readonly response: Promise<LeanResponse>;
  /** What has come of it. */
  head: Head | undefined;
  readonly #sent: Sent;
  #resolve: (response: LeanResponse) => void = () => undefined;
  #reject: (reason: unknown) => void = () => undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #cancelled: { readonly reason: unknown } | undefined;
  /** The body so far, while it is to be given whole. */
  #chunks: Buffer[] | undefined;
  #size = 0;
  #stream: Readable | undefined;

  constructor(sent: Sent) {
    this.#sent = sent;
    this.response = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    if (sent.signal !== null) {
      listen(sent.signal, this);
    }
  }

  /** Ends the request, and whatever waits for its reply, with this reason. */
  cancel(reason: unknown): void {
    this.#cancelled ??= { reason };
    // undici looks at it only once there is a connection.
    this.#reject(reason);
    this.#controller?.abort(new Error("cancelled"));
  }

  handleEvent(): void {
    this.cancel(this.#sent.signal?.reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#cancelled !== undefined) {
      controller.abort(new Error("cancelled"));
    }
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    received: IncomingHttpHeaders,
    statusText = "",
  ): void {
    if (status < 200) {
      return;
    }
    const { url, method, wholeUpTo } = this.#sent;
    const headers = headersOf(received);
    const head: Head = { url, status, statusText, headers, type: "basic", redirected: false };
    this.head = head;
    const { "content-length": length = "0", "content-encoding": coding } = received;
    if (method === "HEAD" || WITHOUT_BODY.includes(status)) {
      this.#resolve(new LeanResponse(head, null));
      // HTTP lets a 205 announce a body, which may never come.
      if (status === 205 && (length !== "0" || received["transfer-encoding"] !== undefined)) {
        controller.abort(new Error("a 205 has no body"));
      }
    } else if (coding === undefined && Number(length) <= wholeUpTo) {
      this.#chunks = [];
    } else {
      this.#open(controller, head);
    }
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.byteLength;
    this.#chunks?.push(chunk);
    if (this.#stream?.push(chunk) === false) {
      controller.pause();
    }
    if (this.head && this.#chunks && this.#size > this.#sent.wholeUpTo) {
      this.#open(controller, this.head, this.#chunks);
    }
  }

  onResponseEnd(): void {
    this.#release();
    this.#stream?.push(null);
    if (this.head !== undefined && this.#chunks !== undefined) {
      this.#resolve(new LeanResponse(this.head, new Content(joined(this.#chunks, this.#size))));
    }
  }

  onResponseError(controller: Dispatcher.DispatchController, error: Error): void {
    this.#release();
    if (this.head && this.#chunks) {
      // What came of it is known, and who reads the rest is told.
      this.#open(controller, this.head);
    }
    this.#stream?.destroy(error);
    const what = this.head === undefined ? "fetch failed" : "terminated";
    this.#reject(this.#explained(what, error));
  }

  /** Gives the body as it comes. */
  #open(controller: Dispatcher.DispatchController, head: Head, chunks: Buffer[] = []): void {
    const stream = new Readable({
      read: () => controller.resume(),
      destroy: (error, done) => {
        controller.abort(error ?? new Error("cancelled"));
        done(error);
      },
    });
    this.#stream = stream;
    this.#chunks = undefined;
    for (const chunk of chunks) {
      stream.push(chunk);
    }
    const { headers } = head;
    const body = streamOf(stream, headers, (cause) => this.#explained("terminated", cause));
    this.#resolve(new LeanResponse(head, new Response(body, { headers })));
  }

  #explained(what: string, cause: unknown): unknown {
    return this.#cancelled === undefined ? new TypeError(what, { cause }) : this.#cancelled.reason;
  }

  #release(): void {
    if (this.#sent.signal !== null) {
      unlisten(this.#sent.signal, this);
    }
  }
}

/** The headers of a reply, where only some names come more than once. */
function headersOf(received: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const name in received) {
    const value = received[name];
    if (Array.isArray(value)) {
      value.forEach((one) => {
        headers.append(name, one);
      });
    } else {
      headers.append(name, value ?? "");
    }
  }
  return headers;
}
